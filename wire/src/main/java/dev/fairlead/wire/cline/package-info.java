/// Cline: its stored sessions.
@NullMarked
package dev.fairlead.wire.cline;

import org.jspecify.annotations.NullMarked;
