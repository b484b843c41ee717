/// Trae Agent: its trajectories.
@NullMarked
package dev.fairlead.wire.trae;

import org.jspecify.annotations.NullMarked;
