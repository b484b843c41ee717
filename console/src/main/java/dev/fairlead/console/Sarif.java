package dev.fairlead.console;

import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.store.StoredFinding;
import dev.fairlead.wire.HookPayload;
import dev.fairlead.wire.json.JsonWriter;
import java.util.List;

/// Findings as SARIF 2.1.0, for the tools that read the reports of analysers.
final class Sarif {

    private Sarif() {}

    static String of(List<StoredFinding> findings, String version) {
        return HookPayload.json(json -> {
            json.text("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                    .text("version", "2.1.0");
            json.array("runs").object().object("tool").object("driver");
            json.text("name", "Fairlead").text("semanticVersion", version).array("rules");
            Detectors.all().stream()
                    .map(each -> each.card())
                    .forEach(card -> json.object()
                            .text("id", card.id())
                            .object("shortDescription")
                            .text("text", card.summary())
                            .endObject()
                            .endObject());
            json.endArray().endObject().endObject().array("results");
            findings.forEach(each -> result(json, each));
            json.endArray().endObject().endArray();
        });
    }

    private static void result(JsonWriter json, StoredFinding each) {
        json.object()
                .text("ruleId", each.finding().detector())
                .text("level", level(each.finding().severity()));
        json.object("message")
                .text(
                        "text",
                        "The agent %s. Instead: %s."
                                .formatted(
                                        each.finding().claim(), each.finding().remedy()))
                .endObject();
        json.array("locations").object().array("logicalLocations").object();
        json.text("fullyQualifiedName", "%s#%d".formatted(each.session().value(), each.sequence()))
                .text("kind", "event");
        json.endObject().endArray().endObject().endArray();
        json.object("properties")
                .text("class", each.finding().misbehaviour().code())
                .text("agent", each.agent())
                .text("repository", each.repository().orElse(""))
                .text("at", When.exact(each.at()))
                .endObject();
        json.endObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case LOW -> "note";
            case MEDIUM -> "warning";
            case HIGH -> "error";
        };
    }
}
