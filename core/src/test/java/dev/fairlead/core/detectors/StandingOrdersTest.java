package dev.fairlead.core.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StandingOrdersTest {

    private static StandingOrders after(Happening... happenings) {
        StandingOrders orders = StandingOrders.NONE;
        for (int i = 0; i < happenings.length; i++) {
            orders = orders.after(new Event(new SessionId("s"), i, Event.NO_TIME, Origin.index(i), happenings[i]));
        }
        return orders;
    }

    @Test
    void remembersWhatWasForbiddenWordForWord() {
        assertThat(after(new Happening.TaskGiven("Mend the login. Do not touch src/billing.", 0))
                        .words())
                .isEqualTo(List.of("Do not touch src/billing."));
    }

    @Test
    void forgetsWhatALaterMessageSpeaksOf() {
        assertThat(after(new Happening.TaskGiven("Do not commit yet.", 0), new Happening.TaskGiven("Now commit it.", 0))
                        .words())
                .isEmpty();
    }

    @Test
    void hearsRulesFilesAndNoOtherText() {
        assertThat(after(
                                new Happening.ContextInjected(
                                        Happening.ContextInjected.Source.RULES, "AGENTS.md", "Never push to main."),
                                new Happening.AgentSpoke("Never push to develop."))
                        .words())
                .isEqualTo(List.of("Never push to main."));
    }
}
