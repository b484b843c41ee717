package dev.fairlead.core.session;

import dev.fairlead.core.effect.Place;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import java.time.Instant;
import java.util.Optional;

/// Who works, where, and since when.
///
/// @param agent the dialect's name of the agent; empty until it is known
/// @param model the model used last
/// @param directory the working directory
/// @param workspace the first directory that was stated: the one that the agent was put to work in
/// @param startedAt the first time stated, [Event#NO_TIME] where none is
/// @param endedAt the last time stated
public record Profile(
        String agent,
        Optional<String> version,
        Optional<String> model,
        Optional<String> directory,
        Optional<String> workspace,
        Optional<String> branch,
        Instant startedAt,
        Instant endedAt) {

    /// Nothing known yet.
    public static final Profile UNKNOWN = new Profile(
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Event.NO_TIME,
            Event.NO_TIME);

    public Profile {
        agent = Call.kept(agent);
        version = kept(version);
        model = kept(model);
        directory = kept(directory);
        workspace = kept(workspace);
        branch = kept(branch);
    }

    /// What is kept of a name; itself where it is short, since a profile is made for every event.
    private static Optional<String> kept(Optional<String> name) {
        return name.isPresent() && name.get().length() > Call.KEPT_NAME ? name.map(Call::kept) : name;
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
                        timed.workspace.or(started::directory),
                        started.branch().or(timed::branch),
                        timed.startedAt,
                        timed.endedAt);
            case Happening.DirectoryChanged moved ->
                new Profile(
                        timed.agent,
                        timed.version,
                        timed.model,
                        Optional.of(moved.directory()),
                        timed.workspace.or(() -> Optional.of(moved.directory())),
                        moved.branch().or(timed::branch),
                        timed.startedAt,
                        timed.endedAt);
            case Happening.TokensUsed used -> timed.using(used.model());
            case Happening.ToolCalled called when workspace.isEmpty() -> timed.calling(called.action());
            default -> timed;
        };
    }

    private Profile using(String name) {
        return name.isEmpty() || Optional.of(name).equals(model)
                ? this
                : new Profile(agent, version, Optional.of(name), directory, workspace, branch, startedAt, endedAt);
    }

    /// A call may be the first to say where the agent works.
    private Profile calling(Action action) {
        return action instanceof Action.Command command && command.directory().isPresent()
                ? new Profile(agent, version, model, directory, command.directory(), branch, startedAt, endedAt)
                : this;
    }

    private Profile at(Instant time) {
        if (time.equals(Event.NO_TIME) || !time.isAfter(endedAt) && !startedAt.equals(Event.NO_TIME)) {
            return this;
        }
        Instant start = startedAt.equals(Event.NO_TIME) ? time : startedAt;
        return new Profile(agent, version, model, directory, workspace, branch, start, time);
    }

    /// Where a call works.
    public Place place(Action action) {
        Optional<String> own = action instanceof Action.Command command ? command.directory() : Optional.empty();
        return Place.within(own.or(() -> directory).orElse(""), workspace);
    }
}
