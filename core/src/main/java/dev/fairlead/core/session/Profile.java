package dev.fairlead.core.session;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import java.time.Instant;
import java.util.Optional;

/// Who works, where, and since when.
///
/// @param agent the dialect's name of the agent; empty until it is known
/// @param model the model used last
/// @param directory the working directory
/// @param startedAt the first time stated, [Event#NO_TIME] where none is
/// @param endedAt the last time stated
public record Profile(
        String agent,
        Optional<String> version,
        Optional<String> model,
        Optional<String> directory,
        Optional<String> branch,
        Instant startedAt,
        Instant endedAt) {

    /// Nothing known yet.
    public static final Profile UNKNOWN = new Profile(
            "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Event.NO_TIME, Event.NO_TIME);

    public Profile {
        agent = Call.kept(agent);
        version = version.map(Call::kept);
        model = model.map(Call::kept);
        directory = directory.map(Call::kept);
        branch = branch.map(Call::kept);
    }

    Profile after(Event event) {
        Profile timed = at(event.at());
        return switch (event.what()) {
            case Happening.SessionStarted started ->
                new Profile(
                        started.agent(),
                        started.version().or(timed::version),
                        timed.model,
                        started.directory().or(timed::directory),
                        started.branch().or(timed::branch),
                        timed.startedAt,
                        timed.endedAt);
            case Happening.DirectoryChanged moved ->
                new Profile(
                        timed.agent,
                        timed.version,
                        timed.model,
                        Optional.of(moved.directory()),
                        moved.branch().or(timed::branch),
                        timed.startedAt,
                        timed.endedAt);
            case Happening.TokensUsed used
            when !used.model().isEmpty() && !Optional.of(used.model()).equals(timed.model) ->
                new Profile(
                        timed.agent,
                        timed.version,
                        Optional.of(used.model()),
                        timed.directory,
                        timed.branch,
                        timed.startedAt,
                        timed.endedAt);
            default -> timed;
        };
    }

    private Profile at(Instant time) {
        if (time.equals(Event.NO_TIME) || !time.isAfter(endedAt) && !startedAt.equals(Event.NO_TIME)) {
            return this;
        }
        Instant start = startedAt.equals(Event.NO_TIME) ? time : startedAt;
        return new Profile(agent, version, model, directory, branch, start, time);
    }
}
