/// Checks against labelled sessions and other projects' own test cases, which lie outside the repository.
///
/// They carry the tag `data` and run with `mvn verify -Pdata` only. The folder is named by the system property or the
/// environment variable `FAIRLEAD_DATA`; without it, it is the folder `shared` beside the checkout.
@NullMarked
package dev.fairlead.proof.data;

import org.jspecify.annotations.NullMarked;
