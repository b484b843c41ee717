/// Other people's checkers that are installed on this machine.
@NullMarked
package dev.fairlead.code.tool;

import org.jspecify.annotations.NullMarked;
