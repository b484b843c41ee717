/// What commands would do, told before they run.
@NullMarked
package dev.fairlead.core.effect;

import org.jspecify.annotations.NullMarked;
