package dev.fairlead.store;

import dev.fairlead.core.detect.Severity;
import dev.fairlead.store.CodeChange.CodeFlaw;
import dev.fairlead.store.CodeChange.FunctionRise;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.stream.Stream;

/// The parts of a change in the code as JSON, and back.
final class CodeChangeText {

    private CodeChangeText() {}

    static void flaws(JsonWriter json, List<CodeFlaw> flaws) {
        for (CodeFlaw each : flaws) {
            json.object()
                    .text("source", each.source())
                    .text("rule", each.rule())
                    .text("dimension", each.dimension())
                    .text("severity", Codes.of(each.severity()));
            each.cwe().ifPresent(cwe -> json.number("cwe", cwe));
            json.number("line", each.line())
                    .number("endLine", each.endLine())
                    .text("claim", each.claim())
                    .text("remedy", each.remedy())
                    .endObject();
        }
    }

    static List<CodeFlaw> flaws(List<Node> nodes) {
        return fields(nodes)
                .map(each -> new CodeFlaw(
                        each.textOr("source", ""),
                        each.textOr("rule", ""),
                        each.textOr("dimension", ""),
                        Codes.read(Severity.class, each.textOr("severity", "low")),
                        each.integer("cwe"),
                        each.integer("line").orElse(1),
                        each.integer("endLine").orElse(1),
                        each.textOr("claim", ""),
                        each.textOr("remedy", "")))
                .toList();
    }

    static void functions(JsonWriter json, List<FunctionRise> functions) {
        for (FunctionRise each : functions) {
            json.object()
                    .text("name", each.name())
                    .number("line", each.line())
                    .number("was", each.cognitiveBefore())
                    .number("cognitive", each.cognitive())
                    .endObject();
        }
    }

    static List<FunctionRise> functions(List<Node> nodes) {
        return fields(nodes)
                .map(each -> new FunctionRise(
                        each.textOr("name", ""),
                        each.integer("line").orElse(1),
                        each.integer("was").orElse(0),
                        each.integer("cognitive").orElse(0)))
                .toList();
    }

    private static Stream<Node.Fields> fields(List<Node> nodes) {
        return nodes.stream().filter(Node.Fields.class::isInstance).map(Node.Fields.class::cast);
    }

    /// A whole change as one object.
    static void write(JsonWriter json, CodeChange each) {
        CodeChange.Sums sums = each.sums();
        json.object()
                .text("channel", each.channel().code())
                .text("session", each.session().value())
                .number("sequence", each.sequence())
                .number("ordinal", each.ordinal())
                .text("at", each.at().toString())
                .text("agent", each.agent())
                .text("model", each.model())
                .text("version", each.version())
                .text("repository", each.repository())
                .text("path", each.path())
                .text("language", each.language())
                .number("added", sums.added())
                .number("removed", sums.removed())
                .number("touched", sums.touched())
                .number("cognitive", sums.cognitive())
                .number("cyclomatic", sums.cyclomatic())
                .number("lines", sums.lines())
                .number("hard", sums.hard())
                .number("security", sums.security())
                .number("reliability", sums.reliability())
                .number("hygiene", sums.hygiene())
                .array("flaws");
        flaws(json, each.flaws());
        json.endArray().array("functions");
        functions(json, each.functions());
        json.endArray().endObject();
    }
}
