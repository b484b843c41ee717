package dev.fairlead.core.session;

import java.util.OptionalLong;

/// What the agent did with one file.
///
/// @param created whether the agent wrote it before ever reading it
/// @param content the digest of its content, where the agent wrote the whole of it and only that
/// @param edits the sum of the digests of its edits since then: files with equal content and equal edits are in the
///     same
///     state
/// @param lastRead the sequence of the last read, -1 where there is none
/// @param lastWritten the sequence of the last change, -1 where there is none
public record FileFacts(boolean created, OptionalLong content, long edits, long lastRead, long lastWritten) {

    /// Never touched.
    public static final FileFacts UNTOUCHED = new FileFacts(false, OptionalLong.empty(), 0, -1, -1);

    /// The file's state as one number; equal states have equal numbers.
    public long state() {
        return Digest.join(content.orElse(Digest.EMPTY), edits);
    }

    /// The same file as it was before one edit.
    public FileFacts withoutEdit(long edit) {
        return new FileFacts(created, content, edits - edit, lastRead, lastWritten);
    }

    FileFacts read(long sequence) {
        return new FileFacts(created, content, edits, sequence, lastWritten);
    }

    FileFacts after(FileChange change, long sequence) {
        boolean fresh = created || lastRead < 0 && lastWritten < 0 && change.kind() == FileChange.Kind.WRITE;
        return switch (change.kind()) {
            case WRITE -> new FileFacts(fresh, OptionalLong.of(change.state()), 0, lastRead, sequence);
            case EDIT -> new FileFacts(fresh, content, edits + change.state(), lastRead, sequence);
            case DELETE -> new FileFacts(fresh, OptionalLong.of(Digest.EMPTY), 0, lastRead, sequence);
        };
    }
}
