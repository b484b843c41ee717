package dev.fairlead.cli;

import dev.fairlead.core.decide.Decision;
import dev.fairlead.core.decide.Mode;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.secret.Secrets;
import dev.fairlead.wire.json.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

/// A replay for programs: an object a line for each call that somebody hears of or that the policies disagree about,
/// then one for each rule and class, and a summary.
final class ReplayJson implements Replay.Hearer {

    private final Writer out;
    private final Replay.Hearer next;

    /// @param next who hears of everything too
    ReplayJson(Writer out, Replay.Hearer next) {
        this.out = out;
        this.next = next;
    }

    @Override
    public void session() {
        next.session();
    }

    @Override
    public void found(Decision decision) {
        next.found(decision);
    }

    @Override
    public void decided(Replay.Decided decided) {
        next.decided(decided);
        Ruling ruling = decided.ruling();
        Mode mode = ReplayTally.heard(ruling);
        boolean isDisputed =
                decided.other().map(other -> ReplayTally.heard(other) != mode).orElse(false);
        if (mode == Mode.OFF && !isDisputed) {
            return;
        }
        StringWriter line = new StringWriter();
        try (JsonWriter json = new JsonWriter(line)) {
            Origin origin = decided.event().origin();
            json.object()
                    .text("type", "call")
                    .text("session", decided.event().session().value())
                    .text("file", decided.file().toString())
                    .number(origin.unit() == Origin.Unit.LINE ? "line" : "index", origin.place())
                    .text("toolCallId", decided.call().call().value())
                    .text("tool", decided.call().tool())
                    .text("call", ReplayText.call(decided))
                    .text("decision", CheckCommand.name(ruling))
                    .text("outcome", ReplayTally.word(mode))
                    .array("rules");
            ruling.heard().stream().map(Ruling.Objection::rule).distinct().forEach(json::item);
            json.endArray()
                    .text(
                            "reason",
                            Secrets.redact(ruling.decisive()
                                    .map(Ruling.Objection::reason)
                                    .orElse("")))
                    .text(
                            "instead",
                            ruling.decisive().map(Ruling.Objection::instead).orElse(""))
                    .text("policy", ruling.policy());
            decided.other().ifPresent(other -> json.text("against", ReplayTally.word(ReplayTally.heard(other))));
            json.endObject();
        }
        write(line);
    }

    /// Writes what it adds up to.
    void end(ReplayTally tally, String policy, int seconds) {
        groups("rule", tally.rules());
        groups("class", tally.classes());
        StringWriter line = new StringWriter();
        try (JsonWriter json = new JsonWriter(line)) {
            json.object()
                    .text("type", "summary")
                    .text("policy", policy)
                    .number("sessions", tally.sessions())
                    .number("calls", tally.calls())
                    .number("refused", tally.count(Mode.REFUSE))
                    .number("asked", tally.count(Mode.ASK))
                    .number("nudged", tally.count(Mode.NUDGE))
                    .number("approvals", tally.approvals())
                    .number("secondsPerApproval", seconds)
                    .number("changed", tally.changed())
                    .endObject();
        }
        write(line);
    }

    private void groups(String type, Map<String, ReplayTally.Group> groups) {
        groups.forEach((name, group) -> {
            StringWriter line = new StringWriter();
            try (JsonWriter json = new JsonWriter(line)) {
                json.object()
                        .text("type", type)
                        .text(type, name)
                        .number("refused", group.count(Mode.REFUSE))
                        .number("asked", group.count(Mode.ASK))
                        .number("nudged", group.count(Mode.NUDGE))
                        .endObject();
            }
            write(line);
        });
    }

    private void write(StringWriter line) {
        try {
            out.write(line.append('\n').toString());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
