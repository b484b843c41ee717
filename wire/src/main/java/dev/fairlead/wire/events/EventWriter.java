package dev.fairlead.wire.events;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.Exporter;
import dev.fairlead.wire.json.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;

/// Writes our own events, one JSON object a line, so that [Fairlead] reads back exactly the same ones.
///
/// What every event has comes first, in a fixed order: the mark with the version of the format, the kind, whose it is,
/// its number, when (left out where the source does not say) and where in its first source.
public final class EventWriter implements Exporter {

    /// The key that tells our events from others; its value is the version of the format.
    static final String MARK = "fairlead";

    private static final int VERSION = 1;

    private final Writer target;

    /// A writer to a stream, which stays open.
    public EventWriter(Writer target) {
        this.target = target;
    }

    @Override
    public void write(Event event) throws IOException {
        try (JsonWriter json = new JsonWriter(target)) {
            write(json, event);
        }
        target.write('\n');
    }

    /// Writes one event as an object.
    public static void write(JsonWriter json, Event event) {
        json.object()
                .number(MARK, VERSION)
                .text("event", kind(event.what()))
                .text("session", event.session().value())
                .number("sequence", event.sequence());
        if (!event.at().equals(Event.NO_TIME)) {
            json.text("at", event.at().toString());
        }
        json.number(
                event.origin().unit() == Origin.Unit.LINE ? "line" : "index",
                event.origin().place());
        parts(json, event.what());
        json.endObject();
    }

    /// Nothing waits: each event is written when it comes.
    @Override
    public void endFile() {}

    /// A constant's name as it is written: lower case, with hyphens.
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The name of a kind of event, as it is written.
    public static String kind(Happening what) {
        return switch (what) {
            case Happening.SessionStarted _ -> "session-started";
            case Happening.DirectoryChanged _ -> "directory-changed";
            case Happening.TaskGiven _ -> "task-given";
            case Happening.ContextInjected _ -> "context-injected";
            case Happening.AgentSpoke _ -> "agent-spoke";
            case Happening.AgentThought _ -> "agent-thought";
            case Happening.ToolCalled _ -> "tool-called";
            case Happening.ToolReturned _ -> "tool-returned";
            case Happening.AgentInterrupted _ -> "agent-interrupted";
            case Happening.ContextCompacted _ -> "context-compacted";
            case Happening.TokensUsed _ -> "tokens-used";
            case Happening.GuidanceDelivered _ -> "guidance-delivered";
            case Happening.ChangeReviewed _ -> "change-reviewed";
            case Happening.ApprovalAsked _ -> "approval-asked";
            case Happening.ApprovalAnswered _ -> "approval-answered";
            case Happening.SwitchThrown _ -> "switch-thrown";
            case Happening.JudgeAnswered _ -> "judge-answered";
            case Happening.SubagentStarted _ -> "subagent-started";
            case Happening.SubagentEnded _ -> "subagent-ended";
            case Happening.SessionEnded _ -> "session-ended";
            case Happening.Noted _ -> "noted";
            case Happening.Unread _ -> "unread";
        };
    }

    private static void parts(JsonWriter json, Happening what) {
        switch (what) {
            case Happening.SessionStarted started -> started(json, started);
            case Happening.DirectoryChanged moved -> {
                json.text("directory", moved.directory());
                optional(json, "branch", moved.branch());
            }
            case Happening.TaskGiven task -> json.text("text", task.text()).number("images", task.images());
            case Happening.ContextInjected injected ->
                json.text("source", code(injected.source()))
                        .text("name", injected.name())
                        .text("text", injected.text());
            case Happening.AgentSpoke spoke -> json.text("text", spoke.text());
            case Happening.AgentThought thought -> json.text("text", thought.text());
            case Happening.ToolCalled called -> {
                json.text("call", called.call().value()).text("tool", called.tool());
                json.value("arguments", called.arguments());
                ActionText.write(json, called.action());
            }
            case Happening.ToolReturned returned -> returned(json, returned);
            case Happening.ContextCompacted compacted ->
                json.text("trigger", compacted.trigger()).number("tokensBefore", compacted.tokensBefore());
            case Happening.TokensUsed used -> tokens(json.text("model", used.model()), used.tokens());
            case Happening.SubagentStarted started ->
                json.text("child", started.child().value()).text("task", started.task());
            case Happening.SubagentEnded ended ->
                json.text("child", ended.child().value());
            case Happening.SessionEnded ended -> json.text("reason", ended.reason());
            case Happening.Noted noted -> json.text("kind", noted.kind());
            case Happening.Unread unread -> json.text("reason", unread.reason()).text("excerpt", unread.excerpt());
            case Happening.ChangeReviewed reviewed -> FlawText.write(json, reviewed);
            case Happening.AgentInterrupted _,
                    Happening.GuidanceDelivered _,
                    Happening.ApprovalAsked _,
                    Happening.ApprovalAnswered _,
                    Happening.SwitchThrown _,
                    Happening.JudgeAnswered _ -> oversight(json, what);
        }
    }

    /// The parts of what people, judges and we ourselves did.
    private static void oversight(JsonWriter json, Happening what) {
        if (what instanceof Happening.GuidanceDelivered guidance) {
            json.text("detector", guidance.detector())
                    .number("about", guidance.about())
                    .text("text", guidance.text());
            if (guidance.isAtStop()) {
                json.flag("at_stop", true);
            }
        } else if (what instanceof Happening.ApprovalAsked asked) {
            json.text("call", asked.call().value()).text("reason", asked.reason());
        } else if (what instanceof Happening.ApprovalAnswered answered) {
            json.text("call", answered.call().value())
                    .flag("granted", answered.granted())
                    .text("by", answered.by());
        } else if (what instanceof Happening.SwitchThrown thrown) {
            json.text("scope", thrown.scope()).flag("stopped", thrown.stopped()).text("by", thrown.by());
        } else if (what instanceof Happening.JudgeAnswered judged) {
            json.text("question", judged.question())
                    .flag("confirmed", judged.confirmed())
                    .number("confidence", judged.confidence());
        }
    }

    private static void started(JsonWriter json, Happening.SessionStarted started) {
        json.text("agent", started.agent());
        optional(json, "version", started.version());
        optional(json, "directory", started.directory());
        optional(json, "branch", started.branch());
    }

    private static void returned(JsonWriter json, Happening.ToolReturned returned) {
        json.text("call", returned.call().value()).text("outcome", code(returned.outcome()));
        if (returned.exitStatus().isPresent()) {
            json.number("exitStatus", returned.exitStatus().getAsInt());
        }
        json.text("text", returned.text()).number("images", returned.images());
    }

    private static void tokens(JsonWriter json, Tokens tokens) {
        json.number("input", tokens.input())
                .number("cached", tokens.cached())
                .number("cacheWritten", tokens.cacheWritten())
                .number("output", tokens.output());
    }

    private static void optional(JsonWriter json, String key, Optional<String> text) {
        text.ifPresent(present -> json.text(key, present));
    }
}
