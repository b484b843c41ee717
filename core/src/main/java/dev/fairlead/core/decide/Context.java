package dev.fairlead.core.decide;

import dev.fairlead.core.effect.Tracker;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.session.Profile;
import dev.fairlead.core.session.Session;
import java.time.Instant;
import java.util.Optional;

/// Who asks, where, and when. What is not known is empty.
///
/// @param agent the agent's name, such as `claude-code`
/// @param repository such as `owner/name`
/// @param person whose agent it is
/// @param at [Event#NO_TIME] where it is not known
/// @param isSubagent whether another agent gave the task
/// @param tracker what version control keeps
public record Context(
        Optional<String> agent,
        Optional<String> repository,
        Optional<String> branch,
        Optional<String> person,
        Instant at,
        boolean isSubagent,
        Tracker tracker) {

    /// Nothing known.
    public static final Context UNKNOWN =
            new Context(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Event.NO_TIME, false);

    /// Where nobody looks at what version control keeps.
    public Context(
            Optional<String> agent,
            Optional<String> repository,
            Optional<String> branch,
            Optional<String> person,
            Instant at,
            boolean isSubagent) {
        this(agent, repository, branch, person, at, isSubagent, Tracker.NONE);
    }

    /// What a session tells of itself.
    public static Context of(Session session, Instant at) {
        Profile profile = session.profile();
        return new Context(
                Optional.of(profile.agent()).filter(agent -> !agent.isEmpty()),
                Optional.empty(),
                profile.branch(),
                Optional.empty(),
                at,
                session.id().value().indexOf('/') > 0);
    }

    /// The same, where this knows more.
    public Context or(Context other) {
        return new Context(
                agent.or(other::agent),
                repository.or(other::repository),
                branch.or(other::branch),
                person.or(other::person),
                at.equals(Event.NO_TIME) ? other.at : at,
                isSubagent || other.isSubagent,
                tracker.equals(Tracker.NONE) ? other.tracker : tracker);
    }

    /// The same, with somebody who knows what version control keeps.
    public Context with(Tracker known) {
        return new Context(agent, repository, branch, person, at, isSubagent, known);
    }
}
