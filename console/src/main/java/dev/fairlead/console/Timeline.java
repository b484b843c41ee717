package dev.fairlead.console;

import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Effects;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.effect.Wording;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.server.Door;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Filter;
import dev.fairlead.store.GateDecision;
import dev.fairlead.store.SessionStore;
import dev.fairlead.store.SessionSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// A stretch of a session, made ready to be shown: calls joined with their answers, with what the gate and the
/// detectors
/// said.
///
/// An answer is shown with its call where both lie within [#REACH] events, and by itself otherwise: so each stretch can
/// be told without the whole.
final class Timeline {

    /// The events of one stretch.
    static final int CHUNK = 60;
    /// How far apart a call and its answer may be to be shown together.
    static final int REACH = 90;

    private static final Duration AROUND = Duration.ofSeconds(5);
    private static final int MOST_EFFECTS = 12;

    private final Place place;
    private final Map<Long, List<FindingCard>> findings = new HashMap<>();
    private final Map<Long, List<String>> evidence = new HashMap<>();
    private final Map<CallId, Event> answers = new HashMap<>();
    private final Map<CallId, Long> calls = new HashMap<>();
    private final Map<CallId, GateDecision> decisions = new HashMap<>();
    private final List<Event> events;

    private Timeline(Place place, List<Event> events, List<FindingCard> cards) {
        this.place = place;
        this.events = events;
        for (FindingCard card : cards) {
            findings.computeIfAbsent(card.stored().sequence(), _ -> new ArrayList<>())
                    .add(card);
            card.evidence()
                    .forEach(each -> evidence.computeIfAbsent(each, _ -> new ArrayList<>())
                            .add(card.anchor()));
        }
    }

    /// The steps of a stretch.
    ///
    /// @param from the first event of it
    static List<Step> steps(Door door, SessionSummary session, List<FindingCard> cards, long from) {
        SessionStore store = door.store().sessions();
        long first = Math.max(0, from - REACH);
        List<Event> events =
                store.events(session.session(), session.channel(), first, (int) (from - first) + CHUNK + REACH);
        Timeline timeline = new Timeline(where(door, session), events, cards);
        timeline.join(store, session, from);
        List<Step> steps = new ArrayList<>();
        long tokens = 0;
        for (Event event : events) {
            if (event.sequence() >= from && event.sequence() < from + CHUNK) {
                if (event.what() instanceof Happening.TokensUsed used) {
                    tokens += used.tokens().total();
                }
                Optional<Step> step = timeline.step(event, tokens);
                tokens = step.isPresent() ? 0 : tokens;
                step.ifPresent(steps::add);
            }
        }
        return steps;
    }

    /// Where the session worked: the folder that it began in, and the one that it was in last.
    ///
    /// The gate knows the person's own folder of a session that it heard live; of one that was read from a
    /// file only the path tells it.
    private static Place where(Door door, SessionSummary session) {
        Optional<String> last = session.directory().filter(each -> each.startsWith("/"));
        Optional<String> first = door.store().sessions().events(session.session(), session.channel(), 0, 1).stream()
                .flatMap(event -> event.what() instanceof Happening.SessionStarted started
                        ? started.directory().stream()
                        : Stream.empty())
                .filter(each -> each.startsWith("/"))
                .findFirst()
                .or(() -> last);
        Place told = Place.within(last.orElse(""), first);
        return session.channel() == Channel.LIVE ? new Place(told.directory(), first, door.home()) : told;
    }

    private void join(SessionStore store, SessionSummary session, long from) {
        for (Event event : events) {
            if (event.what() instanceof Happening.ToolCalled called) {
                calls.put(called.call(), event.sequence());
            } else if (event.what() instanceof Happening.ToolReturned returned) {
                answers.putIfAbsent(returned.call(), event);
            }
        }
        List<Event> shown = events.stream()
                .filter(event -> event.sequence() >= from && When.isKnown(event.at()))
                .toList();
        if (!shown.isEmpty()) {
            Filter filter = Filter.of(session.session())
                    .since(shown.getFirst().at().minus(AROUND))
                    .until(shown.getLast().at().plus(AROUND))
                    .limit(Filter.MOST);
            store.decisions(filter).items().forEach(each -> decisions.putIfAbsent(each.call(), each));
        }
    }

    private boolean isTogether(long call, long answer) {
        return answer > call && answer - call <= REACH;
    }

