package dev.fairlead.cli;

import dev.fairlead.core.event.Event;
import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Dialects;
import dev.fairlead.wire.json.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `fairlead agents`: says which agents keep sessions on this machine, where, and how many.
@Command(
        name = "agents",
        mixinStandardHelpOptions = true,
        description = "Says which agents were found on this machine, where, and how many sessions they keep.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:looked", "2:wrong usage"})
final class AgentsCommand implements Callable<Integer> {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    /// The forms in which the agents are listed.
    enum ListFormat {
        /// For a person at a terminal.
        TABLE,
        /// One JSON object.
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json; table by default.")
    private ListFormat format = ListFormat.TABLE;

    @Option(names = "--home", paramLabel = "FOLDER", description = "Look below this folder; the home by default.")
    private @Nullable Path home;

    @Override
    public Integer call() throws IOException {
        Warnings warnings = new Warnings(spec.commandLine().getErr());
        List<FoundAgent> found = new ArrayList<>();
        for (Dialect dialect : Dialects.all()) {
            FoundAgent.of(dialect, Optional.ofNullable(home).orElseGet(Terminal::home), warning -> {
                        synchronized (warnings) { // files are read at once
                            warnings.accept(warning);
                        }
                    })
                    .ifPresent(found::add);
        }
        warnings.end();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TABLE -> table(found, out);
            case JSON -> json(found, out);
        }
        out.flush();
        return 0;
    }

    private static void table(List<FoundAgent> found, PrintWriter out) {
        if (found.isEmpty()) {
            out.println("no agent was found on this machine");
            return;
        }
        int width = found.stream()
                .mapToInt(each -> each.dialect().title().length())
                .max()
                .orElse(0);
        String line = "%-" + width + "s  %9s  %-20s  %s%n";
        out.printf(line, "agent", "sessions", "newest ended (UTC)", "where");
        for (FoundAgent each : found) {
            String newest = each.newest().equals(Event.NO_TIME) ? "-" : MINUTE.format(each.newest());
            String title = each.dialect().title();
            String sessions = "%,d".formatted(each.sessions());
            for (String place : each.places()) {
                out.printf(line, title, sessions, newest, "~/" + place);
                title = "";
                sessions = "";
                newest = "";
            }
        }
    }

    private static void json(List<FoundAgent> found, PrintWriter out) {
        try (JsonWriter json = new JsonWriter(out)) {
            json.object().array("agents");
            for (FoundAgent each : found) {
                json.object()
                        .text("agent", each.dialect().agent())
                        .text("title", each.dialect().title())
                        .array("places");
                each.places().forEach(json::item);
                json.endArray()
                        .number("files", each.files())
                        .number("sessions", each.sessions())
                        .number("subAgents", each.subAgents());
                newest(json, each.newest());
                json.endObject();
            }
            json.endArray().endObject();
        }
        out.println();
    }

    private static void newest(JsonWriter json, Instant newest) {
        if (!newest.equals(Event.NO_TIME)) {
            json.text("newestEnded", newest.toString());
        }
    }
}
