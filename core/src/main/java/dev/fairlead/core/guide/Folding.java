package dev.fairlead.core.guide;

import dev.fairlead.core.decide.Guidance;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.session.Session;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One step of the fold of a [Guide].
final class Folding {

    private final Event event;
    private final Session session;
    private final Guidance guidance;
    private final boolean isShadowed;
    private final List<Intervention> current;
    private final Map<Misbehaviour, Streak> streaks = new EnumMap<>(Misbehaviour.class);
    private final List<Intervention> changed = new ArrayList<>(2);
    private final Course course;
    private final Guide before;
    private final List<Intervention> said = new ArrayList<>(1);

    Folding(Guide guide, Event event, Session session, Guidance guidance) {
        this.event = event;
        this.session = session;
        this.guidance = guidance;
        this.isShadowed = guide.isShadowed();
        this.current = new ArrayList<>(guide.current());
        this.streaks.putAll(guide.streaks());
        this.course = guide.course().after(event, session);
        this.before = guide;
    }

    Guide.Guided fold(List<Judged> judged) {
        switch (event.what()) {
            case Happening.GuidanceDelivered delivered -> delivered(delivered);
            case Happening.ApprovalAnswered answered -> answered(answered);
            case Happening.ChangeReviewed reviewed -> mended(reviewed);
            default -> {}
        }
        follow(judged);
        judged.forEach(this::decide);
        dropGroundless();
        while (current.size() > Guide.MOST) {
            changed.add(current.removeFirst().dropped("too many others came after it"));
        }
        Guide next = new Guide(current, streaks, course, told(), words(), isSentBack(), isShadowed);
        return new Guide.Guided(next, changed);
    }

    private int told() {
        return before.told() + said.size();
    }

    private int words() {
        return before.words()
                + said.stream().mapToInt(each -> Advice.words(each.text())).sum();
    }

    private boolean isSentBack() {
        return before.sentBack() && !(event.what() instanceof Happening.TaskGiven)
                || event.what() instanceof Happening.GuidanceDelivered delivered && delivered.isAtStop();
    }

    private void delivered(Happening.GuidanceDelivered delivered) {
        for (int i = 0; i < current.size(); i++) {
            Intervention each = current.get(i);
            if (each.state() == State.WAITING && delivered.text().contains(each.id())) {
                Intervention now = each.told(event, Use.of(session));
                current.set(i, now);
                changed.add(now);
                said.add(now);
                streaks.put(each.misbehaviour(), new Streak(each.id(), each.rung(), event.sequence(), false));
            }
        }
    }

    /// A person answered what held the agent up.
    private void answered(Happening.ApprovalAnswered answered) {
        for (int i = 0; i < current.size(); i++) {
            Intervention each = current.get(i);
            if (each.rung().holds() && answered.call().value().equals(each.id())) {
                Intervention now = each.told(event, Use.of(session));
                current.set(i, now);
                changed.add(now);
                streaks.put(each.misbehaviour(), new Streak(each.id(), each.rung(), event.sequence(), false));
            }
        }
    }

    /// What is mended is not told any more; where it was told, the agent listened.
    private void mended(Happening.ChangeReviewed reviewed) {
        for (int i = current.size() - 1; i >= 0; i--) {
            Intervention each = current.get(i);
            if (!Guide.IN_CODE.contains(each.misbehaviour())
                    || !reviewed.mended().contains(each.about())) {
                continue;
            }
            current.remove(i);
            if (each.isOpen()) {
                close(each, Outcome.HEEDED);
            } else {
                changed.add(each.dropped("it was mended since"));
            }
        }
    }

    private void close(Intervention each, Outcome outcome) {
        changed.add(each.with(outcome, Use.of(session)));
        streaks.put(each.misbehaviour(), new Streak(each.id(), each.rung(), each.told(), outcome == Outcome.IGNORED));
    }

    /// Decides what came of interventions that the agent has.
    private void follow(List<Judged> judged) {
        for (int i = current.size() - 1; i >= 0; i--) {
            Intervention each = current.get(i);
            if (!each.isOpen() || each.told() == event.sequence()) {
                continue;
            }
            Optional<Outcome> outcome = outcome(each, judged);
            if (outcome.isPresent()) {
                current.remove(i);
                close(each, outcome.get());
            }
        }
    }

