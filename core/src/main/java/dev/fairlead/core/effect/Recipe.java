package dev.fairlead.core.effect;

import java.util.List;

/// A command that stands in a file which another program reads, such as a line below a target of a Makefile.
///
/// @param name what it is asked for by; empty where it runs whatever is asked for
/// @param before the names of those that run before it
record Recipe(String name, String command, List<String> before) {

    /// The most that are read of one file.
    static final int MOST = 256;

    Recipe {
        before = List.copyOf(before);
    }

    static Recipe of(String name, String command) {
        return new Recipe(name, command, List.of());
    }
}
