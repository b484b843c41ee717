package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.session.CheckRun;
import dev.fairlead.core.session.Digest;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.session.FileChange;
import dev.fairlead.core.session.Session;
import dev.fairlead.core.shell.CheckKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands for or against a statement that no single check answers.
///
/// @param asked the person's last message
/// @param trials what was last tried, looked at and changed
/// @param cut a search whose answer was cut off and not read on
/// @param verdict a command that printed that something fails, and has not worked since
/// @param tests what the tests and their runs show
/// @param untried the last change of code, empty where something was tried since
record Proof(
        Optional<Evidence> asked,
        Trials trials,
        Optional<Evidence> cut,
        Optional<Verdict> verdict,
        TestRuns tests,
        Optional<Evidence> untried) {

    static final Proof NONE = new Proof(
            Optional.empty(), Trials.NONE, Optional.empty(), Optional.empty(), TestRuns.NONE, Optional.empty());

    /// The most that is looked at of an answer, at each end, in characters.
    private static final int SEEN = 2_000;

    /// How clients and tools say that an answer was cut off.
    private static final Vocabulary CUT = Vocabulary.of(
            "output too large", "persisted-output", "output truncated", "results are truncated", "results truncated");

    /// A line that gives a verdict: a cross or the word in capitals, then what fails.
    private static final Pattern FAILS = Pattern.compile("(?m)^\\W{0,4}(?:✗|❌|FAIL:)");

    /// Git's subcommands that bring back code without the last change, or put it elsewhere.
    private static final Set<String> SETS_ASIDE = Set.of("stash", "checkout", "switch", "worktree");

    /// The numbers of the last of each, -1 before the first.
    ///
    /// @param ran a command that may have tried the code
    /// @param checked a check that passed
    /// @param looked any call that came back
    /// @param changed a change of code
    record Trials(long ran, long checked, long looked, long changed) {
        static final Trials NONE = new Trials(-1, -1, -1, -1);

        Trials tried(long sequence) {
            return new Trials(sequence, checked, looked, changed);
        }

        /// Whether nothing was tried since a question, nor a check passed since the last change; in mere talk, without
        /// a
        /// call before, there is nothing to try.
        boolean isOnlyRead(long question) {
            boolean isTalk = looked < 0;
            return !isTalk && ran < question && (checked < 0 || checked < changed);
        }
    }

    /// A command that printed that something fails.
    ///
    /// @param command the digest of its line
    record Verdict(long command, Evidence evidence) {}

    /// With a message of the person.
    Proof asked(Evidence message) {
        return new Proof(Optional.of(message), trials, Optional.empty(), verdict, tests.asked(), untried);
    }

    /// With a call that came back.
    Proof after(Exchange exchange, Session session, String text) {
        boolean isChange = exchange.worked()
                && exchange.call().changes().stream().anyMatch(each -> Ledger.isCode(each.path(), session));
        long at = exchange.sequence();
        return with(new Trials(trials.ran(), trials.checked(), at, isChange ? at : trials.changed()))
                .done(exchange, session, text);
    }

    private Proof with(Trials next) {
        return new Proof(asked, next, cut, verdict, tests, untried);
    }

    private Proof done(Exchange exchange, Session session, String text) {
        return switch (exchange.call().action()) {
            case Action.Command command -> afterCommand(command, exchange, session, text);
            case Action.Search _ -> isCut(text) ? withCut(Optional.of(Evidence.result(exchange))) : this;
            case Action.Read _ -> withCut(Optional.empty());
            case Action.Edit _, Action.Write _, Action.Patch _ ->
                exchange.worked() ? afterChange(exchange, session) : this;
            case Action.Delegate _ -> tried(exchange.sequence());
            case Action.Fetch _, Action.Poll _, Action.Ask _, Action.Plan _, Action.Other _ -> this;
        };
    }

    private Proof afterCommand(Action.Command command, Exchange exchange, Session session, String text) {
        TestRuns runs = isSetAside(exchange) ? tests.setAside() : tests;
        boolean isCheck = false;
        boolean isPassed = false;
        for (CheckRun run : session.work().checks().items()) {
            if (run.sequence() == exchange.sequence()) {
                isCheck = true;
                isPassed |= run.passed();
                runs = run.kind() == CheckKind.TEST ? runs.after(run, exchange, trials.changed()) : runs;
            }
        }
        boolean isAny = !Looking.isAllKnown(exchange.commandLine());
        boolean isTrial = isCheck || isAny;
        runs = isAny ? runs.afterAny(exchange.sequence()) : runs;
        long line = Digest.of(command.line());
        Optional<Verdict> next = verdict;
        if (!exchange.worked() && FAILS.matcher(head(text)).find()) {
            next = Optional.of(new Verdict(line, Evidence.result(exchange)));
        } else if (exchange.worked()
                && verdict.filter(each -> each.command() == line).isPresent()) {
            next = Optional.empty();
        }
        long at = exchange.sequence();
        Trials tries = new Trials(isTrial ? at : trials.ran(), isPassed ? at : trials.checked(), at, trials.changed());
        return new Proof(asked, tries, cut, next, runs, isTrial ? Optional.empty() : untried);
    }

    private static boolean isSetAside(Exchange exchange) {
        return exchange.commandLine().commands().stream()
                .anyMatch(command -> command.program().equals("git") && SETS_ASIDE.contains(command.verb()));
    }

    private Proof afterChange(Exchange exchange, Session session) {
        Evidence result = Evidence.result(exchange);
        boolean isOfTests = false;
        boolean isOfCode = false;
        for (FileChange each : exchange.call().changes()) {
            isOfTests |= RedTests.isTestFile(each.path());
            isOfCode |= Ledger.isCode(each.path(), session);
        }
        return new Proof(
                asked,
                trials,
                cut,
                verdict,
                isOfTests ? tests.changed(result) : tests,
                isOfCode ? Optional.of(result) : untried);
    }

    private Proof tried(long sequence) {
        return new Proof(asked, trials.tried(sequence), cut, verdict, tests.afterAny(sequence), Optional.empty());
    }

    private Proof withCut(Optional<Evidence> next) {
        return new Proof(asked, trials, next, verdict, tests, untried);
    }

    private static boolean isCut(String text) {
        return CUT.isIn(head(text)) || text.length() > SEEN && CUT.isIn(text.substring(text.length() - SEEN));
    }

    private static String head(String text) {
        return text.substring(0, Math.min(SEEN, text.length()));
    }
}
