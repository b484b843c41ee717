/// How Codex speaks.
@NullMarked
package dev.fairlead.wire.codex;

import org.jspecify.annotations.NullMarked;
