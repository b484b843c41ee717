/// How Claude Code speaks.
@NullMarked
package dev.fairlead.wire.claude;

import org.jspecify.annotations.NullMarked;
