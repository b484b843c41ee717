/// What a command line says, read without running it.
@NullMarked
package dev.fairlead.core.shell;

import org.jspecify.annotations.NullMarked;
