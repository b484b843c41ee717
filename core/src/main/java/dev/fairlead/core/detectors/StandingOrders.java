package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.session.Recent;
import java.util.List;

/// What the person, or a rules file, forbade and nobody has lifted: what an agent is to be told again when its context
/// was replaced by a summary.
public final class StandingOrders {

    /// Nothing forbidden yet.
    public static final StandingOrders NONE = new StandingOrders(Recent.ofLast(Constraint.MOST));

    private final Recent<Constraint> heard;

    private StandingOrders(Recent<Constraint> heard) {
        this.heard = heard;
    }

    /// With one more event.
    public StandingOrders after(Event event) {
        return switch (event.what()) {
            case Happening.TaskGiven task ->
                new StandingOrders(Constraint.heard(heard, task.text(), Evidence.of(event), true));
            case Happening.ContextInjected injected
            when injected.source() == Happening.ContextInjected.Source.RULES ->
                new StandingOrders(Constraint.heard(heard, injected.text(), Evidence.of(event), false));
            default -> this;
        };
    }

    /// The sentences in which they were said, the oldest first.
    public List<String> words() {
        return heard.items().stream().map(Constraint::words).distinct().toList();
    }
}
