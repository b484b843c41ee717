package dev.fairlead.core.guide;

import dev.fairlead.core.decide.Guidance;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.session.Digest;
import dev.fairlead.core.session.Session;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Guidance of one session: a pure fold from (guide, event, findings) to (guide, what became of interventions).
///
/// One intervention about a class at a time. It waits until the agent listens, is dropped if its ground is gone by
/// then, and is followed until its outcome shows. A class that is found again after it was told climbs one rung; one
/// that was heeded begins anew.
///
/// @param current interventions that wait or whose outcome is open
/// @param streaks the last intervention about each class
/// @param told how many the agent was told
/// @param words how many words those had
/// @param sentBack whether the agent was sent back to work since the person spoke last
/// @param isShadowed whether this session is one of those that are told nothing, for comparison
public record Guide(
        List<Intervention> current,
        Map<Misbehaviour, Streak> streaks,
        Course course,
        int told,
        int words,
        boolean sentBack,
        boolean isShadowed) {

    /// The most words that one session is told.
    public static final int MOST_WORDS = 600;
    /// After how many calls without doing it again an agent counts as having listened.
    public static final int HEEDED_AFTER = 8;
    /// The most interventions kept at a time; of more, the oldest is dropped.
    static final int MOST = 16;

    static final Set<Misbehaviour> AT_STOP = EnumSet.of(
            Misbehaviour.FALSE_SUCCESS,
            Misbehaviour.PREMATURE_STOP,
            Misbehaviour.INSTRUCTION_IGNORED,
            Misbehaviour.CONSTRAINT_LOST,
            Misbehaviour.SECURITY_FINDING,
            Misbehaviour.STANDARDS_VIOLATION,
            Misbehaviour.COMPLEXITY_RISE);

    /// Classes of flaws in code: their ground is looked at again after each change, so it is known when it is gone.
    static final Set<Misbehaviour> IN_CODE =
            EnumSet.of(Misbehaviour.SECURITY_FINDING, Misbehaviour.STANDARDS_VIOLATION, Misbehaviour.COMPLEXITY_RISE);

    public Guide {
        current = List.copyOf(current);
        streaks = Map.copyOf(streaks);
    }

    /// Before the first event.
    public static Guide fresh(boolean isShadowed) {
        return new Guide(List.of(), Map.of(), Course.NONE, 0, 0, false, isShadowed);
    }

    /// What came of one event.
    ///
    /// @param changed interventions as they are now that were decided, told, dropped, or whose outcome was decided
    public record Guided(Guide guide, List<Intervention> changed) {
        public Guided {
            changed = List.copyOf(changed);
        }
    }

    /// Takes in the next event.
    ///
    /// @param session with the event
    /// @param judged what was found at the event
    public Guided after(Event event, Session session, List<Judged> judged, Guidance guidance) {
        if (judged.isEmpty() && current.isEmpty() && session.exchange().isEmpty() && isNoTurn(event)) {
            return new Guided(this, List.of());
        }
        return new Folding(this, event, session, guidance).fold(judged);
    }

    private static boolean isNoTurn(Event event) {
        return !(event.what() instanceof Happening.TaskGiven);
    }

    /// What the agent is to be told next, now that it listens; empty where there is nothing. That a function is hard to
    /// follow keeps until the agent would stop: it may not be finished.
    public Optional<Intervention> due() {
        return current.stream()
                .filter(each -> each.state() == State.WAITING && !each.rung().holds())
                .filter(each -> each.misbehaviour() != Misbehaviour.COMPLEXITY_RISE)
                .findFirst();
    }

    /// What sends the agent back to work that is about to stop; at most once for each of the person's messages.
    public Optional<Intervention> dueAtStop() {
        return sentBack
                ? Optional.empty()
                : current.stream()
                        .filter(each ->
                                each.state() == State.WAITING && !each.rung().holds())
                        .filter(each -> AT_STOP.contains(each.misbehaviour()))
                        .findFirst();
    }

    /// What holds the agent up until a person answers.
    public Optional<Intervention> hold() {
        return current.stream()
                .filter(each -> each.state() == State.WAITING && each.rung().holds())
                .findFirst();
    }

    /// The id of an intervention, short enough to be said.
    static String id(Session session, Finding finding, long sequence) {
        long digest = Digest.join(
                Digest.of(session.id().value()),
                Digest.join(sequence, Digest.of(finding.misbehaviour().code())));
        String text = Long.toString(digest & Long.MAX_VALUE, 36);
        return "fl-" + text.substring(Math.max(0, text.length() - 7));
    }
}
