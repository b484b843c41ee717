package dev.fairlead.console;

import static dev.fairlead.console.Say.say;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Value;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is told of an event that is no call: how it looks, a title and a text.
record Tellings(String kind, String title, String text) {

    static Optional<Tellings> of(Event event) {
        return switch (event.what()) {
            case Happening.SessionStarted it ->
                told(
                        "began",
                        it.directory().orElse(""),
                        it.version().map(each -> it.agent() + " " + each).orElse(it.agent()));
            case Happening.DirectoryChanged it ->
                told("moved", it.directory(), it.branch().orElse(""));
            case Happening.TaskGiven it -> told("task", images(it.images()), it.text());
            case Happening.ContextInjected it ->
                told("context", say("source." + FindingCard.code(it.source())) + name(it.name()), it.text());
            case Happening.AgentSpoke it -> told("spoke", "", it.text());
            case Happening.AgentThought it -> it.text().isBlank() ? Optional.empty() : told("thought", "", it.text());
            case Happening.AgentInterrupted _ -> told("stopped", say("telling.interrupted"), "");
            case Happening.ContextCompacted it ->
                told(
                        "compacted",
                        it.tokensBefore() == 0
                                ? say("telling.compacted")
                                : say("telling.compacted.from", Say.brief(it.tokensBefore())),
                        "");
            case Happening.SubagentEnded it -> told("subagent-ended", it.child().value(), "");
            case Happening.SessionEnded it -> told("ended", it.reason(), "");
            case Happening.Unread it -> told("unread", it.reason(), it.excerpt());
            case Happening.GuidanceDelivered _,
                    Happening.ChangeReviewed _,
                    Happening.ApprovalAsked _,
                    Happening.ApprovalAnswered _,
                    Happening.SwitchThrown _,
                    Happening.JudgeAnswered _ -> ofOversight(event.what());
            case Happening.ToolCalled _,
                    Happening.ToolReturned _,
                    Happening.TokensUsed _,
                    Happening.SubagentStarted _,
                    Happening.Noted _ -> Optional.empty();
        };
    }

    private static Optional<Tellings> ofOversight(Happening what) {
        if (what instanceof Happening.GuidanceDelivered it) {
            return told("guidance", it.detector(), it.text());
        }
        if (what instanceof Happening.ChangeReviewed it) {
            return it.flaw().flatMap(flaw -> told("reviewed", flaw.path() + ":" + flaw.line(), flaw.rule()));
        }
        if (what instanceof Happening.ApprovalAsked it) {
            return told("asked", "", it.reason());
        }
        if (what instanceof Happening.ApprovalAnswered it) {
            return told("answered", say(it.granted() ? "telling.approved" : "telling.denied", it.by()), "");
        }
        if (what instanceof Happening.SwitchThrown it) {
            return told("switch", say(it.stopped() ? "telling.held" : "telling.released", it.scope(), it.by()), "");
        }
        return what instanceof Happening.JudgeAnswered it
                ? told("judged", say(it.confirmed() ? "telling.confirmed" : "telling.refuted"), it.question())
                : Optional.empty();
    }

    private static Optional<Tellings> told(String kind, String title, String text) {
        return Optional.of(new Tellings(kind, title, text));
    }

    private static String name(String name) {
        return name.isEmpty() ? "" : " " + name;
    }

    private static String images(int images) {
        return images == 0 ? "" : say(images == 1 ? "telling.image" : "telling.images", images);
    }

    /// What a call is about, in one text.
    static String argument(Happening.ToolCalled called) {
        return switch (called.action()) {
            case Action.Command command -> command.line();
            case Action.Read read -> read.path();
            case Action.Edit edit -> edit.path();
            case Action.Write write -> write.path();
            case Action.Patch patch ->
                patch.files().stream().map(Action.FilePatch::path).distinct().collect(Collectors.joining("\n"));
            case Action.Search search ->
                search.pattern() + search.path().map(path -> "  in " + path).orElse("");
            case Action.Fetch fetch -> fetch.target();
            case Action.Delegate delegate -> delegate.task();
            case Action.Poll poll -> poll.target();
            case Action.Ask ask -> ask.question();
            case Action.Plan _, Action.Other _ -> values(called.arguments());
        };
    }

    /// All that a call was given.
    static String values(Value.Fields arguments) {
        return arguments.values().entrySet().stream()
                .map(each -> each.getKey() + ": " + plain(each.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String plain(Value value) {
        return value instanceof Value.Text text ? text.text() : value.toString();
    }
}
