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
import java.util.regex.Pattern;

/// What stands for or against a statement that no single check answers.
///
/// @param asked the person's last message
/// @param ran the number of the last command that may have tried the code, -1 before the first
/// @param cut a search whose answer was cut off and not read on
/// @param verdict a command that printed that something fails, and has not worked since
/// @param tests what the tests and their runs show
/// @param untried the last change of code, empty where something was tried since
record Proof(
        Optional<Evidence> asked,
        long ran,
        Optional<Evidence> cut,
        Optional<Verdict> verdict,
        TestRuns tests,
        Optional<Evidence> untried) {

    static final Proof NONE =
            new Proof(Optional.empty(), -1, Optional.empty(), Optional.empty(), TestRuns.NONE, Optional.empty());

    /// The most that is looked at of an answer, at each end, in characters.
    private static final int SEEN = 2_000;

    /// How clients and tools say that an answer was cut off.
    private static final Vocabulary CUT = Vocabulary.of(
            "output too large", "persisted-output", "output truncated", "results are truncated", "results truncated");

    /// A line that gives a verdict: a cross or the word in capitals, then what fails.
    private static final Pattern FAILS = Pattern.compile("(?m)^\\W{0,4}(?:✗|❌|FAIL:)");

    /// A command that printed that something fails.
    ///
    /// @param command the digest of its line
    record Verdict(long command, Evidence evidence) {}

    /// With a message of the person.
    Proof asked(Evidence message) {
        return new Proof(Optional.of(message), ran, Optional.empty(), verdict, tests.asked(), untried);
    }

    /// With a call that came back.
    Proof after(Exchange exchange, Session session, String text) {
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
        TestRuns runs = tests;
        boolean isCheck = false;
        for (CheckRun run : session.work().checks().items()) {
            if (run.sequence() == exchange.sequence()) {
                isCheck = true;
                runs = run.kind() == CheckKind.TEST ? runs.after(run, exchange, session) : runs;
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
        return new Proof(
                asked, isTrial ? exchange.sequence() : ran, cut, next, runs, isTrial ? Optional.empty() : untried);
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
                ran,
                cut,
                verdict,
                isOfTests ? tests.changed(result) : tests,
                isOfCode ? Optional.of(result) : untried);
    }

    private Proof tried(long sequence) {
        return new Proof(asked, sequence, cut, verdict, tests.afterAny(sequence), Optional.empty());
    }

    private Proof withCut(Optional<Evidence> next) {
        return new Proof(asked, ran, next, verdict, tests, untried);
    }

    private static boolean isCut(String text) {
        return CUT.isIn(head(text)) || text.length() > SEEN && CUT.isIn(text.substring(text.length() - SEEN));
    }

    private static String head(String text) {
        return text.substring(0, Math.min(SEEN, text.length()));
    }
}
