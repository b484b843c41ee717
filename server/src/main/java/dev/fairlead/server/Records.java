package dev.fairlead.server;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.guide.Intervention;
import dev.fairlead.core.guide.Use;
import dev.fairlead.server.LiveSession.Announced;
import dev.fairlead.store.GateDecision;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the fold says, as the store keeps it.
final class Records {

    private Records() {}

    static dev.fairlead.store.Intervention intervention(
            Intervention each, SessionId session, String agent, boolean isShadowed) {
        Use spent = each.after().since(each.before());
        return new dev.fairlead.store.Intervention(
                each.id(),
                session,
                agent,
                each.finding().detector(),
                each.misbehaviour(),
                each.rung().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                each.text(),
                each.about(),
                switch (each.state()) {
                    case WAITING -> dev.fairlead.store.Intervention.State.DECIDED;
                    case DELIVERED -> dev.fairlead.store.Intervention.State.DELIVERED;
                    case SHADOWED -> dev.fairlead.store.Intervention.State.SHADOWED;
                    case DROPPED -> dev.fairlead.store.Intervention.State.DROPPED;
                },
                switch (each.outcome()) {
                    case HEEDED -> dev.fairlead.store.Intervention.Outcome.HEEDED;
                    case IGNORED -> dev.fairlead.store.Intervention.Outcome.IGNORED;
                    case GAVE_UP -> dev.fairlead.store.Intervention.Outcome.GAVE_UP;
                    case TOO_SOON -> dev.fairlead.store.Intervention.Outcome.TOO_SOON;
                },
                isShadowed ? "shadow" : "",
                each.decidedAt(),
                each.told() < 0
                        ? Optional.empty()
                        : Optional.of(new dev.fairlead.store.Intervention.Delivery(each.told(), each.toldAt())),
                effort(each.before()),
                effort(spent));
    }

    private static dev.fairlead.store.Intervention.Effort effort(Use use) {
        return new dev.fairlead.store.Intervention.Effort(use.tokens(), use.failures());
    }

    /// @param answer what was answered in the end: leave that a person gave counts
    static GateDecision decision(
            SessionId session, Announced announced, Ruling ruling, Answer answer, String reason, Instant at) {
        return new GateDecision(
                session,
                announced.id(),
                announced.attempt().tool(),
                answer,
                rules(ruling),
                reason,
                ruling.policy(),
                at);
    }

    /// The rules that object, the decisive one first.
    static List<String> rules(Ruling ruling) {
        return ruling.objections().stream()
                .map(Ruling.Objection::rule)
                .distinct()
                .toList();
    }
}
