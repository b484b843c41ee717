/// What was changed, by whom, and what is left of it.
@NullMarked
package dev.fairlead.code.change;

import org.jspecify.annotations.NullMarked;
