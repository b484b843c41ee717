/// opencode: its exported sessions, and the database that holds them.
@NullMarked
package dev.fairlead.wire.opencode;

import org.jspecify.annotations.NullMarked;