    private Optional<Step> step(Event event, long tokens) {
        return switch (event.what()) {
            case Happening.ToolCalled called -> Optional.of(call(event, called, tokens));
            case Happening.ToolReturned returned -> {
                Long call = calls.get(returned.call());
                yield call != null && isTogether(call, event.sequence())
                        ? Optional.empty()
                        : Optional.of(plain(event, "result", outcome(returned), returned.text(), tokens));
            }
            case Happening.Noted _, Happening.TokensUsed _ -> Optional.empty();
            case Happening.SubagentStarted started -> Optional.of(child(event, started, tokens));
            default -> Tellings.of(event).map(each -> plain(event, each.kind(), each.title(), each.text(), tokens));
        };
    }

    private Step plain(Event event, String kind, String title, String text, long tokens) {
        return step(event, kind, title, Step.Text.of(text), tokens, Optional.empty());
    }

    private Step child(Event event, Happening.SubagentStarted started, long tokens) {
        return step(
                event,
                "subagent",
                started.child().value(),
                Step.Text.of(started.task()),
                tokens,
                Optional.of(started.child().value()));
    }

    private Step step(Event event, String kind, String title, Step.Text text, long tokens, Optional<String> child) {
        return new Step(
                event.sequence(),
                event.at(),
                kind,
                title,
                text,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                child,
                tokens,
                evidence.getOrDefault(event.sequence(), List.of()),
                findings.getOrDefault(event.sequence(), List.of()));
    }

    private Step call(Event event, Happening.ToolCalled called, long tokens) {
        Optional<Event> answer = Optional.ofNullable(answers.get(called.call()))
                .filter(each -> isTogether(event.sequence(), each.sequence()));
        Set<FindingCard> made = new HashSet<>(findings.getOrDefault(event.sequence(), List.of()));
        answer.ifPresent(each -> made.addAll(findings.getOrDefault(each.sequence(), List.of())));
        List<FindingCard> cards =
                made.stream().sorted((a, b) -> a.anchor().compareTo(b.anchor())).toList();
        return new Step(
                event.sequence(),
                event.at(),
                "call",
                called.tool(),
                Step.Text.of(Tellings.argument(called)),
                diffs(called.action()),
                effects(called.action()),
                Optional.ofNullable(decisions.get(called.call()))
                        .filter(each ->
                                !each.rules().isEmpty() || !each.reason().isEmpty())
                        .map(each -> new Step.Ruled(FindingCard.code(each.answer()), each.reason(), each.rules())),
                answer.map(this::result),
                Optional.empty(),
                tokens,
                evidence.getOrDefault(event.sequence(), List.of()),
                cards);
    }

    private Step.Result result(Event answer) {
        Happening.ToolReturned returned = (Happening.ToolReturned) answer.what();
        return new Step.Result(
                answer.sequence(),
                outcome(returned),
                isFailed(returned),
                Step.Text.ofAnswer(returned.text()),
                evidence.getOrDefault(answer.sequence(), List.of()));
    }

    private static boolean isFailed(Happening.ToolReturned returned) {
        OptionalInt exit = returned.exitStatus();
        boolean hasFailed = returned.outcome() != Outcome.SUCCEEDED
                && returned.outcome() != Outcome.UNSTATED
                && returned.outcome() != Outcome.RUNNING;
        return hasFailed || exit.isPresent() && exit.getAsInt() != 0;
    }

    private static String outcome(Happening.ToolReturned returned) {
        OptionalInt exit = returned.exitStatus();
        String word = Say.say("outcome." + FindingCard.code(returned.outcome()));
        return exit.isPresent() && exit.getAsInt() != 0 ? word + ", " + Say.say("outcome.exit", exit.getAsInt()) : word;
    }

    private List<String> effects(Action action) {
        if (!(action instanceof Action.Command command)) {
            return List.of();
        }
        String directory =
                command.directory().filter(each -> each.startsWith("/")).orElse(place.directory());
        return Effects.of(command.line(), new Place(directory, place.workspace(), place.home())).effects().stream()
                .map((Effect effect) -> Wording.of(effect))
                .distinct()
                .limit(MOST_EFFECTS)
                .toList();
    }

    private static List<Step.Diff> diffs(Action action) {
        if (action instanceof Action.Edit edit) {
            return edit.replacements().stream()
                    .map(each -> new Step.Diff(edit.path(), DiffLine.between(each.before(), each.after())))
                    .toList();
        }
        if (action instanceof Action.Write write) {
            return List.of(new Step.Diff(write.path(), DiffLine.between("", write.content())));
        }
        if (action instanceof Action.Patch patch) {
            return patch.files().stream()
                    .map(each -> new Step.Diff(each.path(), DiffLine.between(each.removed(), each.added())))
                    .toList();
        }
        return List.of();
    }
}
