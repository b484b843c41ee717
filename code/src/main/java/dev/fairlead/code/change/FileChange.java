package dev.fairlead.code.change;

import java.util.Optional;

/// What a change did to one file.
///
/// @param path its name, after the change where it has one
/// @param formerPath its name before, where it was renamed
/// @param before its text before; empty where it was not there
/// @param after its text after; empty where it is gone
/// @param kind whose work its text is
/// @param added the lines that were added or changed, without those that only moved or were laid out anew
/// @param moved how many lines only came from elsewhere in the change
/// @param layout how many lines differ only in white space
/// @param removed how many lines are gone
public record FileChange(
        String path,
        Optional<String> formerPath,
        String before,
        String after,
        Kind kind,
        LineSet added,
        int moved,
        int layout,
        int removed) {

    /// Whose work the text of a file is.
    public enum Kind {
        /// Somebody wrote it.
        WRITTEN,
        /// A program made it.
        GENERATED,
        /// It was taken over from another project.
        VENDORED
    }
}
