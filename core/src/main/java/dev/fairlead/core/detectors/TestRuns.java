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

/// What the tests of a session and their runs show of each other.
///
/// @param written the first change of a test since the person spoke
/// @param red the number of the last run that failed, -1 before the first
/// @param passed the command lines that passed once, by digest
/// @param broken a run that failed though the same command line had passed before
/// @param some a run of some tests by name that passed, where all of them did not pass since the last change
/// @param all the number of the last run of all tests that passed, -1 before the first
record TestRuns(
        Optional<Evidence> written,
        long red,
        Marks passed,
        Optional<Broken> broken,
        Optional<Evidence> some,
        long all) {

    /// The most command lines that are kept in mind.
    private static final int RUNS = 16;

    static final TestRuns NONE =
            new TestRuns(Optional.empty(), -1, Marks.ofLast(RUNS), Optional.empty(), Optional.empty(), -1);

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

    /// Once the person spoke again.
    TestRuns asked() {
        return new TestRuns(Optional.empty(), red, passed, broken, some, all);
    }

    /// With a change of a test.
    TestRuns changed(Evidence change) {
        return written.isPresent() ? this : new TestRuns(Optional.of(change), red, passed, broken, some, all);
    }

    /// With a run of tests.
    TestRuns after(CheckRun run, Exchange exchange, Session session) {
        Evidence result = Evidence.result(exchange);
        long line = Digest.of(run.command());
        if (!run.passed()) {
            Optional<Broken> next = passed.has(line) ? Optional.of(new Broken(line, result)) : broken;
            return new TestRuns(written, run.sequence(), passed, next, some, all);
        }
        Optional<Broken> still = broken.filter(each -> each.line() != line);
        if (!namesTests(exchange.commandLine())) {
            return new TestRuns(written, red, passed.with(line), still, Optional.empty(), run.sequence());
        }
        Optional<Evidence> named = all > session.lastChange() ? Optional.empty() : Optional.of(result);
        return new TestRuns(written, red, passed.with(line), still, named, all);
    }

    /// With something that may have run any test.
    TestRuns afterAny(long sequence) {
        return new TestRuns(written, red, passed, Optional.empty(), Optional.empty(), sequence);
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
