package dev.fairlead.wire;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Events as lines that a person can review: the line of the source, the session, what happened.
final class EventText {

    private EventText() {}

    /// The events, one a line, after what came of the reading.
    static String of(Reading reading, List<Event> events) {
        return (switch (reading) {
                    case Reading.Understood understood -> understood.dialect().agent() + "\n";
                    case Reading.NotUnderstood not -> "not understood: " + not.reason() + "\n";
                })
                + events.stream().map(EventText::of).collect(Collectors.joining());
    }

    private static String of(Event event) {
        String line = "%3d  %-10s %s"
                .formatted(event.origin().place(), event.session().value(), of(event.what()));
        return line.replace("\n", "\\n").stripTrailing() + "\n";
    }

    private static String of(Happening what) {
        return switch (what) {
            case Happening.SessionStarted started ->
                "started    agent=%s version=%s directory=%s branch=%s"
                        .formatted(
                                started.agent(), or(started.version()), or(started.directory()), or(started.branch()));
            case Happening.DirectoryChanged moved ->
                "moved      directory=%s branch=%s".formatted(moved.directory(), or(moved.branch()));
            case Happening.TaskGiven task -> "task       " + task.text() + images(task.images());
            case Happening.ContextInjected injected ->
                "injected   %s [%s] %s".formatted(injected.source(), injected.name(), injected.text());
            case Happening.AgentSpoke spoke -> "says       " + spoke.text();
            case Happening.AgentThought thought -> "thinks     " + thought.text();
            case Happening.ToolCalled called ->
                "calls      %s %s %s  => %s"
                        .formatted(called.call(), called.tool(), of(called.arguments()), of(called.action()));
            case Happening.ToolReturned returned -> of(returned);
            case Happening.AgentInterrupted _ -> "interrupted";
            case Happening.ContextCompacted compacted ->
                "compacted  %s, %d tokens before".formatted(compacted.trigger(), compacted.tokensBefore());
            case Happening.TokensUsed used -> "tokens     %s %s".formatted(used.model(), used.tokens());
            case Happening.SubagentStarted started ->
                "sub-agent  %s starts: %s".formatted(started.child(), started.task());
            case Happening.SubagentEnded ended -> "sub-agent  %s ends".formatted(ended.child());
            case Happening.Noted noted -> "noted      " + noted.kind();
            case Happening.Unread unread -> "unread     %s [%s]".formatted(unread.reason(), unread.excerpt());
            case Happening.SessionEnded _,
                    Happening.GuidanceDelivered _,
                    Happening.ChangeReviewed _,
                    Happening.ApprovalAsked _,
                    Happening.ApprovalAnswered _,
                    Happening.SwitchThrown _,
                    Happening.JudgeAnswered _ -> what.toString();
        };
    }

    private static String of(Happening.ToolReturned returned) {
        String status = exit(returned.exitStatus());
        return "returned   %s %s%s %s%s"
                .formatted(returned.call(), returned.outcome(), status, returned.text(), images(returned.images()));
    }

    private static String of(Value value) {
        return switch (value) {
            case Value.Text text -> "'" + text.text() + "'";
            case Value.Numeral number -> number.literal();
            case Value.Flag flag -> String.valueOf(flag.set());
            case Value.Nothing _ -> "null";
            case Value.Items items ->
                items.values().stream().map(EventText::of).collect(Collectors.joining(", ", "[", "]"));
            case Value.Fields fields ->
                fields.values().entrySet().stream()
                        .map((Map.Entry<String, Value> field) -> field.getKey() + ": " + of(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String of(Action action) {
        return switch (action) {
            case Action.Command command -> "run `%s` in %s".formatted(command.line(), or(command.directory()));
            case Action.Read read -> "read " + read.path();
            case Action.Edit edit -> "edit %s %s".formatted(edit.path(), edit.replacements());
            case Action.Write write -> "write %s '%s'".formatted(write.path(), write.content());
            case Action.Patch patch ->
                "patch "
                        + patch.files().stream()
                                .map(file -> "%s %s -'%s' +'%s'"
                                        .formatted(file.kind(), file.path(), file.removed(), file.added()))
                                .collect(Collectors.joining("; "));
            case Action.Search search -> "search '%s' in %s".formatted(search.pattern(), or(search.path()));
            case Action.Fetch fetch -> "fetch " + fetch.target();
            case Action.Delegate delegate -> "delegate " + delegate.task();
            case Action.Poll poll -> "poll " + poll.target();
            case Action.Ask ask -> "ask " + ask.question();
            case Action.Plan _ -> "plan";
            case Action.Other _ -> "other";
        };
    }

    private static String or(Optional<String> text) {
        return text.orElse("-");
    }

    private static String exit(OptionalInt status) {
        return status.isPresent() ? " exit=" + status.getAsInt() : "";
    }

    private static String images(int count) {
        return count == 0 ? "" : " (+%d images)".formatted(count);
    }
}
