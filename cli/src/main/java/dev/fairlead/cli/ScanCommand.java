package dev.fairlead.cli;

import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.core.event.Event;
import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fairlead scan`: reads stored sessions and reports what the agents did wrong.
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Reads stored sessions of coding agents and reports what went wrong in them.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:scanned",
            "1:findings at or above --fail-on",
            "2:wrong usage",
            "3:nothing could be read",
        })
final class ScanCommand implements Callable<Integer> {

    private static final int SCANNED = 0;
    private static final int FOUND = 1;
    private static final int NOTHING_READ = 3;
    private static final int MOST_THREADS = 8;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            description = "Files or folders to search; without one, the places where agents keep their sessions.")
    private List<Path> paths = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, jsonl, sarif or html; table by default.")
    private Format format = Format.TABLE;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write; standard output by default.")
    private @Nullable Path output;

    @Option(
            names = "--agent",
            paramLabel = "NAME",
            description = "Read every file as this agent's, not by its content.")
    private @Nullable String agent;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            description = "Only sessions that ended within, such as 7d or 12h.")
    private @Nullable String since;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "high, medium, low or none: end with status 1 on findings at or above; none by default.")
    private String failOn = "none";

    @Option(
            names = "--shadow",
            description = "Also tell what is only a suspicion: detectors that run in shadow, see docs/detectors.md.")
    private boolean isInShadow;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Files read at once; one for each processor by default.")
    private int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());

    @Override
    public Integer call() throws IOException {
        Optional<Severity> limit = limit();
        Optional<Dialect> forced = Optional.ofNullable(agent).map(this::dialect);
        Instant earliest = Optional.ofNullable(since).map(this::instant).orElse(Event.NO_TIME);
        if (threads < 1) {
            throw wrong("--threads takes a number from 1 on, not `%d`".formatted(threads));
        }
        Warnings warnings = new Warnings(spec.commandLine().getErr());
        List<Path> places = paths.isEmpty() ? Sources.ofAgents(Dialects.all(), Terminal.home()) : paths;
        Output target = Output.of(spec, Optional.ofNullable(output), places);
        List<Path> files = target.without(files(places, earliest, warnings), warnings);
        if (files.isEmpty()) {
            spec.commandLine().getErr().println("fairlead: found no files to scan; name a file or folder");
            return NOTHING_READ;
        }
        List<Detector<?>> detectors = isInShadow ? Detectors.all() : Detectors.proven();
        Totals totals;
        WorstOf worst;
        try (Draft draft = target.open();
                Progress progress = Progress.over(files)) {
            worst = new WorstOf(report(draft.writer()));
            totals = new Survey(files, forced, detectors, earliest, threads, progress)
                    .run(worst, progress.before(warnings));
            progress.done();
            worst.end(totals);
            draft.keep();
        } catch (IOException | UncheckedIOException fault) {
            return unwritten(Sources.reason(fault));
        }
        warnings.end();
        if (totals.files() == 0) {
            return NOTHING_READ;
        }
        return limit.isPresent() && worst.reaches(limit.get()) ? FOUND : SCANNED;
    }

    /// A reader that went away, such as `head`, has all it wanted; anything else is said.
    private int unwritten(String message) {
        if (message.contains("Broken pipe")) {
            return SCANNED;
        }
        spec.commandLine().getErr().println("fairlead: the report cannot be written: " + message);
        return NOTHING_READ;
    }

    private Report report(Writer out) {
        return switch (format) {
            case TABLE -> new TableReport(out, Terminal.hasColour(output == null), Terminal.width(output == null));
            case JSONL -> new JsonLinesReport(out);
            case SARIF -> new SarifReport(out);
            case HTML -> new HtmlReport(out);
        };
    }

    private List<Path> files(List<Path> places, Instant earliest, Warnings warnings) {
        if (places.isEmpty()) {
            return List.of();
        }
        try {
            return new Sources(earliest, warnings).below(places);
        } catch (IOException missing) {
            throw wrong(String.valueOf(missing.getMessage()));
        }
    }

    private Optional<Severity> limit() {
        return switch (failOn.toLowerCase(Locale.ROOT)) {
            case "none" -> Optional.empty();
            case "low" -> Optional.of(Severity.LOW);
            case "medium" -> Optional.of(Severity.MEDIUM);
            case "high" -> Optional.of(Severity.HIGH);
            default -> throw wrong("--fail-on takes high, medium, low or none, not `%s`".formatted(failOn));
        };
    }

    private Dialect dialect(String name) {
        return Dialects.of(name)
                .orElseThrow(() -> wrong("no agent is called `%s`; there are %s"
                        .formatted(
                                name,
                                Dialects.all().stream().map(Dialect::agent).collect(Collectors.joining(", ")))));
    }

    private Instant instant(String duration) {
        try {
            long amount = Long.parseUnsignedLong(duration.substring(0, duration.length() - 1));
            Duration back = switch (duration.charAt(duration.length() - 1)) {
                case 'm' -> Duration.ofMinutes(amount);
                case 'h' -> Duration.ofHours(amount);
                case 'd' -> Duration.ofDays(amount);
                case 'w' -> Duration.ofDays(Math.multiplyExact(7, amount));
                default -> throw new NumberFormatException(duration);
            };
            return Instant.now().minus(back);
        } catch (NumberFormatException | IndexOutOfBoundsException | ArithmeticException notOne) {
            throw wrong("--since takes a number and m, h, d or w, such as 7d, not `%s`".formatted(duration));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
