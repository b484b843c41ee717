package dev.fairlead.wire.pi;

import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.Chronicle;
import dev.fairlead.wire.Chronicle.Told;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.Node;
import java.util.Optional;

/// One session file of pi. Branches that were left are told as well: their work was done.
final class PiTranscript implements Transcript {

    private final Chronicle chronicle;
    private String model = "";

    PiTranscript(String agent, String name) {
        this.chronicle = new Chronicle(agent, name);
    }

    @Override
    public void hear(Node.Fields record, Origin origin, Audience audience) {
        Told told = chronicle.told(origin, audience);
        chronicle.at(record.fields("message"), "timestamp");
        chronicle.at(record.textOr("timestamp", ""));
        Optional<String> id = record.text("id").filter(value -> !value.isBlank());
        if (record.textOr("type", "").equals("session") && id.isPresent()) {
            told.enter(new SessionId(id.get()), Optional.empty(), record.textOr("cwd", ""), "");
        } else {
            told.enterUnnamed();
            model = record.text("modelId")
                    .or(() -> record.fields("message").text("model"))
                    .orElse(model);
            new PiEntry(record, model, told).tell();
        }
        if (!told.hasSpoken()) {
            told.note(record.textOr("type", "entry"));
        }
    }

    @Override
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        chronicle.unread(reason, excerpt, origin, audience);
    }

    @Override
    public void end(Audience audience) {
        chronicle.end(audience);
    }
}
