/// The web console: pages on which people see what agents do, decide what they may, and learn from both.
@NullMarked
package dev.fairlead.console;

import org.jspecify.annotations.NullMarked;
