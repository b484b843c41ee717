/// Claude Code: its stored transcripts.
@NullMarked
package dev.fairlead.wire.claude;

import org.jspecify.annotations.NullMarked;
