package dev.fairlead.server;

import dev.fairlead.core.decide.Context;
import dev.fairlead.core.event.Event;
import dev.fairlead.wire.git.Checkout;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the folder tells in which a session works: its repository and branch, and what git keeps there. Read again when
/// the folder changes and at most once a second, for an agent may switch branches.
final class Surroundings {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private String directory = "";
    private Instant readAt = Instant.MIN;
    private Context told = Context.UNKNOWN;

    /// What is known of a folder.
    ///
    /// @param where empty where nobody knows
    Context of(String where, Instant now) {
        boolean isStale = !where.equals(directory) || readAt.equals(Instant.MIN) || now.isAfter(readAt.plus(FRESH));
        if (isStale && !where.isEmpty()) {
            directory = where;
            readAt = now;
            told = Checkout.around(where).map(Surroundings::told).orElse(Context.UNKNOWN);
        }
        return told;
    }

    private static Context told(Checkout checkout) {
        return new Context(
                Optional.empty(),
                Optional.of(checkout.name()),
                checkout.branch(),
                Optional.empty(),
                Event.NO_TIME,
                false,
                checkout.tracker());
    }
}
