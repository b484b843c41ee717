/// Whether a command may run: rules about what it would do, and what a policy makes of them.
@NullMarked
package dev.fairlead.core.gate;

import org.jspecify.annotations.NullMarked;
