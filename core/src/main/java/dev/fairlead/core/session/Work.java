package dev.fairlead.core.session;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.shell.CheckKind;
import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
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
        return completed.isEmpty() ? this : after(completed.get());
    }

    private Work after(Exchange exchange) {
        Recent<Failure> failed = exchange.failure().isPresent()
                ? failures.with(exchange.failure().get())
                : failures;
        Recent<CheckRun> checked = checks;
        Recent<GitAction> tracked = git;
        if (exchange.call().action() instanceof Action.Command command && ran(exchange)) {
            CommandLine line = exchange.commandLine();
            Optional<CheckKind> kind = CheckKind.of(line);
            if (kind.isPresent()) {
                checked = checks.with(new CheckRun(
                        kind.get(),
                        command.line(),
                        exchange.worked(),
                        exchange.call().id(),
                        exchange.sequence(),
                        exchange.origin()));
            }
            tracked = withGit(line, exchange);
        }
        return new Work(checked, tracked, failed, subagents);
    }

    private Recent<GitAction> withGit(CommandLine line, Exchange exchange) {
        Recent<GitAction> tracked = git;
        for (SimpleCommand simple : line.commands()) {
            if (simple.program().equals("git")) {
                String verb = verb(simple);
                if (CHANGING.contains(verb)) {
                    tracked = tracked.with(new GitAction(
                            verb, exchange.worked(), exchange.call().id(), exchange.sequence(), exchange.origin()));
                }
            }
        }
        return tracked;
    }

    /// Git's subcommand: the first word behind git's own options, of which `-C` and `-c` take a word more.
    private static String verb(SimpleCommand git) {
        int at = 1;
        while (at < git.words().size() && git.words().get(at).startsWith("-")) {
            boolean takesWord =
                    git.words().get(at).equals("-C") || git.words().get(at).equals("-c");
            at += takesWord ? 2 : 1;
        }
        return at < git.words().size() ? git.words().get(at) : "";
    }

    private static boolean ran(Exchange exchange) {
        return exchange.failure().isEmpty() || !exchange.failure().get().kind().wasKeptFromRunning();
    }
}
