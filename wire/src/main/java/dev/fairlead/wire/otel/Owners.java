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

    /// How many traces, and services, are remembered; of more, the oldest is forgotten.
    private static final int MOST = 4_096;

    private final Map<String, Signal> spans = new HashMap<>();
    private final Map<String, SessionId> ofTraces = new LinkedHashMap<>();
    private final Map<String, SessionId> ofServices = new LinkedHashMap<>();
    private final String name;

    /// @param name stands for a session where nothing does
    Owners(String name) {
        this.name = name;
    }

    /// The signals of one stretch by their sessions. Whose traces and services were, is remembered from those before.
    Map<SessionId, List<Signal>> of(List<Signal> signals) {
        spans.clear();
        for (Signal each : signals) {
            if (each.kind() == Signal.Kind.SPAN && !each.span().isEmpty()) {
                spans.put(each.span(), each);
            }
            stated(each).ifPresent(session -> {
                remember(ofTraces, each.trace(), session);
                remember(ofServices, each.service(), session);
            });
        }
        Map<SessionId, List<Signal>> bySession = new LinkedHashMap<>();
        for (Signal each : signals) {
            bySession.computeIfAbsent(owner(each), _ -> new ArrayList<>()).add(each);
        }
        return bySession;
    }

    private static void remember(Map<String, SessionId> sessions, String key, SessionId session) {
        sessions.putIfAbsent(key, session);
        if (sessions.size() > MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
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
