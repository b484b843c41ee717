package dev.fairlead.cli;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.session.Session;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The last steps of a session, from which a finding's excerpt is cut while its evidence is still at hand.
final class Steps {

    /// The most steps remembered of a session.
    static final int REMEMBERED = 96;

    /// The most steps shown of a finding.
    static final int SHOWN = 14;

    private final Deque<Step> last = new ArrayDeque<>();

    void hear(Event event, Session session) {
        Optional<Step> step = step(event, session);
        if (step.isEmpty()) {
            return;
        }
        last.addLast(step.get());
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
    }

    /// The steps that a finding rests on, and the agent's or the person's last words before each.
    List<Step> about(Finding finding) {
        Set<Long> evidence = new HashSet<>();
        for (Evidence each : finding.evidence()) {
            evidence.add(each.sequence());
        }
        List<Step> shown = new ArrayList<>();
        Optional<Step> words = Optional.empty();
        for (Step step : last) {
            if (evidence.contains(step.sequence())) {
                words.ifPresent(shown::add);
                words = Optional.empty();
                shown.add(step.asEvidence());
            } else if (step.kind() == Step.Kind.AGENT || step.kind() == Step.Kind.PERSON) {
                words = Optional.of(step);
            }
        }
        if (shown.size() <= SHOWN) {
            return shown;
        }
        List<Step> cut = new ArrayList<>(shown.subList(0, SHOWN / 2));
        cut.addAll(shown.subList(shown.size() - SHOWN / 2, shown.size()));
        return cut;
    }

    private static Optional<Step> step(Event event, Session session) {
        return switch (event.what()) {
            case Happening.TaskGiven task -> Optional.of(step(event, Step.Kind.PERSON, "", task.text()));
            case Happening.AgentSpoke spoke -> Optional.of(step(event, Step.Kind.AGENT, "", spoke.text()));
            case Happening.ToolCalled called ->
                Optional.of(step(event, Step.Kind.CALL, called.tool(), argument(called.action())));
            case Happening.ToolReturned returned ->
                Optional.of(step(
                        event,
                        session.exchange().isPresent()
                                        && session.exchange().get().failure().isPresent()
                                ? Step.Kind.FAILED
                                : Step.Kind.WORKED,
                        "",
                        returned.text()));
            case Happening.ContextCompacted _ ->
                Optional.of(step(event, Step.Kind.CONTEXT, "", "the agent's context was replaced by a summary"));
            default -> Optional.empty();
        };
    }

    private static Step step(Event event, Step.Kind kind, String title, String text) {
        return new Step(event.sequence(), event.origin(), kind, title, text, false);
    }

    private static String argument(Action action) {
        return switch (action) {
            case Action.Command command -> command.line();
            case Action.Read read -> read.path();
            case Action.Edit edit -> edit.path() + changes(edit.replacements());
            case Action.Write write -> write.path() + "\n" + write.content();
            case Action.Patch patch -> changed(patch.files());
            case Action.Search search ->
                search.pattern() + search.path().map(path -> " in " + path).orElse("");
            case Action.Fetch fetch -> fetch.target();
            case Action.Delegate delegate -> delegate.task();
            case Action.Poll poll -> poll.target();
            case Action.Ask ask -> ask.question();
            case Action.Plan _, Action.Other _ -> "";
        };
    }

    private static String changes(List<Action.Replacement> replacements) {
        StringBuilder text = new StringBuilder();
        for (Action.Replacement each : replacements) {
            text.append("\n- ")
                    .append(each.before().replace("\n", "\n- "))
                    .append("\n+ ")
                    .append(each.after().replace("\n", "\n+ "));
        }
        return text.toString();
    }

    private static String changed(List<Action.FilePatch> files) {
        StringBuilder text = new StringBuilder();
        for (Action.FilePatch each : files) {
            text.append(text.isEmpty() ? "" : "\n").append(each.path());
            text.append(changes(List.of(new Action.Replacement(each.removed(), each.added(), false))));
        }
        return text.toString();
    }
}
