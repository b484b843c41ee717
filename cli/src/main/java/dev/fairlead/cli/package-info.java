/// The commands.
@NullMarked
package dev.fairlead.cli;

import org.jspecify.annotations.NullMarked;
