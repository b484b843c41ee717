package dev.fairlead.wire.export;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// One session as a course of turns. Bookkeeping and what was not understood is left out.
final class Course {

    private final SessionId session;
    private final List<Turn> turns = new ArrayList<>();
    private final List<Event> before = new ArrayList<>();
    private final Map<CallId, Turn> open = new HashMap<>();
    private Optional<Happening.SessionStarted> started = Optional.empty();

    private Course(SessionId session) {
        this.session = session;
    }

    /// The sessions of a file, in the order of their first events.
    static SequencedMap<SessionId, Course> of(List<Event> events) {
        SequencedMap<SessionId, Course> courses = new LinkedHashMap<>();
        for (Event event : events) {
            courses.computeIfAbsent(event.session(), Course::new).hear(event);
        }
        return courses;
    }

    SessionId session() {
        return session;
    }

    List<Turn> turns() {
        return List.copyOf(turns);
    }

    /// What happened before the first turn and is no part of one.
    List<Event> before() {
        return List.copyOf(before);
    }

    Optional<Happening.SessionStarted> started() {
        return started;
    }

    /// The agent's name, in our contracts.
    String agent() {
        return started.map(Happening.SessionStarted::agent).orElse("unknown");
    }

    /// The model that was used first.
    Optional<String> model() {
        return turns.stream()
                .flatMap(turn -> turn.model().stream())
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    Tokens tokens() {
        return turns.stream().map(Turn::tokens).reduce(Tokens.NONE, Tokens::plus);
    }

    /// Whether another session works within this one, at whatever depth.
    boolean isAbove(Course other) {
        return other.session.value().startsWith(session.value() + "/");
    }

    /// The part of a sub-agent's name that follows this session's.
    String below(SessionId child) {
        String above = session.value() + "/";
        return child.value().startsWith(above) ? child.value().substring(above.length()) : child.value();
    }

    private void hear(Event event) {
        switch (event.what()) {
            case Happening.SessionStarted what -> {
                if (started.isEmpty()) {
                    started = Optional.of(what);
                } else {
                    meanwhile(event);
                }
            }
            case Happening.TaskGiven task -> begin(Turn.Source.USER, event).say(task.text());
            case Happening.ContextInjected injected ->
                begin(Turn.Source.SYSTEM, event).say(injected.text());
            case Happening.AgentThought _, Happening.AgentSpoke _, Happening.TokensUsed _ -> answer(event);
            case Happening.ToolCalled called -> open.put(called.call(), answer(event));
            case Happening.ToolReturned returned ->
                Optional.ofNullable(open.remove(returned.call()))
                        .ifPresentOrElse(turn -> turn.returned(returned.call(), event), () -> meanwhile(event));
            case Happening.Noted _, Happening.Unread _ -> {}
            case Happening.DirectoryChanged _,
                    Happening.AgentInterrupted _,
                    Happening.ContextCompacted _,
                    Happening.GuidanceDelivered _,
                    Happening.ChangeReviewed _,
                    Happening.ApprovalAsked _,
                    Happening.ApprovalAnswered _,
                    Happening.SwitchThrown _,
                    Happening.JudgeAnswered _,
                    Happening.SubagentStarted _,
                    Happening.SubagentEnded _,
                    Happening.SessionEnded _ -> meanwhile(event);
        }
    }

    private Turn answer(Event event) {
        Turn turn = !turns.isEmpty() && turns.getLast().takes(event.what())
                ? turns.getLast()
                : begin(Turn.Source.AGENT, event);
        turn.add(event);
        return turn;
    }

    private Turn begin(Turn.Source source, Event event) {
        Turn turn = new Turn(source, event);
        turns.add(turn);
        return turn;
    }

    private void meanwhile(Event event) {
        if (turns.isEmpty()) {
            before.add(event);
        } else {
            turns.getLast().meanwhile(event);
        }
    }
}
