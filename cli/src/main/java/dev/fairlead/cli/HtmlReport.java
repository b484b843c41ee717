package dev.fairlead.cli;

import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.secret.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The report as one self-contained page: it needs no network, works from disk, on a phone and in the dark.
///
/// Sessions without findings are counted, not listed. Of the others the [#MOST_SESSIONS] worst are listed, with at
/// most [#MOST_OF_A_SESSION] findings each; what is left out is said.
final class HtmlReport implements Report {

    /// The most sessions that are listed.
    static final int MOST_SESSIONS = 500;

    /// The most findings that are listed of one session.
    static final int MOST_OF_A_SESSION = 60;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Comparator<SessionReport> WORST_FIRST = Comparator.comparing(
                    (SessionReport session) -> session.worst().orElse(Severity.LOW))
            .thenComparingInt(session -> session.findings().size())
            .reversed();
    private static final Comparator<SessionReport.Flagged> SEVERE_FIRST = Comparator.comparing(
                    (SessionReport.Flagged flagged) -> flagged.finding().severity())
            .reversed();

    private final Writer out;
    private final List<SessionReport> flagged = new ArrayList<>();
    private final Map<String, long[]> byClass = new TreeMap<>();
    private final Map<String, long[]> byAgent = new TreeMap<>();
    private final long[] bySeverity = new long[Severity.values().length];
    private final List<String> unreadable = new ArrayList<>();
    private long left;
    private long suspicions;

    HtmlReport(Writer out) {
        this.out = out;
    }

    @Override
    public boolean showsSteps() {
        return true;
    }

    @Override
    public void session(SessionReport session) {
        long[] agent = byAgent.computeIfAbsent(session.agent(), _ -> new long[3]);
        agent[0]++;
        agent[1] += session.findings().isEmpty() ? 0 : 1;
        agent[2] += session.findings().size();
        for (SessionReport.Flagged each : session.findings()) {
            count(each.finding());
        }
        if (session.findings().isEmpty()) {
            return;
        }
        flagged.add(session);
        if (flagged.size() > 2 * MOST_SESSIONS) {
            trim();
        }
    }

    private void count(Finding finding) {
        suspicions += Label.isSuspicion(finding) ? 1 : 0;
        bySeverity[finding.severity().compareTo(Severity.LOW)]++;
        byClass.computeIfAbsent(finding.misbehaviour().code(), _ -> new long[3])[
                finding.severity().compareTo(Severity.LOW)]++;
    }

    private void trim() {
        flagged.sort(WORST_FIRST);
        if (flagged.size() > MOST_SESSIONS) {
            left += flagged.size() - MOST_SESSIONS;
            flagged.subList(MOST_SESSIONS, flagged.size()).clear();
        }
    }

    @Override
    public void unreadable(String file, String reason) {
        if (unreadable.size() < MOST_SESSIONS) {
            unreadable.add(file + ": " + reason);
        }
    }

