/// What a detector is, and what it says.
@NullMarked
package dev.fairlead.core.detect;

import org.jspecify.annotations.NullMarked;
