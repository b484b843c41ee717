/// OpenHands: its stored lists of events.
@NullMarked
package dev.fairlead.wire.openhands;

import org.jspecify.annotations.NullMarked;
