/// How much a watch remembers, however long the session.
@NullMarked
package dev.fairlead.proof.bounds;

import org.jspecify.annotations.NullMarked;
