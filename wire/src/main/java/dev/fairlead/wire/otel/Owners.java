package dev.fairlead.wire.otel;

import dev.fairlead.core.event.SessionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whose each signal is.
///
/// A signal that names no session belongs to that of the span around it, else to the first one of its trace. Failing
/// both, what matters makes a session of its trace, and bookkeeping goes to the first session of its service.
final class Owners {

    private static final int DEEPEST = 64;

    private final Map<String, Signal> spans = new HashMap<>();
    private final Map<String, SessionId> ofTraces = new HashMap<>();
    private final Map<String, SessionId> ofServices = new HashMap<>();
    private final String name;

    private Owners(String name) {
        this.name = name;
    }

    /// The signals by their sessions.
    ///
    /// @param name stands for a session where nothing does
    static Map<SessionId, List<Signal>> of(List<Signal> signals, String name) {
        Owners owners = new Owners(name);
        for (Signal each : signals) {
            if (each.kind() == Signal.Kind.SPAN && !each.span().isEmpty()) {
                owners.spans.put(each.span(), each);
            }
            stated(each).ifPresent(session -> {
                owners.ofTraces.putIfAbsent(each.trace(), session);
                owners.ofServices.putIfAbsent(each.service(), session);
            });
        }
        Map<SessionId, List<Signal>> bySession = new LinkedHashMap<>();
        for (Signal each : signals) {
            bySession
                    .computeIfAbsent(owners.owner(each), _ -> new ArrayList<>())
                    .add(each);
        }
        return bySession;
    }

    private SessionId owner(Signal signal) {
        Optional<SessionId> found = stated(signal);
        Signal around = signal;
        for (int depth = 0; found.isEmpty() && depth < DEEPEST; depth++) {
            Signal parent = spans.get(around.kind() == Signal.Kind.LOG ? around.span() : around.parent());
            if (parent == null || parent.equals(around)) {
                break;
            }
            around = parent;
            found = stated(around);
        }
        boolean hasTrace = !signal.trace().isBlank();
        Optional<SessionId> ofTrace = hasTrace ? Optional.ofNullable(ofTraces.get(signal.trace())) : Optional.empty();
        Optional<SessionId> ofOwnTrace = hasTrace && Role.of(signal) != Role.NOTE
                ? Optional.of(new SessionId(signal.trace()))
                : Optional.empty();
        return found.or(() -> ofTrace)
                .or(() -> ofOwnTrace)
                .or(() -> Optional.ofNullable(ofServices.get(signal.service())))
                .orElseGet(() -> new SessionId(name));
    }

    private static Optional<SessionId> stated(Signal signal) {
        return Attributes.text(signal.attributes(), Keys.SESSION)
                .or(() -> signal.marks().stream()
                        .flatMap(mark ->
                                Attributes.text(Attributes.plain(mark.items("attributes")), Keys.SESSION).stream())
                        .findFirst())
                .or(() -> Attributes.text(signal.resource(), Keys.SESSION))
                .map(SessionId::new);
    }
}
