package dev.fairlead.core.shell;

import java.util.Optional;

/// Where a command reads from or writes to instead.
///
/// @param descriptor the number, or the variable in braces that is given one; none for the usual one
/// @param target a file, a descriptor, or the text of a here-document or here-string
public record Redirection(Optional<String> descriptor, Kind kind, Word target) {

    /// What is done.
    public enum Kind {
        /// `<`
        READ,
        /// `>` and `>|`
        WRITE,
        /// `>>`
        APPEND,
        /// `<>`
        READ_WRITE,
        /// `<&`
        FROM_DESCRIPTOR,
        /// `>&`
        TO_DESCRIPTOR,
        /// `&>`: output and errors
        WRITE_BOTH,
        /// `&>>`
        APPEND_BOTH,
        /// `<<`
        HERE_DOCUMENT,
        /// `<<<`
        HERE_STRING
    }
}
