/// Our own events as JSON Lines: what `fairlead export --format events` writes, and the dialect that reads it back.
@NullMarked
package dev.fairlead.wire.events;

import org.jspecify.annotations.NullMarked;
