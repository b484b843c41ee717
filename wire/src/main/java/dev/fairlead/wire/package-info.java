/// Words and bytes: how agents' stored sessions become events.
@NullMarked
package dev.fairlead.wire;

import org.jspecify.annotations.NullMarked;
