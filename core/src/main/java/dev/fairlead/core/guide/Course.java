package dev.fairlead.core.guide;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.session.Recent;
import dev.fairlead.core.session.Session;
import java.util.List;
import java.util.Optional;

/// What the session did lately, as far as it tells whether guidance still holds or was followed.
///
/// @param deeds the last calls that came back
/// @param person the sequence of the last thing the person said, -1 before
/// @param passed the sequence of the last check that passed, -1 before
record Course(Recent<Deed> deeds, long person, long passed) {

    /// The most calls kept.
    private static final int MOST = 24;

    static final Course NONE = new Course(Recent.ofLast(MOST), -1, -1);

    Course after(Event event, Session session) {
        if (event.what() instanceof Happening.TaskGiven) {
            return new Course(deeds, event.sequence(), passed);
        }
        Optional<Exchange> completed = session.exchange().filter(exchange -> exchange.sequence() == event.sequence());
        if (completed.isEmpty()) {
            return this;
        }
        Exchange exchange = completed.get();
        boolean isPass = session.work().checks().items().stream()
                .anyMatch(check -> check.passed() && check.sequence() == exchange.sequence());
        return new Course(
                deeds.with(new Deed(exchange.call().fingerprint(), exchange.worked(), event.sequence())),
                person,
                isPass ? event.sequence() : passed);
    }

    /// The calls that came back after an event.
    List<Deed> since(long sequence) {
        return deeds.items().stream().filter(deed -> deed.sequence() > sequence).toList();
    }
}
