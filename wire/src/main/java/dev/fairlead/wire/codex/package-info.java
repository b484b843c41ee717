/// Codex: its stored rollouts.
@NullMarked
package dev.fairlead.wire.codex;

import org.jspecify.annotations.NullMarked;
