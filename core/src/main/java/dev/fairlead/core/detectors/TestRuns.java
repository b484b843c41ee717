package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.session.CheckRun;
import dev.fairlead.core.session.Digest;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.session.Marks;
import dev.fairlead.core.session.Session;
import dev.fairlead.core.shell.CheckKind;
import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/// What the runs of tests in a session show of each other.
///
/// @param passed the command lines that passed once, by digest
/// @param broken a run that failed though the same command line had passed before
/// @param some a run of some tests by name that passed, where all of them did not pass since the last change
/// @param all the number of the last run of all tests that passed, -1 before the first
record TestRuns(Marks passed, Optional<Broken> broken, Optional<Evidence> some, long all) {

    /// The most command lines that are kept in mind.
    private static final int RUNS = 16;

    static final TestRuns NONE = new TestRuns(Marks.ofLast(RUNS), Optional.empty(), Optional.empty(), -1);

    /// Options that name the tests to run.
    private static final List<String> NAMES = List.of(
            "-run",
            "--run",
            "-k",
            "-t",
            "--testNamePattern",
            "--test-name-pattern",
            "--filter",
            "--grep",
            "-Dtest",
            "-Dit.test",
            "--tests",
            "--only");

    /// A run that failed.
    ///
    /// @param line the digest of its command line
    record Broken(long line, Evidence evidence) {}

    /// With a run of tests.
    TestRuns after(CheckRun run, Exchange exchange, Session session) {
        Evidence result = Evidence.result(exchange);
        long line = Digest.of(run.command());
        if (!run.passed()) {
            return passed.has(line) ? new TestRuns(passed, Optional.of(new Broken(line, result)), some, all) : this;
        }
        Optional<Broken> still = broken.filter(each -> each.line() != line);
        if (!namesTests(exchange.commandLine())) {
            return new TestRuns(passed.with(line), still, Optional.empty(), run.sequence());
        }
        boolean isAllTried = all > session.lastChange();
        return new TestRuns(passed.with(line), still, isAllTried ? Optional.empty() : Optional.of(result), all);
    }

    /// With something that may have run any test.
    TestRuns afterAny(long sequence) {
        return new TestRuns(passed, Optional.empty(), Optional.empty(), sequence);
    }

    private static boolean namesTests(CommandLine line) {
        for (SimpleCommand command : line.commands()) {
            if (CheckKind.of(command).filter(CheckKind.TEST::equals).isPresent() && namesTests(command)) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesTests(SimpleCommand command) {
        for (String word : command.words()) {
            int end = word.indexOf('=');
            if (NAMES.contains(end < 0 ? word : word.substring(0, end)) || word.contains("::")) {
                return true;
            }
        }
        return false;
    }
}
