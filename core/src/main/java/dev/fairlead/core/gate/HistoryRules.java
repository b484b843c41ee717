package dev.fairlead.core.gate;

import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Target;
import dev.fairlead.core.effect.Tracking;
import java.util.List;
import java.util.Optional;

/// Rules about version control: history, work that is not committed, and checks.
final class HistoryRules {

    private static final Rule FORCE_PUSH = new Rule(
            "force-push",
            "Writes over branches on another machine, whatever others have put there.",
            "use `git push --force-with-lease`",
            (effect, setting) ->
                    effect instanceof Effect.RewritesHistory(String how, boolean isShared, boolean isLeased)
                                    && isShared
                                    && !isLeased
                            ? Optional.of("`%s` writes over what others may have pushed".formatted(how))
                            : Optional.empty());

    private static final Rule ERASE_HISTORY = new Rule(
            "erase-history",
            "Takes commits away for good.",
            "make a branch first with `git branch backup`, and ask the person",
            (effect, setting) ->
                    effect instanceof Effect.RewritesHistory(String how, boolean isShared, boolean isLeased)
                                    && !isShared
                                    && isFinal(how)
                            ? Optional.of("`%s` takes commits away for good".formatted(how))
                            : Optional.empty());

    private static final Rule REWRITE_HISTORY = new Rule(
            "rewrite-history",
            "Changes commits that were made.",
            "make a branch first with `git branch backup`",
            (effect, setting) ->
                    effect instanceof Effect.RewritesHistory(String how, boolean isShared, boolean isLeased)
                                    && !isShared
                                    && !isFinal(how)
                            ? Optional.of("`%s` changes commits that were made".formatted(how))
                            : Optional.empty());

    private static final Rule DISCARD_ALL = new Rule(
            "discard-all",
            "Throws away all work that is not committed.",
            "put the work aside with `git stash push`",
            (effect, setting) -> effect instanceof Effect.DiscardsWork(String how, boolean isAll, Target where) && isAll
                    ? Optional.of("`%s` throws away all work that is not committed".formatted(how))
                    : Optional.empty());

    private static final Rule DISCARD_SOME = new Rule(
            "discard-some",
            "Throws away work that is not committed, or that no branch keeps.",
            "put the work aside with `git stash push`",
            (effect, setting) -> effect instanceof Effect.DiscardsWork(String how, boolean isAll, Target where)
                            && !isAll
                            && !(isOfFiles(how) && setting.tracker().of(where) == Tracking.KEPT)
                    ? Optional.of("`%s` throws away work that nothing else keeps".formatted(how))
                    : Optional.empty());

    private static final Rule SKIP_CHECKS = new Rule(
            "skip-checks",
            "Leaves out checks that would have run.",
            "run it without the option, and put right what the check finds",
            (effect, setting) -> effect instanceof Effect.SkipsChecks(String how)
                    ? Optional.of("`%s` leaves out checks that would have run".formatted(how))
                    : Optional.empty());

    private static final Rule PUBLISH = new Rule(
            "publish",
            "Makes something public.",
            "build it, and ask the person to publish it",
            (effect, setting) -> effect instanceof Effect.Publishes(String by, String what)
                    ? Optional.of("`%s` hands it to everybody".formatted(by))
                    : Optional.empty());

    private HistoryRules() {}

    static List<Rule> all() {
        return List.of(FORCE_PUSH, ERASE_HISTORY, REWRITE_HISTORY, DISCARD_ALL, DISCARD_SOME, SKIP_CHECKS, PUBLISH);
    }

    /// Whether files go back to what git has of them, so that nothing is lost where they are still the same.
    private static boolean isOfFiles(String how) {
        return how.startsWith("git checkout") || how.startsWith("git restore");
    }

    /// Whether nothing, not even the reflog, keeps what is taken away.
    private static boolean isFinal(String how) {
        return how.contains("--force") || how.contains("=now") || how.contains("update-ref");
    }
}
