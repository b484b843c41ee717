/// Neutral formats that sessions are written in: trajectories and traces.
@NullMarked
package dev.fairlead.wire.export;

import org.jspecify.annotations.NullMarked;
