package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Card;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Observation;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.session.Recent;
import dev.fairlead.core.session.Session;
import java.util.Set;

/// Flags an agent that does what an earlier message forbids.
final class ConstraintLost implements Detector<Recent<Constraint>> {

    private static final Card CARD = new Card(
            "constraint-lost",
            Misbehaviour.CONSTRAINT_LOST,
            "an act that an earlier message of the person forbids",
            "A message of the person before the last one, or words from before the agent's context was compacted, forbid an"
                    + " action, a change of files, a path or a program in plain words, no later message speaks of it, and"
                    + " the agent does it.",
            BrokenConstraint.QUIET_ON,
            BrokenConstraint.MISSES,
            Card.Standing.SUSPICION);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Recent<Constraint> fresh() {
        return Recent.ofLast(Constraint.MOST);
    }

    @Override
    public Set<Class<? extends Happening>> heeds() {
        return BrokenConstraint.HEEDS;
    }

    @Override
    public Observation<Recent<Constraint>> observe(Recent<Constraint> before, Session session, Event event) {
        return BrokenConstraint.observe(CARD, true, before, event);
    }
}
