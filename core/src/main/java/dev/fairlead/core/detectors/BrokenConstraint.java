package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Card;
import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Observation;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.session.Recent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the detectors of broken constraints share: they hear what is forbidden, and weigh each call against it.
final class BrokenConstraint {

    static final Set<Class<? extends Happening>> HEEDS = Set.of(
            Happening.TaskGiven.class,
            Happening.ContextInjected.class,
            Happening.ContextCompacted.class,
            Happening.ToolCalled.class);

    static final List<String> QUIET_ON = List.of(
            "an act that a later message of the person speaks of",
            "a condition (“unless”, “until”, “if”), which only a reader can weigh",
            "a wish for a style or a form of output");

    static final List<String> MISSES = List.of(
            "a constraint in other words than “do not …”, “only change …”, “use … instead of …”",
            "an order that is left undone",
            "a path that is changed by a command");

    private BrokenConstraint() {}

    /// Takes in one event.
    ///
    /// @param isOld whether constraints count that are older than the last message, or those that are not
    static Observation<Recent<Constraint>> observe(Card card, boolean isOld, Recent<Constraint> before, Event event) {
        return switch (event.what()) {
            case Happening.TaskGiven task ->
                Observation.quiet(Constraint.heard(before, task.text(), Evidence.of(event), true));
            case Happening.ContextInjected injected ->
                Observation.quiet(
                        injected.source() == Happening.ContextInjected.Source.RULES
                                ? Constraint.heard(before, injected.text(), Evidence.of(event), false)
                                : before);
            case Happening.ContextCompacted _ -> Observation.quiet(Constraint.compacted(before));
            case Happening.ToolCalled called -> called(card, isOld, before, called, event);
            default -> Observation.quiet(before);
        };
    }

    private static Observation<Recent<Constraint>> called(
            Card card, boolean isOld, Recent<Constraint> before, Happening.ToolCalled called, Event event) {
        for (Constraint constraint : before.items()) {
            Optional<String> act =
                    constraint.isOld() == isOld ? constraint.brokenBy(called.action()) : Optional.empty();
            if (act.isPresent()) {
                return Observation.flag(without(before, constraint), finding(card, constraint, act.get(), event));
            }
        }
        return Observation.quiet(before);
    }

    private static Recent<Constraint> without(Recent<Constraint> before, Constraint told) {
        Recent<Constraint> next = Recent.ofLast(Constraint.MOST);
        for (Constraint each : before.items()) {
            next = each.equals(told) ? next : next.with(each);
        }
        return next;
    }

    private static Finding finding(Card card, Constraint constraint, String act, Event event) {
        return new Finding(
                card.id(),
                card.misbehaviour(),
                Severity.MEDIUM,
                0.5,
                "%s against the words “%s”".formatted(act, constraint.words()),
                "take it back if that can be done, tell the person, and ask before doing what was forbidden",
                List.of(constraint.source(), Evidence.of(event)));
    }
}
