/// The fold: one session's watch, event by event.
@NullMarked
package dev.fairlead.core.watch;

import org.jspecify.annotations.NullMarked;
