package dev.fairlead.core.detect;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.session.Exchange;
import java.util.List;
import java.util.Optional;

/// An event that a finding rests on.
///
/// @param sequence the event's number within its session
/// @param origin where its source says so
/// @param call the tool call that it is part of, if it is part of one
public record Evidence(long sequence, Origin origin, Optional<CallId> call) {

    /// An event as evidence.
    public static Evidence of(Event event) {
        Optional<CallId> call = switch (event.what()) {
            case Happening.ToolCalled called -> Optional.of(called.call());
            case Happening.ToolReturned returned -> Optional.of(returned.call());
            case Happening.ChangeReviewed reviewed -> Optional.of(reviewed.call());
            default -> Optional.empty();
        };
        return new Evidence(event.sequence(), event.origin(), call);
    }

    /// A call and its result as evidence.
    public static List<Evidence> of(Exchange exchange) {
        return List.of(call(exchange), result(exchange));
    }

    /// The call of an exchange as evidence.
    public static Evidence call(Exchange exchange) {
        return new Evidence(
                exchange.call().sequence(),
                exchange.call().origin(),
                Optional.of(exchange.call().id()));
    }

    /// The result of an exchange as evidence.
    public static Evidence result(Exchange exchange) {
        return new Evidence(
                exchange.sequence(),
                exchange.origin(),
                Optional.of(exchange.call().id()));
    }
}
