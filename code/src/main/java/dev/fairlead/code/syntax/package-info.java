/// Source text as trees. Native parsers make them; what is handed on is plain Java.
@NullMarked
package dev.fairlead.code.syntax;

import org.jspecify.annotations.NullMarked;
