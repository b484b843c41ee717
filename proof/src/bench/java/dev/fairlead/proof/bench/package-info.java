/// How fast the fold and the reading are, measured on request with `mvn verify -Pbench`.
@NullMarked
package dev.fairlead.proof.bench;

import org.jspecify.annotations.NullMarked;
