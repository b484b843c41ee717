package dev.fairlead.core.session;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.shell.CheckKind;
import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What the agent ran and had run: checks, git, sub-agents, and what failed.
///
/// @param checks runs of tests, builds and linters
/// @param git what changed a repository
/// @param failures calls that failed, whoever's fault it was
/// @param subagents sessions that work for this one
public record Work(
        Recent<CheckRun> checks, Recent<GitAction> git, Recent<Failure> failures, Recent<SessionId> subagents) {

    /// Nothing yet.
    public static final Work NONE = new Work(
            Recent.ofLast(Session.RECORDS),
            Recent.ofLast(Session.RECORDS),
            Recent.ofLast(Session.RECORDS),
            Recent.ofLast(Session.RECORDS));

    private static final Set<String> CHANGING = Set.of(
            "commit",
            "push",
            "checkout",
            "switch",
            "reset",
            "merge",
            "rebase",
            "stash",
            "branch",
            "tag",
            "cherry-pick",
            "revert",
            "clean",
            "restore",
            "pull",
            "rm",
            "mv",
            "am",
            "apply",
            "worktree",
            "init",
            "clone");

    Work after(Event event, Optional<Exchange> completed) {
        if (event.what() instanceof Happening.SubagentStarted started) {
            return new Work(checks, git, failures, subagents.with(started.child()));
        }
        return completed.isPresent() && event.what() instanceof Happening.ToolReturned returned
                ? after(completed.get(), returned.text())
                : this;
    }

    private Work after(Exchange exchange, String answer) {
        Recent<Failure> failed = exchange.failure().isPresent()
                ? failures.with(exchange.failure().get())
                : failures;
        Recent<CheckRun> checked = checks;
        Recent<GitAction> tracked = git;
        if (exchange.call().action() instanceof Action.Command command && ran(exchange)) {
            CommandLine line = exchange.commandLine();
            boolean isKnown = exchange.failure().isEmpty()
                    || !exchange.failure().get().kind().saysNothingOfTheProgram();
            Set<CheckKind> kinds = isKnown ? kinds(line) : Set.of();
            boolean passed = !kinds.isEmpty() && exchange.worked() && !CheckAnswer.saysFailure(answer);
            for (CheckKind kind : judged(kinds, exchange, passed)) {
                checked = checked.with(new CheckRun(
                        kind, command.line(), passed, exchange.call().id(), exchange.sequence(), exchange.origin()));
            }
            tracked = withGit(line, exchange);
        }
        return new Work(checked, tracked, failed, subagents);
    }

    private static Set<CheckKind> kinds(CommandLine line) {
        Set<CheckKind> kinds = EnumSet.noneOf(CheckKind.class);
        for (SimpleCommand command : line.commands()) {
            CheckKind.of(command).ifPresent(kinds::add);
        }
        return kinds;
    }

    /// What a line's outcome speaks of: when it ends well, of every check in it; when it does not, of the one that its
    /// answer names, or of the most telling.
    private static Set<CheckKind> judged(Set<CheckKind> kinds, Exchange exchange, boolean passed) {
        if (passed || kinds.size() < 2) {
            return kinds;
        }
        CheckKind failed = exchange.failure()
                .flatMap(failure -> CheckAnswer.kind(failure.kind()))
                .filter(kinds::contains)
                .orElse(kinds.iterator().next());
        return EnumSet.of(failed);
    }

    private Recent<GitAction> withGit(CommandLine line, Exchange exchange) {
        Recent<GitAction> tracked = git;
        for (SimpleCommand simple : line.commands()) {
            if (simple.program().equals("git")) {
                String verb = simple.verb();
                if (CHANGING.contains(verb)) {
                    tracked = tracked.with(new GitAction(
                            verb, exchange.worked(), exchange.call().id(), exchange.sequence(), exchange.origin()));
                }
            }
        }
        return tracked;
    }

    private static boolean ran(Exchange exchange) {
        return exchange.failure().isEmpty() || !exchange.failure().get().kind().wasKeptFromRunning();
    }
}
