package dev.fairlead.cli;

import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Preset;
import dev.fairlead.core.event.Event;
import dev.fairlead.wire.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fairlead replay`: what a policy would have decided on every call of stored sessions.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Tells what a policy would have decided on every tool call of stored sessions.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:replayed", "2:wrong usage, or a policy cannot be loaded", "3:nothing could be read"})
final class ReplayCommand implements Callable<Integer> {

    private static final int REPLAYED = 0;
    private static final int NOTHING_READ = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private PolicyChoice choice;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private Circumstances circumstances;

    @Option(
            names = "--against",
            paramLabel = "FILE|PRESET",
            description = "Another policy; tell which calls it would have decided about otherwise.")
    private String other = "";

    @Option(
            names = "--seconds-per-approval",
            paramLabel = "N",
            description = "How long a person takes to answer one question; ${DEFAULT-VALUE} by default, which is a"
                    + " guess.")
    private int seconds = 30;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "How many calls to show of each rule; ${DEFAULT-VALUE} by default.")
    private int samples = 2;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or jsonl; text by default.")
    private Style style = Style.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write; standard output by default.")
    private @Nullable Path output;

    @Parameters(
            paramLabel = "PATH",
            description = "Files or folders to search; without one, the places where agents keep their sessions.")
    private List<Path> paths = List.of();

    /// How a replay is written.
    enum Style {
        TEXT,
        JSONL
    }

    @Override
    public Integer call() throws IOException {
        if (seconds < 0 || samples < 0) {
            throw wrong("--seconds-per-approval and --samples take numbers from 0 on");
        }
        Policy policy =
                choice.policy(spec.commandLine(), Path.of("").toAbsolutePath().toString());
        Optional<Policy> against = other.isEmpty() ? Optional.empty() : Optional.of(against());
        Warnings warnings = new Warnings(spec.commandLine().getErr());
        List<Path> places = paths.isEmpty() ? Sources.ofAgents(Dialects.all(), Terminal.home()) : paths;
        Output target = Output.of(spec, Optional.ofNullable(output), places);
        List<Path> files = target.without(files(places, warnings), warnings);
        if (files.isEmpty()) {
            spec.commandLine().getErr().println("fairlead: found no files to replay; name a file or folder");
            return NOTHING_READ;
        }
        ReplayTally tally = new ReplayTally(samples);
        int read = 0;
        try (Draft draft = target.open();
                Progress progress = Progress.over(files)) {
            Writer out = draft.writer();
            ReplayJson json = new ReplayJson(out, tally);
            Replay.Hearer hearer = style == Style.JSONL ? json : tally;
            Context known = circumstances.context(spec.commandLine());
            read = new ReplayFiles(to -> new Replay(policy, against, known, to), progress.before(warnings), progress)
                    .replay(files, hearer);
            progress.done();
            if (style == Style.JSONL) {
                json.end(tally, policy.digest(), seconds);
            } else {
                new ReplayText(out).write(tally, policy.digest(), seconds, other);
            }
            draft.keep();
        } catch (IOException | UncheckedIOException fault) {
            return unwritten(Sources.reason(fault));
        }
        warnings.end();
        return read == 0 ? NOTHING_READ : REPLAYED;
    }

    private Policy against() {
        return Preset.of(other.toLowerCase(Locale.ROOT))
                .map(Policy::of)
                .orElseGet(() -> PolicyChoice.named(spec.commandLine(), List.of(Path.of(other)))
                        .policy());
    }

    /// A reader that went away, such as `head`, has all it wanted; anything else is said.
    private int unwritten(String message) {
        if (message.contains("Broken pipe")) {
            return REPLAYED;
        }
        spec.commandLine().getErr().println("fairlead: the replay cannot be written: " + message);
        return NOTHING_READ;
    }

    private List<Path> files(List<Path> places, Warnings warnings) {
        try {
            return new Sources(Event.NO_TIME, warnings).below(places);
        } catch (IOException missing) {
            throw wrong(String.valueOf(missing.getMessage()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
