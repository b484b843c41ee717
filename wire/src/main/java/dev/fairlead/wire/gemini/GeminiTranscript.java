package dev.fairlead.wire.gemini;

import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.Chronicle;
import dev.fairlead.wire.Chronicle.Told;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One session file of Gemini CLI, or what it printed as a stream of records.
///
/// A message is written again, under the same id, whenever something is added to it; only what is new is told. A list
/// of all messages replaces what stands before it, after a compression above all: what it repeats is not told again.
final class GeminiTranscript implements Transcript {

    private static final int MOST_MESSAGES = 8_192;

    private final Chronicle chronicle;
    private final GeminiStream stream = new GeminiStream();
    private final Map<String, GeminiMessage.Memory> messages = new LinkedHashMap<>();

    GeminiTranscript(String agent, String name) {
        this.chronicle = new Chronicle(agent, name);
    }

    @Override
    public void hear(Node.Fields record, Origin origin, Audience audience) {
        Told told = chronicle.told(origin, audience);
        Optional<String> session = record.text("sessionId").filter(id -> !id.isBlank());
        if (session.isPresent()) {
            chronicle.at(record.textOr("startTime", ""));
            told.enter(new SessionId(session.get()), Optional.empty(), directory(record), "");
            all(record.items("messages"), told);
            if (!told.hasSpoken()) {
                told.note("session");
            }
            return;
        }
        if (GeminiStream.holds(record)) {
            chronicle.at(record.textOr("timestamp", ""));
            stream.hear(record, told);
            return;
        }
        told.enterUnnamed();
        if (record.text("$rewindTo").isPresent()) {
            told.note("$rewindTo");
        } else if (record.text("id").isPresent()) {
            message(record, told);
        } else if (record.get("$set") instanceof Node.Fields set) {
            set(set, told);
        } else {
            told.unread("a record that is no message and no change of one", record);
        }
    }

    @Override
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        chronicle.unread(reason, excerpt, origin, audience);
    }

    @Override
    public void end(Audience audience) {
        stream.tellAnswer();
        chronicle.end(audience);
    }

    private void set(Node.Fields set, Told told) {
        chronicle.at(set.textOr("lastUpdated", ""));
        String directory = directory(set);
        if (!directory.isEmpty()) {
            told.moved(directory);
        }
        all(set.items("messages"), told);
        if (!told.hasSpoken()) {
            told.note("$set");
        }
    }

    private void all(Node.Items list, Told told) {
        int index = 0;
        for (Node each : list.nodes()) {
            Told part = told.part(index++);
            if (!(each instanceof Node.Fields message) || message.text("id").isEmpty()) {
                part.unread("a message without an id", each instanceof Node.Fields fields ? fields : Node.Fields.NONE);
            } else if (!messages.containsKey(message.textOr("id", ""))) {
                message(message, part);
            }
        }
    }

    private void message(Node.Fields message, Told told) {
        chronicle.at(message.textOr("timestamp", ""));
        GeminiMessage.Memory memory =
                messages.computeIfAbsent(message.textOr("id", ""), _ -> new GeminiMessage.Memory());
        if (messages.size() > MOST_MESSAGES) {
            messages.remove(messages.keySet().iterator().next());
        }
        new GeminiMessage(message, memory, told).tell();
    }

    private static String directory(Node.Fields record) {
        return record.items("directories").nodes().stream()
                .filter(Node.Text.class::isInstance)
                .map(each -> ((Node.Text) each).value())
                .findFirst()
                .orElse("");
    }
}
