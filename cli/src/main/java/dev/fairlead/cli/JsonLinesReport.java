package dev.fairlead.cli;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.secret.Secrets;
import dev.fairlead.wire.json.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;

/// One JSON object a line: a session, then its findings; a summary at the end. The order of keys is part of the
/// contract.
final class JsonLinesReport implements Report {

    private final Writer out;

    JsonLinesReport(Writer out) {
        this.out = out;
    }

    @Override
    public void session(SessionReport session) throws IOException {
        try (JsonWriter json = new JsonWriter(out)) {
            json.object()
                    .text("type", "session")
                    .text("session", session.id())
                    .text("file", session.file())
                    .text("agent", session.agent())
                    .text("model", session.profile().model().orElse(""))
                    .text("startedAt", time(session.profile().startedAt()))
                    .text("endedAt", time(session.profile().endedAt()))
                    .number("events", session.tally().events())
                    .number("toolCalls", session.tally().toolCalls())
                    .number("toolFailures", session.tally().toolFailures())
                    .number("inputTokens", session.tally().tokens().read())
                    .number("outputTokens", session.tally().tokens().output())
                    .number("unread", session.tally().unread())
                    .endObject();
        }
        out.write('\n');
        for (SessionReport.Flagged flagged : session.findings()) {
            finding(session, flagged.finding());
        }
    }

    private void finding(SessionReport session, Finding finding) throws IOException {
        try (JsonWriter json = new JsonWriter(out)) {
            json.object()
                    .text("type", "finding")
                    .text("session", session.id())
                    .text("file", session.file())
                    .text("detector", finding.detector())
                    .text("class", finding.misbehaviour().code())
                    .text("category", finding.misbehaviour().category().code())
                    .text("severity", finding.severity().code())
                    .number("confidence", finding.confidence())
                    .text("claim", Secrets.redact(finding.claim()))
                    .text("remedy", finding.remedy())
                    .array("evidence");
            for (Evidence evidence : finding.evidence()) {
                json.object()
                        .number(
                                evidence.origin().unit() == Origin.Unit.LINE ? "line" : "index",
                                evidence.origin().place());
                evidence.call().ifPresent(call -> json.text("toolCallId", call.value()));
                json.endObject();
            }
            json.endArray().endObject();
        }
        out.write('\n');
    }

    @Override
    public void unreadable(String file, String reason) {
        // named on standard error; the summary counts it
    }

    @Override
    public void end(Totals totals) throws IOException {
        try (JsonWriter json = new JsonWriter(out)) {
            json.object()
                    .text("type", "summary")
                    .number("files", totals.files())
                    .number("sessions", totals.sessions())
                    .number("unreadable", totals.unreadable())
                    .number("findings", totals.findings())
                    .number("bytes", totals.bytes())
                    .number("seconds", Math.round(totals.seconds() * 100) / 100.0)
                    .endObject();
        }
        out.write('\n');
        out.flush();
    }

    private static String time(Instant time) {
        return time.equals(Event.NO_TIME) ? "" : time.toString();
    }
}
