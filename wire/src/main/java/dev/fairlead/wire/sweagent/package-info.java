/// SWE-agent: its trajectories.
@NullMarked
package dev.fairlead.wire.sweagent;

import org.jspecify.annotations.NullMarked;
