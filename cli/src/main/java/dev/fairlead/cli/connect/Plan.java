package dev.fairlead.cli.connect;

import java.util.List;

/// What is about to be changed, to be shown before it is done.
///
/// @param changes in the order in which they are made; none where everything is as it should be
public record Plan(List<FileChange> changes) {

    public Plan {
        changes = changes.stream().filter(change -> !change.isNone()).toList();
    }

    /// Whether there is nothing to do.
    public boolean isDone() {
        return changes.isEmpty();
    }
}
