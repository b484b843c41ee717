package dev.fairlead.wire.events;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.json.Node;
import java.util.Optional;

/// What one of our own lines says happened.
public final class EventReader {

    private final Node.Fields record;
    private final Origin origin;

    EventReader(Node.Fields record, Origin origin) {
        this.record = record;
        this.origin = origin;
    }

    /// What an event that another format carries along says happened.
    ///
    /// @return empty where the kind is not known or a part of it makes no sense
    public static Optional<Happening> carried(Node.Fields event) {
        return new EventReader(event, Origin.index(0)).read();
    }

    /// What happened; empty where the kind is not known or a part of it makes no sense.
    Optional<Happening> read() {
        return switch (text("event")) {
            case "session-started" ->
                Optional.of(new Happening.SessionStarted(
                        text("agent"), record.text("version"), record.text("directory"), record.text("branch")));
            case "directory-changed" ->
                Optional.of(new Happening.DirectoryChanged(text("directory"), record.text("branch")));
            case "task-given" -> Optional.of(new Happening.TaskGiven(text("text"), images()));
            case "context-injected" ->
                constant(Source.class, text("source"))
                        .map(source -> new Happening.ContextInjected(source, text("name"), text("text")));
            case "agent-spoke" -> Optional.of(new Happening.AgentSpoke(text("text")));
            case "agent-thought" -> Optional.of(new Happening.AgentThought(text("text")));
            case "tool-called" ->
                ActionText.read(record.fields("action"))
                        .map(action -> new Happening.ToolCalled(
                                call(), text("tool"), Node.arguments(record.fields("arguments")), action));
            case "tool-returned" ->
                constant(Outcome.class, text("outcome"))
                        .map(outcome -> new Happening.ToolReturned(
                                call(), outcome, record.integer("exitStatus"), text("text"), images()));
            case "agent-interrupted" -> Optional.of(new Happening.AgentInterrupted());
            case "context-compacted" ->
                Optional.of(new Happening.ContextCompacted(text("trigger"), number("tokensBefore")));
            case "tokens-used" -> Optional.of(new Happening.TokensUsed(text("model"), tokens()));
            case "session-ended" -> Optional.of(new Happening.SessionEnded(text("reason")));
            case "noted" -> Optional.of(new Happening.Noted(text("kind")));
            case "unread" -> Optional.of(new Happening.Unread(text("reason"), text("excerpt")));
            default -> oversight();
        };
    }

    /// What people, judges, sub-agents and we ourselves did.
    private Optional<Happening> oversight() {
        return switch (text("event")) {
            case "guidance-delivered" ->
                Optional.of(new Happening.GuidanceDelivered(
                        text("detector"), number("about"), text("text"), record.isTrue("at_stop")));
            case "change-reviewed" -> FlawText.read(call(), record);
            case "approval-asked" -> Optional.of(new Happening.ApprovalAsked(call(), text("reason")));
            case "approval-answered" ->
                Optional.of(new Happening.ApprovalAnswered(call(), record.isTrue("granted"), text("by")));
            case "switch-thrown" ->
                Optional.of(new Happening.SwitchThrown(text("scope"), record.isTrue("stopped"), text("by")));
            case "judge-answered" ->
                Optional.of(new Happening.JudgeAnswered(text("question"), record.isTrue("confirmed"), confidence()));
            case "subagent-started" -> child().map(child -> new Happening.SubagentStarted(child, text("task")));
            case "subagent-ended" -> child().map(Happening.SubagentEnded::new);
            default -> Optional.empty();
        };
    }

    /// The constant that is written so.
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String code) {
        for (E each : type.getEnumConstants()) {
            if (EventWriter.code(each).equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private String text(String key) {
        return record.textOr(key, "");
    }

    private long number(String key) {
        return record.number(key).orElse(0);
    }

    private int images() {
        return Math.max(0, record.integer("images").orElse(0));
    }

    private CallId call() {
        return new CallId(text("call").isBlank() ? "line-" + origin.place() : text("call"));
    }

    private Optional<SessionId> child() {
        return record.text("child").filter(each -> !each.isBlank()).map(SessionId::new);
    }

    private Tokens tokens() {
        return new Tokens(number("input"), number("cached"), number("cacheWritten"), number("output"));
    }

    private double confidence() {
        try {
            return record.get("confidence") instanceof Node.Scalar scalar ? Double.parseDouble(scalar.literal()) : 0;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
