package dev.fairlead.cli;

import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.secret.Secrets;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The report for a person at a terminal: sessions with their findings, most severe first, within the columns of the
/// terminal.
///
/// At most [#MOST_SESSIONS] sessions are kept to be sorted; of the others the number is told.
final class TableReport implements Report {

    /// The most sessions that are listed.
    static final int MOST_SESSIONS = 1_000;

    private static final int MOST_OF_A_SESSION = 40;
    private static final int MARGIN = 9;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Comparator<SessionReport> WORST_FIRST = Comparator.comparing(
                    (SessionReport session) -> session.worst().orElse(Severity.LOW))
            .thenComparingInt(session -> session.findings().size())
            .reversed();
    private static final Comparator<SessionReport.Flagged> SEVERE_FIRST = Comparator.comparing(
                    (SessionReport.Flagged flagged) -> flagged.finding().severity())
            .reversed();

    private final Writer out;
    private final boolean hasColour;
    private final int width;
    private final List<SessionReport> flagged = new ArrayList<>();
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    private long suspicions;
    private long clean;
    private long notListed;

    /// @param width how many columns a line may take
    TableReport(Writer out, boolean hasColour, int width) {
        this.out = out;
        this.hasColour = hasColour;
        this.width = width;
    }

    @Override
    public void session(SessionReport session) {
        if (session.findings().isEmpty()) {
            clean++;
            return;
        }
        for (SessionReport.Flagged each : session.findings()) {
            counts.merge(each.finding().severity(), 1L, Long::sum);
            suspicions += Label.isSuspicion(each.finding()) ? 1 : 0;
        }
        if (flagged.size() < MOST_SESSIONS) {
            flagged.add(session);
        } else {
            notListed++;
        }
    }

    @Override
    public void unreadable(String file, String reason) {
        // named on standard error; the last lines count it
    }

    @Override
    public void end(Totals totals) throws IOException {
        flagged.sort(WORST_FIRST);
        for (SessionReport session : flagged) {
            print(session);
        }
        if (notListed > 0) {
            line(String.format(Locale.ROOT, "and %,d more sessions with findings%n", notListed));
        }
        wrapped(String.format(
                Locale.ROOT,
                "%s in %s: %,d high, %,d medium, %,d low; nothing found in %,d",
                Html.counted(totals.findings(), "finding"),
                Html.counted(totals.sessions(), "session"),
                counts.getOrDefault(Severity.HIGH, 0L),
                counts.getOrDefault(Severity.MEDIUM, 0L),
                counts.getOrDefault(Severity.LOW, 0L),
                clean));
        if (suspicions > 0) {
            line("only suspected: " + Html.counted(suspicions, "finding") + ", see docs/detectors.md");
        }
        wrapped(String.format(
                Locale.ROOT,
                "read %s, %s, %.1f MB in %.2f s (%.0f MB/s)",
                Html.counted(totals.files(), "file"),
                Html.counted(totals.events(), "event"),
                totals.bytes() / 1e6,
                totals.seconds(),
                totals.bytes() / 1e6 / Math.max(totals.seconds(), 1e-3)));
        if (totals.unread() > 0) {
            line(Html.counted(totals.unread(), "record") + " not understood");
        }
        if (totals.unreadable() > 0) {
            line(Html.counted(totals.unreadable(), "file") + " not scanned");
        }
        out.flush();
    }

    private void wrapped(String text) throws IOException {
        for (String line : Wrap.lines(text, width)) {
            line(line);
        }
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write(System.lineSeparator());
    }

    private void print(SessionReport session) throws IOException {
        String title = session.title().isEmpty() ? session.id() : session.title();
        line(bold(Wrap.cut(Wrap.plain(Secrets.redact(title)), width)));
        String when = session.profile().startedAt().equals(Event.NO_TIME)
                ? ""
                : ", " + DAY.format(session.profile().startedAt());
        String about = session.agent()
                + session.profile().model().map(model -> ", " + model).orElse("") + when + ", "
                + Html.counted(session.tally().toolCalls(), "call") + ", "
                + session.tally().toolFailures() + " failed";
        for (String line : Wrap.lines(Wrap.plain(about), width - 2)) {
            line(dim("  " + line));
        }
        line(dim("  " + Wrap.cut(Wrap.plain("session " + session.id()), width - 2)));
        line(dim("  " + Wrap.tail(Wrap.plain(session.file()), width - 2)));
        List<SessionReport.Flagged> sorted = new ArrayList<>(session.findings());
        sorted.sort(SEVERE_FIRST);
        for (SessionReport.Flagged each : sorted.subList(0, Math.min(sorted.size(), MOST_OF_A_SESSION))) {
            print(each.finding());
        }
        if (sorted.size() > MOST_OF_A_SESSION) {
            line("  and " + Html.counted((long) sorted.size() - MOST_OF_A_SESSION, "more finding"));
        }
        line("");
    }

    private void print(Finding finding) throws IOException {
        String severity = String.format(Locale.ROOT, "%-6s", finding.severity().code());
        Label label = Label.of(finding, "-");
        String place = label.place() + (label.isSuspicion() ? ", a suspicion" : "");
        boolean fits = MARGIN + label.name().length() + 2 + place.length() <= width;
        line("  " + coloured(finding.severity(), severity) + " " + bold(label.name()) + (fits ? "  " + place : ""));
        if (!fits) {
            line(" ".repeat(MARGIN) + place);
        }
        for (String line : Wrap.lines(Wrap.plain(Secrets.redact(finding.claim())), width - MARGIN)) {
            line(" ".repeat(MARGIN) + line);
        }
        for (String line : Wrap.lines("instead: " + finding.remedy(), width - MARGIN)) {
            line(" ".repeat(MARGIN) + dim(line));
        }
    }

    private String coloured(Severity severity, String text) {
        return switch (severity) {
            case HIGH -> escaped("1;31", text);
            case MEDIUM -> escaped("33", text);
            case LOW -> escaped("36", text);
        };
    }

    private String bold(String text) {
        return escaped("1", text);
    }

    private String dim(String text) {
        return escaped("2", text);
    }

    private String escaped(String code, String text) {
        return hasColour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
