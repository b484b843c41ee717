package dev.fairlead.code.review;

import dev.fairlead.code.Remark;
import dev.fairlead.code.change.FileChange;
import java.util.List;
import java.util.Optional;

/// What is to be said of a file that was changed.
///
/// @param unread why it was not looked at; empty where it was
/// @param remarks on lines that were added or changed
/// @param functions those that were touched
public record FileReview(
        FileChange change, Optional<String> unread, List<Remark> remarks, List<FunctionDelta> functions) {

    public FileReview {
        remarks = List.copyOf(remarks);
        functions = List.copyOf(functions);
    }
}
