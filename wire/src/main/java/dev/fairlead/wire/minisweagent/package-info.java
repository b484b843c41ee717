/// mini-SWE-agent: its trajectories.
@NullMarked
package dev.fairlead.wire.minisweagent;

import org.jspecify.annotations.NullMarked;
