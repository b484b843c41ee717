package dev.fairlead.cli;

import dev.fairlead.code.Remark;
import dev.fairlead.code.change.FileChange;
import dev.fairlead.code.change.GitHistory;
import dev.fairlead.code.review.Coverage;
import dev.fairlead.code.review.Review;
import dev.fairlead.code.review.Reviewer;
import dev.fairlead.code.syntax.GuardedParser;
import dev.fairlead.code.syntax.Parser;
import dev.fairlead.core.detect.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fairlead review`: judges what a change adds to the code.
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        subcommands = {ReviewImportCommand.class, ReviewSeriesCommand.class},
        description = {
            "Judges what a change adds to the code: security, reliability, complexity, hygiene, coverage.",
            "",
            "Only lines that were added or changed count. What is found and how grades come about is told in"
                    + " docs/review.md.",
            ""
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:reviewed", "1:findings at or above --fail-on", "2:wrong usage", "3:nothing could be read"})
final class ReviewCommand implements Callable<Integer> {

    private static final int FOUND = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RANGE",
            arity = "0..1",
            description = "BASE..HEAD: from where HEAD parted from BASE to HEAD. BASE: to the files as they are now. "
                    + "Without one: what is not committed.")
    private String range = "HEAD";

    @Option(names = "--repository", paramLabel = "DIR", description = "A folder in the repository; here by default.")
    private Path folder = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, jsonl, sarif, html or markdown; table by default.")
    private ReviewFormat format = ReviewFormat.TABLE;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write; standard output by default.")
    private @Nullable Path output;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "high, medium, low or none: end with status 1 on findings at or above; none by default.")
    private String failOn = "none";

    @Option(
            names = "--sessions",
            paramLabel = "PATH",
            description =
                    "Sessions to find the step in that wrote a line; the places where agents keep them by default.")
    private List<Path> sessions = List.of();

    @Option(
            names = "--sarif",
            paramLabel = "FILE",
            description = "What another tool found, in SARIF 2.1.0; may be given several times.")
    private List<Path> sarif = List.of();

    @Option(
            names = "--coverage",
            paramLabel = "FILE",
            description = "A report of JaCoCo, Cobertura, LCOV, Go or coverage.py; may be given several times.")
    private List<Path> coverage = List.of();

    @Option(
            names = "--tools",
            paramLabel = "NAME",
            split = ",",
            description = "Tools to run that are installed here; `all` for all that are; see docs/review.md.")
    private List<String> tools = List.of();

    @Option(
            names = "--registry",
            description =
                    "Ask the registry about packages that are known nowhere here, by its own client (npm, pip, go,"
                            + " cargo, gem, composer, dotnet, mvn).")
    private boolean isRegistryAsked;

    @Option(
            names = "--deny-licences",
            paramLabel = "NAME",
            split = ",",
            description = "Licences that packages must not be under, as SPDX calls them.")
    private List<String> deniedLicences = List.of();

    @Override
    public Integer call() throws IOException {
        Optional<Severity> limit = limit();
        List<Path> read =
                Stream.of(sessions, sarif, coverage).flatMap(List::stream).toList();
        Output target = Output.of(spec, Optional.ofNullable(output), read);
        Warnings warnings = new Warnings(spec.commandLine().getErr());
        Told told;
        try (GitHistory history = GitHistory.around(folder);
                Parser parser = GuardedParser.open()) {
            List<FileChange> changes = changes(history);
            List<Remark> others = new ArrayList<>(OtherTools.read(sarif, history.root()));
            others.addAll(OtherTools.run(tools, changes, history.root(), warnings));
            others.addAll(OtherTools.pmd(changes, warnings));
            others.addAll(OtherTools.packages(changes, history.root(), isRegistryAsked, deniedLicences));
            Optional<Coverage> covered = OtherTools.coverage(coverage);
            Review review =
                    new Reviewer(parser).review(changes, others, covered).without(history.leftOut());
            told = Told.of(shown(), review, SessionEdits.in(sessions, warnings));
        }
        write(told, target);
        warnings.end();
        boolean reaches = limit.isPresent()
                && told.review().remarks().stream()
                        .anyMatch(each -> each.severity().compareTo(limit.get()) >= 0);
        return reaches ? FOUND : 0;
    }

    private List<FileChange> changes(GitHistory history) throws IOException {
        int dots = range.indexOf("..");
        if (dots < 0) {
            return history.sinceCommit(range);
        }
        String head = range.substring(dots).replaceFirst("^\\.{2,3}", "");
        return history.between(range.substring(0, dots), head.isEmpty() ? "HEAD" : head);
    }

    private String shown() {
        return range.contains("..") ? range : range + " to the files as they are";
    }

    private void write(Told told, Output target) throws IOException {
        String text = switch (format) {
            case TABLE -> ReviewTable.of(told);
            case JSONL -> ReviewJson.of(told);
            case SARIF -> ReviewSarif.of(told);
            case HTML -> ReviewHtml.of(told);
            case MARKDOWN -> ReviewMarkdown.of(told);
        };
        try (Draft draft = target.open()) {
            draft.writer().write(text);
            draft.keep();
        }
    }

    private Optional<Severity> limit() {
        return switch (failOn.toLowerCase(Locale.ROOT)) {
            case "none" -> Optional.empty();
            case "low" -> Optional.of(Severity.LOW);
            case "medium" -> Optional.of(Severity.MEDIUM);
            case "high" -> Optional.of(Severity.HIGH);
            default ->
                throw new ParameterException(
                        spec.commandLine(), "--fail-on takes high, medium, low or none, not `%s`".formatted(failOn));
        };
    }
}
