package dev.fairlead.cli;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Analyzers;
import dev.fairlead.code.Remark;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.wire.json.JsonWriter;
import java.io.StringWriter;

/// A review as a SARIF 2.1.0 log: a rule for each analyzer, a result for each finding.
final class ReviewSarif {

    private ReviewSarif() {}

    static String of(Told told) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.object()
                    .text("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                    .text("version", "2.1.0")
                    .array("runs");
            json.object()
                    .object("tool")
                    .object("driver")
                    .text("name", "Fairlead")
                    .text("semanticVersion", "0.1.0")
                    .array("rules");
            for (Analyzer each : Analyzers.all()) {
                rule(json, each.card());
            }
            json.endArray().endObject().endObject().array("results");
            told.remarks().forEach(each -> result(json, each));
            json.endArray()
                    .text("columnKind", "utf16CodeUnits")
                    .endObject()
                    .endArray()
                    .endObject();
        }
        return text + "\n";
    }

    private static void rule(JsonWriter json, AnalyzerCard card) {
        json.object().text("id", card.id());
        json.object("shortDescription").text("text", card.rule()).endObject();
        json.object("help")
                .text("text", "Instead: " + card.remedy() + ". Left alone: " + card.misses() + ".")
                .endObject();
        json.object("defaultConfiguration")
                .text("level", level(card.severity()))
                .endObject();
        json.object("properties")
                .array("tags")
                .item(card.dimension().toString())
                .item("external/cwe/cwe-" + card.cwe());
        json.endArray().endObject().endObject();
    }

    private static void result(JsonWriter json, Told.Attributed attributed) {
        Remark remark = attributed.remark();
        String by = attributed.by().isPresent() ? " Written by " + attributed.words() + "." : "";
        String instead = remark.remedy().isEmpty() ? "" : " Instead: " + remark.remedy() + ".";
        json.object().text("ruleId", remark.rule()).text("level", level(remark.severity()));
        json.object("message")
                .text("text", "The change " + remark.claim() + "." + instead + by)
                .endObject();
        json.array("locations").object().object("physicalLocation");
        json.object("artifactLocation")
                .text("uri", SarifReport.uri(remark.path()))
                .endObject();
        json.object("region")
                .number("startLine", remark.line())
                .number("endLine", remark.endLine())
                .endObject();
        json.endObject().endObject().endArray().endObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }
}
