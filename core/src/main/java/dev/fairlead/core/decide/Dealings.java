package dev.fairlead.core.decide;

import java.util.List;

/// What a layer says of how calls are dealt with, beyond whether they may run.
///
/// @param questions whom it asks about which calls; the first that is about one counts
/// @param rewrites the words that it replaces
/// @param canaries the share of questions, from 0 to 1, after which one more is asked that must be denied, to see
/// whether
///     people still read
public record Dealings(List<Question> questions, List<Rewrite> rewrites, double canaries) {

    /// It says nothing of that.
    public static final Dealings NONE = new Dealings(List.of(), List.of(), 0);

    public Dealings {
        questions = List.copyOf(questions);
        rewrites = List.copyOf(rewrites);
        if (!(canaries >= 0 && canaries <= 1)) {
            throw new IllegalArgumentException("the share %s is not from 0 to 1".formatted(canaries));
        }
    }
}
