/// pi: its stored sessions.
@NullMarked
package dev.fairlead.wire.pi;

import org.jspecify.annotations.NullMarked;
