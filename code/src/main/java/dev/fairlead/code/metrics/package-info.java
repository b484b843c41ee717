/// Counts of functions, by the rules of several tools.
@NullMarked
package dev.fairlead.code.metrics;

import org.jspecify.annotations.NullMarked;
