package dev.fairlead.cli;

import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.secret.Secrets;
import dev.fairlead.server.ServerSettings;
import dev.fairlead.wire.Dialects;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `fairlead up`: scans this machine's sessions, or the bundled examples where there are none, and writes the report.
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Scans the sessions of this machine's agents, or the examples where there are none, writes a page,"
                        + " and starts the server to which agents are connected.")
final class UpCommand implements Callable<Integer> {

    private static final int WORST = 3;
    private static final int NOTHING_READ = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where to write the page; ~/.fairlead/report.html by default.")
    private @Nullable Path output;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where the server listens; ${DEFAULT-VALUE} by default.")
    private int port = ServerSettings.PORT;

    @Option(names = "--report-only", description = "Write the page, and start no server.")
    private boolean isOnlyReport;

    @Override
    public Integer call() throws IOException {
        PrintWriter say = spec.commandLine().getOut();
        Warnings warnings = new Warnings(spec.commandLine().getErr());
        List<Path> places = Sources.ofAgents(Dialects.all(), Terminal.home());
        List<Path> files = sessions(places, warnings);
        if (files.isEmpty()) {
            Path examples = Path.of(System.getProperty("fairlead.home", "."), "examples", "sessions");
            if (!Files.isDirectory(examples)) {
                spec.commandLine()
                        .getErr()
                        .println("fairlead: no agent has stored sessions here, and the examples are not at "
                                + examples.toAbsolutePath() + "; name a folder with `fairlead scan FOLDER`");
                return NOTHING_READ;
            }
            say.println("no agent has stored sessions on this machine; these are the bundled examples");
            files = sessions(List.of(examples), warnings);
        } else {
            Dialects.all().stream()
                    .flatMap(each -> each.places().stream())
                    .filter(place -> !Places.of(place, Terminal.home()).isEmpty())
                    .forEach(place -> say.println("scanning " + Terminal.home().resolve(place)));
        }
        say.flush();
        return scan(files, warnings, say);
    }

    /// The agents' own folders hold other files too; a session is in a file of JSON Lines, a JSON document or a
    /// database, and what only describes one is named so.
    static List<Path> sessions(List<Path> places, Consumer<String> warnings) throws IOException {
        return new Sources(Event.NO_TIME, warnings)
                .below(places).stream()
                        .filter(file -> file.toString().matches(".*(?<!\\.meta)\\.(?:jsonl?|db)"))
                        .toList();
    }

    private int scan(List<Path> files, Warnings warnings, PrintWriter say) throws IOException {
        Path page = output == null ? State.folder().resolve("report.html") : output;
        Path folder = page.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Summary summary;
        Totals totals;
        try (Writer out = Terminal.writer(Files.newOutputStream(page));
                Progress progress = Progress.over(files)) {
            summary = new Summary(new HtmlReport(out));
            int threads = Math.min(8, Runtime.getRuntime().availableProcessors());
            totals = new Survey(files, Optional.empty(), Detectors.proven(), Event.NO_TIME, threads, progress)
                    .run(summary, progress.before(warnings));
            progress.done();
            summary.end(totals);
        }
        warnings.end();
        summary.print(say, totals);
        say.println("report: " + page.toAbsolutePath());
        serve(say);
        say.flush();
        return totals.files() == 0 ? NOTHING_READ : 0;
    }

    /// Starts the server, unless one runs.
    private void serve(PrintWriter say) throws IOException {
        if (isOnlyReport) {
            return;
        }
        State.Running running = State.running().orElse(null);
        if (running == null) {
            running = Background.start(port);
            say.println("server: %s, in the background; `fairlead down` ends it".formatted(running.address()));
        } else {
            say.println("server: %s, which ran already".formatted(running.address()));
        }
        say.println("console: " + OpenCommand.link());
        say.println("next: `fairlead connect AGENT` lets an agent be watched and guided while it works");
    }

    /// Hands everything on and keeps what the terminal is told.
    private static final class Summary implements Report {

        private static final Comparator<Found> WORST_FIRST = Comparator.comparing(
                        (Found found) -> found.finding().severity())
                .reversed();

        private final Report next;
        private final Map<String, Long> classes = new TreeMap<>();
        private final List<Found> worst = new ArrayList<>();

        private record Found(SessionReport session, Finding finding) {}

        Summary(Report next) {
            this.next = next;
        }

        @Override
        public void session(SessionReport session) throws IOException {
            for (SessionReport.Flagged flagged : session.findings()) {
                Finding finding = flagged.finding();
                classes.merge(finding.misbehaviour().code(), 1L, Long::sum);
                boolean matters = worst.size() < WORST
                        || finding.severity()
                                        .compareTo(worst.getLast().finding().severity())
                                > 0;
                if (matters) {
                    worst.add(new Found(session, finding));
                    worst.sort(WORST_FIRST);
                    if (worst.size() > WORST) {
                        worst.removeLast();
                    }
                }
            }
            next.session(session);
        }

        @Override
        public void unreadable(String file, String reason) throws IOException {
            next.unreadable(file, reason);
        }

        @Override
        public void end(Totals totals) throws IOException {
            next.end(totals);
        }

        @Override
        public boolean showsSteps() {
            return true;
        }

        void print(PrintWriter say, Totals totals) {
            say.printf(
                    Locale.ROOT,
                    "read %s in %.1f s and found %s%n",
                    Html.counted(totals.sessions(), "session"),
                    totals.seconds(),
                    Html.counted(totals.findings(), "fault"));
            classes.forEach((name, count) -> say.printf(Locale.ROOT, "  %5d  %s%n", count, name));
            if (!worst.isEmpty()) {
                say.println(worst.getFirst().finding().severity() == Severity.LOW ? "for example:" : "the worst:");
            }
            for (Found each : worst) {
                for (String line : Wrap.lines(
                        Wrap.plain("the agent " + Secrets.redact(each.finding().claim())), 76)) {
                    say.println("  " + line);
                }
                say.println("    at " + each.session().file() + ":"
                        + each.finding().last().origin().place());
                for (String line : Wrap.lines("instead: " + each.finding().remedy(), 74)) {
                    say.println("    " + line);
                }
            }
        }
    }
}
