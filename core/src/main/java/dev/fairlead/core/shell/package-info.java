/// Shell commands, read as the effects they would have.
@NullMarked
package dev.fairlead.core.shell;

import org.jspecify.annotations.NullMarked;
