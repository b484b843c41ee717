package dev.fairlead.core.effect;

import dev.fairlead.core.shell.Script;

/// What a descriptor leads to.
sealed interface Stream {

    /// Something to read.
    record Source(Flow flow) implements Stream {}

    /// Another machine, to read from and to write to.
    record Remote(String name) implements Stream {}

    /// A file to write to.
    record File(Target target, boolean isAppended) implements Stream {}

    /// Commands that read what is written.
    record Into(Script script) implements Stream {}

    /// The place where what is written is of no further consequence: a terminal, or nothing at all.
    record Nowhere() implements Stream {}
}
