package dev.fairlead.cli.connect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What a connection needs in one file.
sealed interface Part permits HookSettings, OwnFile, CodexTrust {

    /// The file.
    Path file();

    /// The file's text once connected; the same text where nothing is missing.
    Optional<String> connected(Texts texts) throws IOException;

    /// The file's text without anything of ours; empty where the file goes.
    ///
    /// @param original what stood there before, where that is known
    Optional<String> disconnected(Texts texts, Optional<String> original) throws IOException;

    /// Whether anything of ours is in it.
    boolean isPresent(Texts texts) throws IOException;

    /// The setting in the file that keeps the agent from calling any hook; empty where there is none.
    default Optional<String> silencedBy(Texts texts) throws IOException {
        return Optional.empty();
    }

    /// Whether the file is to be run.
    default boolean isProgram() {
        return false;
    }

    /// The texts of files as they will be once what is planned so far is done.
    interface Texts {

        /// A file's text; empty where there is no such file.
        Optional<String> of(Path file) throws IOException;
    }
}
