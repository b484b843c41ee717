package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.SyntaxNode;
import java.util.List;

/// A function in a tree.
///
/// @param node the whole of it
/// @param name its own name; `(anonymous)` where it has none
/// @param owners the names of types and functions that it stands in, from the outermost inwards
/// @param parameters how many it takes
record Function(SyntaxNode node, String name, List<String> owners, int parameters) {

    static final String ANONYMOUS = "(anonymous)";

    Function {
        owners = List.copyOf(owners);
    }

    /// Its name with those of its owners before it.
    String path(String separator) {
        return owners.isEmpty() ? name : String.join(separator, owners) + separator + name;
    }
}