    @Override
    public void end(Totals totals) throws IOException {
        trim();
        String page = resource("report.html");
        for (String part : page.split("(?=\\{\\{)|(?<=\\}\\})", -1)) {
            switch (part) {
                case "{{style}}" -> out.write(resource("report.css"));
                case "{{script}}" -> out.write(resource("report.js"));
                case "{{headline}}" -> headline(totals);
                case "{{classes}}" -> classes();
                case "{{agents}}" -> agents();
                case "{{sessions}}" -> sessions();
                case "{{footer}}" -> footer(totals);
                default -> out.write(part);
            }
        }
        out.flush();
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = HtmlReport.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IOException("the page's part `%s` is missing from this build".formatted(name));
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void headline(Totals totals) throws IOException {
        long clean = totals.sessions() - flagged.size() - left;
        write(
                "<p class=lead>%s in %s.%s%s</p><ul class=counts>",
                Html.counted(totals.findings(), "finding"),
                Html.counted(totals.sessions(), "session"),
                clean == 0 ? "" : String.format(Locale.ROOT, " Nothing to find in %,d of them.", clean),
                suspicions == 0 ? "" : " Only suspected: " + Html.counted(suspicions, "finding") + ".");
        for (Severity severity : new Severity[] {Severity.HIGH, Severity.MEDIUM, Severity.LOW}) {
            write(
                    "<li class=%1$s><b>%2$,d</b> %1$s</li>",
                    severity.code(), bySeverity[severity.compareTo(Severity.LOW)]);
        }
        out.write("</ul>");
    }

    private void classes() throws IOException {
        long most = byClass.values().stream().mapToLong(HtmlReport::sum).max().orElse(1);
        out.write("<table><thead><tr><th>Class<th class=bar><th class=n>Findings</thead><tbody>");
        List<Map.Entry<String, long[]>> sorted = new ArrayList<>(byClass.entrySet());
        sorted.sort(Comparator.comparingLong((Map.Entry<String, long[]> entry) -> sum(entry.getValue()))
                .reversed());
        for (Map.Entry<String, long[]> entry : sorted) {
            long[] count = entry.getValue();
            write("<tr><td>%s<td class=bar><span class=bar>", Html.escaped(entry.getKey()));
            for (Severity severity : new Severity[] {Severity.HIGH, Severity.MEDIUM, Severity.LOW}) {
                long n = count[severity.compareTo(Severity.LOW)];
                if (n > 0) {
                    write("<i class=%s style=width:%.1f%%></i>", severity.code(), 100.0 * n / most);
                }
            }
            write("</span><td class=n>%,d", sum(count));
        }
        out.write("</tbody></table>");
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private void agents() throws IOException {
        out.write("<table><thead><tr><th>Agent<th class=n>Sessions<th class=n>With findings<th class=n>Findings</thead>"
                + "<tbody>");
        for (Map.Entry<String, long[]> entry : byAgent.entrySet()) {
            long[] n = entry.getValue();
            write(
                    "<tr><td>%s<td class=n>%,d<td class=n>%,d<td class=n>%,d",
                    Html.escaped(entry.getKey()), n[0], n[1], n[2]);
        }
        out.write("</tbody></table>");
    }

    private void sessions() throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        for (SessionReport session : flagged) {
            int copy = seen.merge(session.id(), 1, Integer::sum);
            session(session, copy);
        }
        if (left > 0) {
            write(
                    "<p class=left>%s more with findings, none of them worse, are left out of this page.</p>",
                    Html.counted(left, "session"));
        }
        if (flagged.isEmpty()) {
            out.write("<p class=none>Nothing was found.</p>");
        }
    }

    private void session(SessionReport session, int copy) throws IOException {
        String when = session.profile().startedAt().equals(Event.NO_TIME)
                ? ""
                : " · " + DAY.format(session.profile().startedAt()) + " UTC";
        write(
                "<section class=session id=\"s-%s-%d\"><h3>%s</h3><p class=about>%s%s%s · %s · %,d failed</p>",
                Html.escaped(session.id()),
                copy,
                Html.escaped(Secrets.redact(session.title().isEmpty() ? session.id() : session.title())),
                Html.escaped(session.agent()),
                session.profile()
                        .model()
                        .map(model -> " · " + Html.escaped(model))
                        .orElse(""),
                when,
                Html.counted(session.tally().toolCalls(), "tool call"),
                session.tally().toolFailures());
        write("<p class=file>%s<br>session %s</p>", Html.escaped(session.file()), Html.escaped(session.id()));
        List<SessionReport.Flagged> sorted = new ArrayList<>(session.findings());
        sorted.sort(SEVERE_FIRST);
        for (SessionReport.Flagged each : sorted.subList(0, Math.min(sorted.size(), MOST_OF_A_SESSION))) {
            finding(each);
        }
        long more = sorted.size() - (long) MOST_OF_A_SESSION + session.leftOut();
        if (more > 0) {
            write("<p class=left>%s more are left out.</p>", Html.counted(more, "finding"));
        }
        out.write("</section>");
    }

    private void finding(SessionReport.Flagged flagged) throws IOException {
        Finding finding = flagged.finding();
        Label label = Label.of(finding, "–");
        write(
                "<details class=\"finding %1$s\" data-severity=%1$s data-class=%2$s><summary><span class=\"tag %1$s\">%1$s</span>"
                        + "<span class=class>%6$s</span><span class=place>%3$s</span><span class=claim>The agent %4$s.</span>"
                        + "</summary><p class=remedy><b>Instead:</b> %5$s.</p><ol class=steps>",
                finding.severity().code(),
                finding.misbehaviour().code(),
                label.place(),
                Html.words(finding.claim()),
                Html.words(finding.remedy()),
                label.name() + (label.isSuspicion() ? " <em class=suspicion>suspicion</em>" : ""));
        for (Step step : flagged.steps()) {
            write(
                    "<li class=\"%s%s\"><span class=line>%s</span><div><span class=who>%s</span>%s</div></li>",
                    step.kind().name().toLowerCase(Locale.ROOT),
                    step.isEvidence() ? " evidence" : "",
                    (step.origin().unit() == Origin.Unit.LINE ? "" : "#")
                            + step.origin().place(),
                    Html.escaped(who(step)),
                    step.text().isBlank() ? "" : "<pre>" + Html.escaped(Secrets.redact(step.text())) + "</pre>");
        }
        write(
                "</ol><p class=how>Found by <code>%s</code>, confidence %.2f.</p></details>",
                finding.detector(), finding.confidence());
    }

    private static String who(Step step) {
        return switch (step.kind()) {
            case PERSON -> "person";
            case AGENT -> "agent";
            case CALL -> "calls " + step.title();
            case WORKED -> "answer";
            case FAILED -> "failure";
            case CONTEXT -> "context";
        };
    }

    private void footer(Totals totals) throws IOException {
        write(
                "<p>Read %s, %s, %.1f MB in %.2f s.%s</p>",
                Html.counted(totals.files(), "file"),
                Html.counted(totals.events(), "event"),
                totals.bytes() / 1e6,
                totals.seconds(),
                totals.unread() == 0 ? "" : " " + Html.counted(totals.unread(), "record") + " not understood.");
        if (!unreadable.isEmpty()) {
            write("<details><summary>%s not scanned</summary><ul>", Html.counted(totals.unreadable(), "file"));
            for (String each : unreadable) {
                write("<li>%s", Html.escaped(each));
            }
            out.write("</ul></details>");
        }
    }

    private void write(String form, Object... parts) throws IOException {
        out.write(String.format(Locale.ROOT, form, parts));
    }
}
