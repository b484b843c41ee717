package dev.fairlead.core.secret;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Flaw;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// An event with the secrets in its texts masked, everything else as it was.
///
/// The same secret is masked the same way everywhere, so that what was equal stays equal, and what is
/// masked already stays as it is. Ids, names of tools and models, numbers and keys are never touched.
public final class Redaction {

    /// The length from which on a text is not looked at twice: the argument of a call is often its action too.
    private static final int WORTH_REMEMBERING = 200;

    private final Map<String, String> masked = new HashMap<>();

    private Redaction() {}

    /// The event without secrets.
    public static Event of(Event event) {
        Happening safe = of(event.what());
        return safe.equals(event.what())
                ? event
                : new Event(event.session(), event.sequence(), event.at(), event.origin(), safe);
    }

    /// What happened, without secrets.
    public static Happening of(Happening what) {
        return new Redaction().without(what);
    }

    private Happening without(Happening what) {
        return switch (what) {
            case Happening.SessionStarted started -> started(started);
            case Happening.DirectoryChanged moved ->
                new Happening.DirectoryChanged(text(moved.directory()), text(moved.branch()));
            case Happening.TaskGiven given -> new Happening.TaskGiven(text(given.text()), given.images());
            case Happening.ContextInjected injected ->
                new Happening.ContextInjected(injected.source(), injected.name(), text(injected.text()));
            case Happening.AgentSpoke spoke -> new Happening.AgentSpoke(text(spoke.text()));
            case Happening.AgentThought thought -> new Happening.AgentThought(text(thought.text()));
            case Happening.ToolCalled called ->
                new Happening.ToolCalled(
                        called.call(), called.tool(), fields(called.arguments()), action(called.action()));
            case Happening.ToolReturned returned -> returned(returned);
            case Happening.GuidanceDelivered guidance ->
                new Happening.GuidanceDelivered(
                        guidance.detector(), guidance.about(), text(guidance.text()), guidance.isAtStop());
            case Happening.ChangeReviewed reviewed ->
                new Happening.ChangeReviewed(
                        reviewed.call(), reviewed.edit(), reviewed.flaw().map(this::flaw), reviewed.mended());
            case Happening.ApprovalAsked asked -> new Happening.ApprovalAsked(asked.call(), text(asked.reason()));
            case Happening.JudgeAnswered judged ->
                new Happening.JudgeAnswered(text(judged.question()), judged.confirmed(), judged.confidence());
            case Happening.SubagentStarted started ->
                new Happening.SubagentStarted(started.child(), text(started.task()));
            case Happening.SessionEnded ended -> new Happening.SessionEnded(text(ended.reason()));
            case Happening.Unread unread -> new Happening.Unread(text(unread.reason()), text(unread.excerpt()));
            case Happening.AgentInterrupted _,
                    Happening.ContextCompacted _,
                    Happening.TokensUsed _,
                    Happening.ApprovalAnswered _,
                    Happening.SwitchThrown _,
                    Happening.SubagentEnded _,
                    Happening.Noted _ -> what;
        };
    }

    private Happening returned(Happening.ToolReturned returned) {
        return new Happening.ToolReturned(
                returned.call(), returned.outcome(), returned.exitStatus(), text(returned.text()), returned.images());
    }

    private Happening started(Happening.SessionStarted started) {
        return new Happening.SessionStarted(
                started.agent(), started.version(), text(started.directory()), text(started.branch()));
    }

    private Flaw flaw(Flaw flaw) {
        return new Flaw(
                flaw.rule(),
                flaw.side(),
                flaw.isSerious(),
                text(flaw.path()),
                flaw.line(),
                flaw.mark(),
                text(flaw.claim()),
                flaw.remedy());
    }

    private String text(String text) {
        if (text.length() < WORTH_REMEMBERING) {
            return Secrets.redact(text);
        }
        return masked.computeIfAbsent(text, Secrets::redact);
    }

    private Optional<String> text(Optional<String> text) {
        return text.map(this::text);
    }

    private Value.Fields fields(Value.Fields fields) {
        SortedMap<String, Value> safe = new TreeMap<>();
        fields.values().forEach((key, value) -> safe.put(key, value(key, value)));
        return new Value.Fields(safe);
    }

    /// A value is looked at as if it stood beside its key, since many a secret is told by that alone.
    private Value value(String key, Value value) {
        return switch (value) {
            case Value.Text text -> new Value.Text(beside(key, text.text()));
            case Value.Items items -> {
                List<Value> safe = new ArrayList<>(items.values().size());
                for (Value each : items.values()) {
                    safe.add(value(key, each));
                }
                yield new Value.Items(safe);
            }
            case Value.Fields fields -> fields(fields);
            case Value.Numeral _, Value.Flag _, Value.Nothing _ -> value;
        };
    }

    private String beside(String key, String text) {
        String safe = text(text);
        if (!safe.equals(text) || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0) {
            return safe;
        }
        String start = '"' + key + "\": \"";
        String pair = text(start + text + '"');
        return pair.startsWith(start) && pair.endsWith("\"") && pair.length() > start.length()
                ? pair.substring(start.length(), pair.length() - 1)
                : safe;
    }

    private Action action(Action action) {
        return switch (action) {
            case Action.Command command -> new Action.Command(text(command.line()), text(command.directory()));
            case Action.Read read -> new Action.Read(text(read.path()));
            case Action.Edit edit ->
                new Action.Edit(
                        text(edit.path()),
                        edit.replacements().stream()
                                .map(each -> new Action.Replacement(
                                        text(each.before()), text(each.after()), each.everywhere()))
                                .toList());
            case Action.Write write -> new Action.Write(text(write.path()), text(write.content()));
            case Action.Patch patch ->
                new Action.Patch(patch.files().stream()
                        .map(each -> new Action.FilePatch(
                                text(each.path()), each.kind(), text(each.removed()), text(each.added())))
                        .toList());
            case Action.Search search -> new Action.Search(text(search.pattern()), text(search.path()));
            case Action.Fetch fetch -> new Action.Fetch(text(fetch.target()));
            case Action.Delegate delegate -> new Action.Delegate(text(delegate.task()));
            case Action.Poll poll -> new Action.Poll(text(poll.target()));
            case Action.Ask ask -> new Action.Ask(text(ask.question()));
            case Action.Plan _, Action.Other _ -> action;
        };
    }
}
