package dev.fairlead.core.session;

import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.effect.Target;
import dev.fairlead.core.event.Action;

/// The paths that are a session's own: what it made, and what it changed. Of each the last [#MOST] are kept.
///
/// What it made for sure is told from what it seems to have made: `mkdir -p` and a write also work on what is there
/// already, so that they give nobody a claim to it.
///
/// @param made paths that it seems to have made, by digest
/// @param sure those of them that were not there before, by digest
/// @param changed files that it changed or took away, by digest
public record Holdings(Marks made, Marks sure, Marks changed) {

    /// The most that is kept of each.
    public static final int MOST = 96;

    /// Nothing yet.
    public static final Holdings NONE = new Holdings(Marks.ofLast(MOST), Marks.ofLast(MOST), Marks.ofLast(MOST));

    /// Whether a path, or a folder that it lies in, seems to have been made by the session.
    public boolean isMade(Target target) {
        return holds(made, target);
    }

    /// Whether a path, or a folder that it lies in, was not there before the session made it.
    public boolean isSurelyMade(Target target) {
        return target.path().isPresent() && holds(sure, target);
    }

    private static boolean holds(Marks marks, Target target) {
        String path = target.best();
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (marks.has(Digest.of(path.substring(0, end)))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a file was changed by the session.
    public boolean isChanged(Target target) {
        return changed.has(digest(target));
    }

    /// After an effect of a command that worked.
    public Holdings after(Effect effect) {
        return switch (effect) {
            case Effect.Creates(Target target, boolean isNew) -> made(target);
            case Effect.Overwrites(Target target, boolean isAppended, String text) ->
                (isAppended ? this : made(target)).changed(target);
            case Effect.Moves(Target source, Target destination) ->
                made(destination).changed(source);
            case Effect.Deletes(Target target, boolean isRecursive, boolean isForced) -> changed(target);
            case Effect other -> this;
        };
    }

    /// After a call that worked: what a tool changed in files, or what a command did.
    Holdings after(Session session, Exchange exchange) {
        Holdings next = this;
        Place place = session.profile().place(exchange.call().action());
        for (FileChange change : exchange.call().changes()) {
            Target target = Target.of(change.path(), place);
            boolean isNew = session.file(change.path()).created();
            next = (isNew ? next.made(target) : next).changed(target);
        }
        boolean isSure = exchange.call().action() instanceof Action.Command command && endsWithAll(command.line());
        for (Effect effect : session.effects().effects()) {
            next = next.after(effect);
            if (isSure && effect instanceof Effect.Creates(Target target, boolean isNew) && isNew) {
                next = new Holdings(next.made, next.sure.with(digest(target)), next.changed);
            }
        }
        return next;
    }

    /// Whether a line works only where everything in it did.
    private static boolean endsWithAll(String line) {
        return line.replace("&&", "").chars().noneMatch(c -> ";|&\n".indexOf(c) >= 0);
    }

    private Holdings made(Target target) {
        return new Holdings(made.with(digest(target)), sure, changed);
    }

    private Holdings changed(Target target) {
        return new Holdings(made, sure, changed.with(digest(target)));
    }

    private static long digest(Target target) {
        return Digest.of(target.best());
    }
}
