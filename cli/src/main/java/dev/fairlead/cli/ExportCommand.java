package dev.fairlead.cli;

import dev.fairlead.core.event.Event;
import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Dialects;
import dev.fairlead.wire.Exporter;
import dev.fairlead.wire.Reading;
import dev.fairlead.wire.TranscriptReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fairlead export`: writes stored sessions of any agent in a neutral format.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes stored sessions of any agent in a neutral format.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:written", "2:wrong usage", "3:nothing could be read, or not be written"})
final class ExportCommand implements Callable<Integer> {

    private static final int WRITTEN = 0;
    private static final int NOTHING_DONE = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            description = "Files or folders to search; without one, the places where agents keep their sessions.")
    private List<Path> paths = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "events, atif or otlp; events by default.")
    private ExportFormat format = ExportFormat.EVENTS;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write; standard output by default.")
    private @Nullable Path output;

    @Option(
            names = "--agent",
            paramLabel = "NAME",
            description = "Read every file as this agent's, not by its content.")
    private @Nullable String agent;

    @Override
    public Integer call() {
        Optional<Dialect> forced = Optional.ofNullable(agent).map(this::dialect);
        Warnings warnings = new Warnings(spec.commandLine().getErr());
        List<Path> places = paths.isEmpty() ? Sources.ofAgents(Dialects.all(), Terminal.home()) : paths;
        Output target = Output.of(spec, Optional.ofNullable(output), places);
        List<Path> files = target.without(files(places, warnings), warnings);
        if (files.isEmpty()) {
            spec.commandLine().getErr().println("fairlead: found no files to export; name a file or folder");
            return NOTHING_DONE;
        }
        int read = 0;
        try (Draft draft = target.open()) {
            Exporter exporter = format.to(draft.writer());
            for (Path file : files) {
                read += export(file, forced, exporter, warnings) ? 1 : 0;
            }
            if (read > 0) {
                draft.keep();
            }
        } catch (IOException | UncheckedIOException fault) {
            return unwritten(Sources.reason(fault));
        }
        warnings.end();
        return read == 0 ? NOTHING_DONE : WRITTEN;
    }

    /// Whether the file was understood.
    private static boolean export(Path file, Optional<Dialect> forced, Exporter exporter, Consumer<String> warnings)
            throws IOException {
        Consumer<Event> events = event -> {
            try {
                exporter.write(event);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        };
        Reading reading;
        try (Snapshot source = Snapshot.of(file)) {
            reading =
                    new TranscriptReader(Survey.stem(file), forced, events).read(file, new BufferedInputStream(source));
            if (source.hasChanged(file)) {
                warnings.accept("%s changed while it was read; what it held before was exported".formatted(file));
            }
        } catch (IOException fault) {
            warnings.accept("%s is not exported: it cannot be read: %s".formatted(file, Sources.reason(fault)));
            exporter.endFile();
            return false;
        }
        exporter.endFile();
        if (reading instanceof Reading.NotUnderstood not) {
            warnings.accept("%s is not exported: %s".formatted(file, not.reason()));
        }
        return reading instanceof Reading.Understood;
    }

    /// A reader that went away, such as `head`, has all it wanted; anything else is said.
    private int unwritten(String fault) {
        if (fault.contains("Broken pipe")) {
            return WRITTEN;
        }
        spec.commandLine().getErr().println("fairlead: the sessions cannot be written: " + fault);
        return NOTHING_DONE;
    }

    private List<Path> files(List<Path> places, Warnings warnings) {
        try {
            return new Sources(Event.NO_TIME, warnings).below(places);
        } catch (IOException missing) {
            throw new ParameterException(spec.commandLine(), String.valueOf(missing.getMessage()));
        }
    }

    private Dialect dialect(String name) {
        return Dialects.of(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no agent is called `%s`; there are %s"
                                .formatted(
                                        name,
                                        Dialects.all().stream()
                                                .map(Dialect::agent)
                                                .collect(Collectors.joining(", ")))));
    }
}
