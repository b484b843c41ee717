package dev.fairlead.wire.events;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Flaw;
import dev.fairlead.core.event.Happening;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a review of a change came to, to JSON and back.
final class FlawText {

    private FlawText() {}

    static void write(JsonWriter json, Happening.ChangeReviewed reviewed) {
        json.text("call", reviewed.call().value()).number("edit", reviewed.edit());
        reviewed.flaw()
                .ifPresent(flaw -> json.object("flaw")
                        .text("rule", flaw.rule())
                        .text("side", EventWriter.code(flaw.side()))
                        .flag("serious", flaw.isSerious())
                        .text("path", flaw.path())
                        .number("line", flaw.line())
                        .number("mark", flaw.mark())
                        .text("claim", flaw.claim())
                        .text("remedy", flaw.remedy())
                        .endObject());
        json.array("mended");
        reviewed.mended().forEach(each -> json.item(String.valueOf(each)));
        json.endArray();
    }

    static Optional<Happening> read(CallId call, Node.Fields record) {
        Optional<Flaw> flaw = record.has("flaw") ? flaw(record.fields("flaw")) : Optional.empty();
        List<Long> mended = new ArrayList<>();
        for (Node each : record.items("mended").nodes()) {
            if (each instanceof Node.Text text && text.value().matches("[0-9]{1,18}")) {
                mended.add(Long.parseLong(text.value()));
            }
        }
        return Optional.of(
                new Happening.ChangeReviewed(call, record.number("edit").orElse(0), flaw, mended));
    }

    private static Optional<Flaw> flaw(Node.Fields fields) {
        return EventReader.constant(Flaw.Side.class, fields.textOr("side", ""))
                .map(side -> new Flaw(
                        fields.textOr("rule", ""),
                        side,
                        fields.isTrue("serious"),
                        fields.textOr("path", ""),
                        fields.integer("line").orElse(1),
                        fields.number("mark").orElse(0),
                        fields.textOr("claim", ""),
                        fields.textOr("remedy", "")));
    }
}
