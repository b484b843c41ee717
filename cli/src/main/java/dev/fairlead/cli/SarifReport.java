package dev.fairlead.cli;

import dev.fairlead.core.detect.Card;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.secret.Secrets;
import dev.fairlead.wire.json.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The report as a SARIF 2.1.0 log: a rule for each detector, a result for each finding.
final class SarifReport implements Report {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final Writer out;
    private final JsonWriter json;
    private final List<String> notices = new ArrayList<>();

    SarifReport(Writer out) {
        this.out = out;
        this.json = new JsonWriter(out);
        json.object().text("$schema", SCHEMA).text("version", "2.1.0").array("runs");
        json.object().object("tool").object("driver");
        json.text("name", "Fairlead").text("semanticVersion", "0.1.0").array("rules");
        for (Detector<?> detector : Detectors.all()) {
            rule(detector.card());
        }
        json.endArray().endObject().endObject().array("results");
    }

    private void rule(Card card) {
        json.object().text("id", card.id()).text("name", card.misbehaviour().code());
        json.object("shortDescription").text("text", card.summary()).endObject();
        json.object("fullDescription").text("text", card.rule()).endObject();
        json.object("help")
                .text(
                        "text",
                        "Left alone: " + String.join("; ", card.quietOn()) + ". Missed: "
                                + String.join("; ", card.misses()) + ".")
                .endObject();
        json.object("properties")
                .array("tags")
                .item(card.misbehaviour().category().code());
        json.endArray().endObject().endObject();
    }

    @Override
    public void session(SessionReport session) {
        for (SessionReport.Flagged flagged : session.findings()) {
            result(session, flagged.finding());
        }
    }

    private void result(SessionReport session, Finding finding) {
        json.object().text("ruleId", finding.detector()).text("level", level(finding.severity()));
        json.object("message")
                .text("text", "The agent " + Secrets.redact(finding.claim()) + ". Instead: " + finding.remedy() + ".")
                .endObject();
        json.array("locations");
        json.object();
        location(session.file(), finding.last());
        json.endObject().endArray();
        List<Evidence> others = finding.evidence().subList(0, finding.evidence().size() - 1);
        if (!others.isEmpty()) {
            json.array("relatedLocations");
            int id = 1;
            for (Evidence each : others) {
                json.object().number("id", id++);
                location(session.file(), each);
                json.endObject();
            }
            json.endArray();
        }
        json.object("partialFingerprints")
                .text(
                        "fairleadFinding/v1",
                        session.id() + ":" + finding.detector() + ":"
                                + finding.last().sequence())
                .endObject();
        json.object("properties")
                .text("session", session.id())
                .text("agent", session.agent())
                .text("class", finding.misbehaviour().code())
                .number("confidence", finding.confidence())
                .endObject();
        json.endObject();
    }

    private void location(String file, Evidence evidence) {
        json.object("physicalLocation");
        json.object("artifactLocation").text("uri", uri(file)).endObject();
        if (evidence.origin().unit() == Origin.Unit.LINE) {
            json.object("region").number("startLine", evidence.origin().place()).endObject();
        }
        json.endObject();
    }

    /// A path as a URI reference.
    static String uri(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte each : file.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            boolean isPlain = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || "-._~/!$&'()*+,;=@".indexOf(c) >= 0;
            uri.append(isPlain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return uri.toString();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    @Override
    public void unreadable(String file, String reason) {
        notices.add(file + " is not scanned: " + reason);
    }

    @Override
    public void end(Totals totals) throws IOException {
        json.endArray().array("invocations");
        json.object().flag("executionSuccessful", true).array("toolExecutionNotifications");
        for (String notice : notices) {
            json.object().text("level", "warning");
            json.object("message").text("text", notice).endObject();
            json.endObject();
        }
        json.endArray().endObject().endArray();
        json.text("columnKind", "utf16CodeUnits").endObject().endArray().endObject();
        json.close();
        out.write('\n');
        out.flush();
    }
}
