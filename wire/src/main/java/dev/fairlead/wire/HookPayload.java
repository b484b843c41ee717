package dev.fairlead.wire;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.Node;
import java.io.StringWriter;
import java.util.Optional;
import java.util.function.Consumer;

/// What the payloads and answers of many agents' hooks have in common.
public final class HookPayload {

    private HookPayload() {}

    /// A call of a hook by keys that most agents use.
    ///
    /// @param session the key of the session's id
    public static HookCall call(Node.Fields payload, String name, String session, Moment moment) {
        return new HookCall(
                name,
                session(payload, session),
                Clock.read(payload.textOr("timestamp", ""), Event.NO_TIME),
                Optional.empty(),
                filled(payload, "model"),
                filled(payload, "cwd"),
                Optional.empty(),
                filled(payload, "transcript_path"),
                moment);
    }

    /// The session; a sub-agent's where the payload names one.
    public static SessionId session(Node.Fields payload, String key) {
        SessionId parent = new SessionId(filled(payload, key).orElse("unnamed"));
        return filled(payload, "agent_id").map(parent::child).orElse(parent);
    }

    /// The session of which a payload says that it is a sub-agent's parent.
    public static SessionId parent(Node.Fields payload, String key) {
        return new SessionId(filled(payload, key).orElse("unnamed"));
    }

    /// A text that is there and not empty.
    public static Optional<String> filled(Node.Fields payload, String key) {
        return payload.text(key).filter(text -> !text.isBlank());
    }

    /// The id of a call under a key.
    public static Optional<CallId> id(Node.Fields payload, String key) {
        return filled(payload, key).map(CallId::new);
    }

    /// An answer: one JSON object.
    public static String json(Consumer<JsonWriter> parts) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.object();
            parts.accept(json);
            json.endObject();
        }
        return text.toString();
    }
}
