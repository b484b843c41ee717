package dev.fairlead.core.session;

/// What a call does to one file.
///
/// @param kind how it changes the file
/// @param state for [Kind#WRITE] the digest of the whole content; for [Kind#EDIT] the sum of the digests of the
///     blocks
///     put in less those taken out, so that an edit and its reverse add up to nothing
public record FileChange(String path, Kind kind, long state) {

    public FileChange {
        path = Call.kept(path);
    }

    /// How a file is changed.
    public enum Kind {
        /// Its whole content is given.
        WRITE,
        /// Parts of it are replaced.
        EDIT,
        /// It goes away.
        DELETE
    }
}
