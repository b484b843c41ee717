package dev.fairlead.policy;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.core.event.Value;
import dev.fairlead.core.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What came before the call of an example, played as events.
///
/// @param next the number of the next event
record ExampleSession(Session facts, long next) {

    /// The most calls that an example may have behind it.
    private static final long MOST_CALLS = 100_000;

    static ExampleSession read(Section section, Instant at) throws BrokenPolicy {
        Optional<Scalar> subagent = section.scalar("subagent");
        boolean isChild = subagent.isPresent() && subagent.get().flag();
        SessionId id = new SessionId("example");
        ExampleSession session = new ExampleSession(Session.fresh(isChild ? id.child("helper") : id), 0);
        for (String words : section.texts("says")) {
            session = session.after(at, new Happening.TaskGiven(words, 0));
        }
        Optional<Section> used = section.section("used");
        return used.isEmpty() ? session : session.used(used.get(), at);
    }

    private ExampleSession used(Section used, Instant at) throws BrokenPolicy {
        ExampleSession session = this;
        Optional<String> model = used.text("model");
        Optional<Scalar> tokens = used.scalar("tokens");
        if (tokens.isPresent()) {
            Tokens read = new Tokens(tokens.get().whole(), 0, 0, 0);
            session = session.after(at, new Happening.TokensUsed(model.orElse("unknown"), read));
        }
        Optional<Scalar> calls = used.scalar("calls");
        for (long i = 0;
                calls.isPresent() && i < Math.min(MOST_CALLS, calls.get().whole());
                i++) {
            session = session.after(
                    at,
                    new Happening.ToolCalled(
                            new CallId("before-" + i), "read", Value.Fields.NONE, new Action.Read("file")));
        }
        Optional<Scalar> minutes = used.scalar("minutes");
        if (minutes.isPresent()) {
            Instant start = Instant.parse("2026-01-01T00:00:00Z");
            session = session.after(start, new Happening.Noted("start"))
                    .after(start.plus(Duration.ofMinutes(minutes.get().whole())), new Happening.Noted("end"));
        }
        used.end();
        return session;
    }

    private ExampleSession after(Instant at, Happening what) {
        return new ExampleSession(facts.after(new Event(facts.id(), next, at, Origin.index(next), what)), next + 1);
    }
}
