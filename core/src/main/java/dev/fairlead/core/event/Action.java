package dev.fairlead.core.event;

import java.util.List;
import java.util.Optional;

/// What a tool call does, in words that are the same for every agent. A dialect says which of its agent's tools is
/// which.
public sealed interface Action {

    /// Runs a command line in a shell.
    ///
    /// @param line the command as written
    /// @param directory where it runs, where the call says so
    record Command(String line, Optional<String> directory) implements Action {}

    /// Reads a file.
    record Read(String path) implements Action {}

    /// Replaces text within a file.
    ///
    /// @param replacements in the order in which they are applied, never empty
    record Edit(String path, List<Replacement> replacements) implements Action {
        public Edit {
            replacements = List.copyOf(replacements);
        }
    }

    /// Creates a file or replaces its whole content.
    record Write(String path, String content) implements Action {}

    /// Changes several files at once.
    record Patch(List<FilePatch> files) implements Action {
        public Patch {
            files = List.copyOf(files);
        }
    }

    /// Looks for files or for text in them.
    record Search(String pattern, Optional<String> path) implements Action {}

    /// Fetches a page or searches the web.
    record Fetch(String target) implements Action {}

    /// Hands work to another agent.
    record Delegate(String task) implements Action {}

    /// Waits for, or asks after, something that runs: a declared poll.
    record Poll(String target) implements Action {}

    /// Asks the person.
    record Ask(String question) implements Action {}

    /// Keeps a plan or a list of tasks.
    record Plan() implements Action {}

    /// Anything else.
    record Other() implements Action {}

    /// One replacement of text.
    ///
    /// @param everywhere whether every occurrence is replaced, not just one
    record Replacement(String before, String after, boolean everywhere) {}

    /// What a patch does to one file.
    ///
    /// @param kind what becomes of the file
    /// @param removed the lines taken out, joined by line feeds
    /// @param added the lines put in, joined by line feeds
    record FilePatch(String path, Kind kind, String removed, String added) {

        /// What becomes of the file.
        public enum Kind {
            /// A new file.
            ADD,
            /// A changed file.
            UPDATE,
            /// A file that goes away.
            DELETE
        }
    }
}