    private Optional<Outcome> outcome(Intervention each, List<Judged> judged) {
        List<Deed> since = course.since(each.told());
        boolean isAgain = judged.stream().anyMatch(one -> one.finding().misbehaviour() == each.misbehaviour());
        boolean isSame = isAboutRepeating(each.misbehaviour())
                && session.lastChange() <= each.told()
                && since.stream().anyMatch(deed -> deed.call() == each.call());
        if (isAgain || isSame) {
            return Optional.of(Outcome.IGNORED);
        }
        Outcome otherwise = Guide.IN_CODE.contains(each.misbehaviour()) ? Outcome.IGNORED : Outcome.HEEDED;
        if (since.size() >= Guide.HEEDED_AFTER) {
            return Optional.of(otherwise);
        }
        boolean isEnd = event.what() instanceof Happening.SessionEnded
                || event.what() instanceof Happening.AgentSpoke
                || event.what() instanceof Happening.TaskGiven;
        if (!isEnd) {
            return Optional.empty();
        }
        boolean isOver = !(event.what() instanceof Happening.AgentSpoke);
        if (since.isEmpty()) {
            return isOver ? Optional.of(Outcome.GAVE_UP) : Optional.empty();
        }
        return isOver ? Optional.of(otherwise) : Optional.empty();
    }

    private static boolean isAboutRepeating(Misbehaviour misbehaviour) {
        return misbehaviour == Misbehaviour.REPETITION_LOOP || misbehaviour == Misbehaviour.REPEATED_TOOL_FAILURE;
    }

    /// The fingerprint of the call that has just come back, 0 where none has.
    private long call() {
        return session.exchange().map(exchange -> exchange.call().fingerprint()).orElse(0L);
    }

    /// Whether something is said about a call. What was only noted of it keeps nothing else from being said, except
    /// where everything is only noted, so that such a session runs as another would.
    private boolean isSaid(Intervention each, long call) {
        return call != 0 && each.call() == call && (each.state() != State.SHADOWED || isShadowed);
    }

    /// One thing at a time: about a class, and about a call.
    private void decide(Judged judged) {
        Misbehaviour misbehaviour = judged.finding().misbehaviour();
        long call = call();
        boolean isPending =
                current.stream().anyMatch(each -> each.misbehaviour() == misbehaviour || isSaid(each, call));
        Optional<Streak> streak = Optional.ofNullable(streaks.get(misbehaviour));
        boolean isWarm = streak.isPresent() && event.sequence() - streak.get().told() < guidance.cooldown();
        if (isPending || isWarm) {
            return;
        }
        Optional<Streak> ignored = streak.filter(Streak::isIgnored);
        Rung rung = ignored.map(before -> before.rung().next(judged.most())).orElse(Rung.NUDGE);
        String id = Guide.id(session, judged.finding(), event.sequence());
        current.add(decided(id, judged, rung, ignored.map(Streak::id)));
        changed.add(current.getLast());
    }

    private Intervention decided(String id, Judged judged, Rung rung, Optional<String> earlier) {
        String text = Advice.of(id, judged.finding(), earlier);
        boolean isWithin = told() < guidance.most() && words() + Advice.words(text) <= Guide.MOST_WORDS || rung.holds();
        boolean isWaiting = judged.isTold() && !isShadowed && isWithin;
        Use use = Use.of(session);
        return new Intervention(
                id,
                judged.finding(),
                rung,
                text,
                call(),
                event.sequence(),
                event.at(),
                isWaiting ? State.WAITING : State.SHADOWED,
                isWaiting ? -1 : event.sequence(),
                isWaiting ? Event.NO_TIME : event.at(),
                "",
                Outcome.TOO_SOON,
                use,
                use);
    }

    private Optional<String> lost(Intervention each) {
        return event.what() instanceof Happening.SessionEnded
                ? Optional.of("the session ended before the agent listened")
                : Ground.lost(each, course, event.sequence());
    }

    private void dropGroundless() {
        for (int i = current.size() - 1; i >= 0; i--) {
            Intervention each = current.get(i);
            Optional<String> lost =
                    each.state() == State.WAITING && !each.rung().holds() ? lost(each) : Optional.empty();
            if (lost.isPresent()) {
                current.remove(i);
                changed.add(each.dropped(lost.get()));
            }
        }
    }
}
