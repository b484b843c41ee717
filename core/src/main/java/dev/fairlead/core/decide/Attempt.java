package dev.fairlead.core.decide;

import dev.fairlead.core.effect.Effects;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.session.Session;
import java.util.Optional;

/// A call that an agent is about to make.
///
/// @param tool the agent's own name of the tool
/// @param effects what it would do
/// @param session what is known of the session so far
public record Attempt(String tool, Action action, Effects effects, Place place, Context context, Session session) {

    /// The tool that a bare command counts as.
    public static final String SHELL = "shell";

    private static final Session NO_SESSION = Session.fresh(new SessionId("none"));

    /// A command, outside of any session.
    public static Attempt of(String command, Place place, Context context) {
        Action action = new Action.Command(command, Optional.empty());
        return new Attempt(SHELL, action, Effects.of(command, place), place, context, NO_SESSION);
    }

    /// A command of which only the effects are told.
    static Attempt of(Effects effects, Place place, Context context) {
        return new Attempt(SHELL, new Action.Command("", Optional.empty()), effects, place, context, NO_SESSION);
    }

    /// A call in a session, at the place that the session tells.
    ///
    /// @param session with or without the call itself
    /// @param known what is known beyond what the session tells
    public static Attempt of(Event event, ToolCalled called, Session session, Context known) {
        return of(event, called, session, session.profile().place(called.action()), known);
    }

    /// A call in a session.
    ///
    /// @param session with or without the call itself
    /// @param place where the session's agent works
    /// @param known what is known beyond what the session tells
    public static Attempt of(Event event, ToolCalled called, Session session, Place place, Context known) {
        Place at = called.action() instanceof Action.Command command
                ? command.directory().map(each -> within(place, each)).orElse(place)
                : place;
        return new Attempt(
                called.tool(),
                called.action(),
                Effects.of(called.action(), at, session.traces()),
                at,
                known.or(Context.of(session, event.at())),
                session);
    }

    /// The command line; empty where it is none.
    public String commandLine() {
        return action instanceof Action.Command command ? command.line() : "";
    }

    private static Place within(Place place, String directory) {
        String absolute = directory.startsWith("/") ? directory : place.directory() + "/" + directory;
        return new Place(absolute, Optional.of(place.root()), place.home());
    }
}
