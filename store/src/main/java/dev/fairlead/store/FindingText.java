package dev.fairlead.store;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Origin;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parts of findings as text, and back.
final class FindingText {

    private FindingText() {}

    /// Evidence as one array of JSON.
    static String evidence(List<Evidence> evidence) {
        return Texts.json(json -> {
            json.list();
            evidence.forEach(each -> write(json, each));
            json.endArray();
        });
    }

    static void write(JsonWriter json, Evidence evidence) {
        json.object()
                .number("sequence", evidence.sequence())
                .number(
                        evidence.origin().unit() == Origin.Unit.LINE ? "line" : "index",
                        evidence.origin().place());
        evidence.call().ifPresent(call -> json.text("call", call.value()));
        json.endObject();
    }

    /// The evidence that items of JSON say.
    static List<Evidence> evidence(Iterable<Node> items) {
        List<Evidence> evidence = new ArrayList<>();
        for (Node each : items) {
            if (each instanceof Node.Fields one) {
                Origin origin = one.number("line").isPresent()
                        ? Origin.line(one.number("line").getAsLong())
                        : Origin.index(one.number("index").orElse(0));
                Optional<CallId> call = one.text("call").map(CallId::new);
                evidence.add(new Evidence(one.number("sequence").orElse(0), origin, call));
            }
        }
        return evidence;
    }

    /// The class of this code.
    ///
    /// @throws StoreFault where there is none: another version wrote it
    static Misbehaviour misbehaviour(String code) {
        return Misbehaviour.of(code)
                .orElseThrow(() -> new StoreFault(
                        "the store holds the unknown class `%s`; it was written by another version of Fairlead: use that one"
                                .formatted(code)));
    }
}
