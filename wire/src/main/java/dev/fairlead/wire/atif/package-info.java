/// ATIF: trajectories in the interchange format of the Harbor project.
@NullMarked
package dev.fairlead.wire.atif;

import org.jspecify.annotations.NullMarked;
