package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.session.CheckRun;
import dev.fairlead.core.session.Digest;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.session.Marks;
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

    /// Once the person spoke again, who may know of the failure.
    TestRuns asked() {
        return new TestRuns(Optional.empty(), red, passed, Optional.empty(), some, all);
    }

    /// Once the agent may have looked at the code without its change.
    TestRuns setAside() {
        return new TestRuns(written, red, passed, Optional.empty(), some, all);
    }

    /// With a change of a test.
    TestRuns changed(Evidence change) {
        return written.isPresent() ? this : new TestRuns(Optional.of(change), red, passed, broken, some, all);
    }

    /// With a run of tests.
    ///
    /// @param lastChange the number of the last change of code
    TestRuns after(CheckRun run, Exchange exchange, long lastChange) {
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
        Optional<Evidence> named = all > lastChange ? Optional.empty() : Optional.of(result);
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
        List<String> words = command.words();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int end = word.indexOf('=');
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            String named = end < 0 ? next : word.substring(end + 1);
            boolean isOption = NAMES.contains(end < 0 ? word : word.substring(0, end));
            if (isOption && !isOfAll(named) || word.contains("::")) {
                return true;
            }
        }
        return false;
    }

    /// Whether a pattern names nearly all tests: it leaves some out, or begins with what stands for any name.
    private static boolean isOfAll(String pattern) {
        return pattern.startsWith("not ") || pattern.startsWith("*") || pattern.startsWith(".");
    }
}
