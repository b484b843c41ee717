/// Qwen Code: its stored sessions.
@NullMarked
package dev.fairlead.wire.qwen;

import org.jspecify.annotations.NullMarked;
