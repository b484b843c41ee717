package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detectors.Claim.Topic;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.session.CheckRun;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.session.FileChange;
import dev.fairlead.core.session.GitAction;
import dev.fairlead.core.session.Session;
import dev.fairlead.core.shell.CheckKind;
import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a session has to show for its claims: when what was last run, with what outcome, and when code last changed.
///
/// @param passed the last run of each that ended well
/// @param failed the last run of each that did not
/// @param change the last change of code
/// @param edit the last edit of code that was there, which no commit holds of itself; a file that is written whole may
/// be one for the agent's own use
record Ledger(
        Map<Topic, Evidence> passed, Map<Topic, Evidence> failed, Optional<Evidence> change, Optional<Evidence> edit) {

    static final Ledger EMPTY = new Ledger(Map.of(), Map.of(), Optional.empty(), Optional.empty());

    /// Files whose change no test, build or linter of code would notice.
    private static final Set<String> PROSE = Set.of("md", "mdx", "txt", "rst", "adoc", "log", "csv", "pdf", "html");

    /// Git's subcommands that bring in other code.
    private static final Set<String> BRINGS_CODE =
            Set.of("merge", "rebase", "pull", "cherry-pick", "revert", "apply", "am", "stash");

    Ledger {
        passed = Map.copyOf(passed);
        failed = Map.copyOf(failed);
    }

    /// With a call that came back.
    Ledger after(Exchange exchange, Session session) {
        Action action = exchange.call().action();
        if (exchange.outcome() == Outcome.RUNNING
                || action instanceof Action.Poll
                || action instanceof Action.Delegate) {
            return afterAnyCheck(Evidence.result(exchange));
        }
        return action instanceof Action.Command ? afterCommand(exchange, session) : afterChange(exchange, session);
    }

    /// What runs in the background, in a sub-agent or by a name that we don't know may have been any check, and may
    /// have passed.
    private Ledger afterAnyCheck(Evidence result) {
        Map<Topic, Evidence> good = new EnumMap<>(Topic.class);
        good.putAll(passed);
        for (Topic check : List.of(Topic.TESTS, Topic.BUILD, Topic.LINT)) {
            good.put(check, result);
        }
        return new Ledger(good, failed, change, edit);
    }

    private Ledger afterChange(Exchange exchange, Session session) {
        boolean isOfCode = false;
        boolean isOfTracked = false;
        if (exchange.worked()) {
            for (FileChange each : exchange.call().changes()) {
                isOfCode |= isCode(each.path(), session);
                isOfTracked |= isCode(each.path(), session) && each.kind() != FileChange.Kind.WRITE;
            }
        }
        Optional<Evidence> result = Optional.of(Evidence.result(exchange));
        return isOfCode ? new Ledger(passed, failed, result, isOfTracked ? result : edit) : this;
    }

    private Ledger afterCommand(Exchange exchange, Session session) {
        Map<Topic, Evidence> good = new EnumMap<>(Topic.class);
        good.putAll(passed);
        Map<Topic, Evidence> bad = new EnumMap<>(Topic.class);
        bad.putAll(failed);
        Evidence result = Evidence.result(exchange);
        for (CheckRun run : session.work().checks().items()) {
            if (run.sequence() == exchange.sequence()) {
                (run.passed() ? good : bad).put(topic(run.kind()), result);
            }
        }
        Optional<Evidence> changed = change;
        for (GitAction action : session.work().git().items()) {
            if (action.sequence() == exchange.sequence()) {
                Optional<Topic> topic = topic(action.verb());
                topic.ifPresent(each -> (action.worked() ? good : bad).put(each, result));
                changed = BRINGS_CODE.contains(action.verb()) && action.worked() ? Optional.of(result) : changed;
            }
        }
        if (isPush(exchange.commandLine())) {
            good.putIfAbsent(Topic.PUSH, result);
        }
        Ledger next = new Ledger(good, bad, changed, edit);
        return Looking.isAllKnown(exchange.commandLine()) ? next : next.afterAnyCheck(result);
    }

    /// Whether something is pushed by other means than git's own command.
    private static boolean isPush(CommandLine line) {
        for (SimpleCommand command : line.commands()) {
            for (String word : command.words()) {
                if (word.contains("push") || word.equals("sync")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Topic topic(CheckKind kind) {
        return switch (kind) {
            case TEST -> Topic.TESTS;
            case BUILD -> Topic.BUILD;
            case LINT -> Topic.LINT;
        };
    }

    private static Optional<Topic> topic(String verb) {
        return switch (verb) {
            case "commit" -> Optional.of(Topic.COMMIT);
            case "push" -> Optional.of(Topic.PUSH);
            default -> Optional.empty();
        };
    }

    /// The number of the last event of a kind, -1 before the first.
    static long place(Map<Topic, Evidence> runs, Topic topic) {
        Evidence last = runs.get(topic);
        return last == null ? -1 : last.sequence();
    }

    /// The number of the last change, -1 before the first.
    long lastChange() {
        return change.map(Evidence::sequence).orElse(-1L);
    }

    /// Whether the last edit of code was not committed since.
    boolean isUncommitted() {
        return edit.isPresent() && edit.get().sequence() > place(passed, Topic.COMMIT);
    }

    /// Whether a path is of the code that is worked on: no prose, and within the working directory.
    static boolean isCode(String path, Session session) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        Optional<String> directory = session.profile().directory();
        boolean isWithin = !path.startsWith("/") || directory.isEmpty() || path.startsWith(directory.get());
        return isWithin && !PROSE.contains(ending);
    }
}
