/// Gemini CLI: its stored sessions; and what Qwen Code, which grew out of it, has in common with it.
@NullMarked
package dev.fairlead.wire.gemini;

import org.jspecify.annotations.NullMarked;
