/// GitHub Copilot CLI: its stored sessions.
@NullMarked
package dev.fairlead.wire.copilot;

import org.jspecify.annotations.NullMarked;
