/// The fold: one event at a time through every detector and rule.
@NullMarked
package dev.fairlead.core.watch;

import org.jspecify.annotations.NullMarked;
