/// The commands: where the parts are joined for one person at a terminal.
@NullMarked
package dev.fairlead.cli;

import org.jspecify.annotations.NullMarked;
