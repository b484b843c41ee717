package dev.fairlead.cli.connect;

import java.util.List;
import java.util.Optional;

/// Where a value stands in a JSON text.
sealed interface Spot {

    /// The place of its first character.
    int from();

    /// The place after its last character.
    int to();

    /// A string, a number, `true`, `false` or `null`.
    record Leaf(int from, int to) implements Spot {}

    /// An object or an array.
    record Box(int from, int to, List<Entry> entries) implements Spot {

        /// The last entry under a name, which is the one that counts.
        Optional<Entry> entry(String name) {
            return entries.reversed().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst();
        }
    }

    /// A value in an object or an array.
    ///
    /// @param name its key; empty in an array
    /// @param from where the key begins, in an array the value
    /// @param comma the place of the comma after it, [#NO_COMMA] where there is none
    record Entry(String name, int from, Spot value, int comma) {

        static final int NO_COMMA = -1;
    }
}
