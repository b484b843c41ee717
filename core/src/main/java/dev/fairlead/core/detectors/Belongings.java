package dev.fairlead.core.detectors;

import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Ground;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.effect.Target;
import dev.fairlead.core.session.Digest;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.session.FileChange;
import dev.fairlead.core.session.Recent;
import dev.fairlead.core.session.Session;
import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.Optional;

/// What belongs to a session: what it made, changed and started, and what the person gave away.
///
/// @param made paths that it made, by digest
/// @param changed files that it changed, by digest
/// @param started programs and scripts that it ran, by digest
/// @param isApplied whether what was stashed last was brought back since
/// @param isClean whether git said that nothing is uncommitted, and nothing was changed since
/// @param answers what the person agreed to in answers to questions
/// @param spoken what was spoken of since the person last spoke
record Belongings(
        Marks made,
        Marks changed,
        Marks started,
        boolean isApplied,
        boolean isClean,
        Recent<String> answers,
        Marks spoken) {

    /// Nothing is known yet.
    static final Belongings NONE = new Belongings(
            Marks.ofLast(96), Marks.ofLast(96), Marks.ofLast(32), false, false, Recent.ofLast(2), Marks.ofLast(16));

    private static final int KEPT = 300;

    /// The person spoke.
    Belongings afterTask() {
        return spoken.isEmpty()
                ? this
                : new Belongings(made, changed, started, isApplied, isClean, answers, spoken.cleared());
    }

    /// The person answered a question.
    Belongings withAnswer(String answer) {
        String kept = answer.length() <= KEPT ? answer : answer.substring(0, KEPT);
        return new Belongings(made, changed, started, isApplied, isClean, answers.with(kept), spoken);
    }

    /// A deed was spoken of.
    Belongings withSpoken(Deed deed) {
        return new Belongings(made, changed, started, isApplied, isClean, answers, spoken.with(mark(deed)));
    }

    /// Files were changed by the agent's tools.
    Belongings afterChanges(Session session, Exchange exchange) {
        if (!exchange.worked() || exchange.call().changes().isEmpty()) {
            return this;
        }
        Marks nextMade = made;
        Marks nextChanged = changed;
        Place place = session.profile().place(exchange.call().action());
        for (FileChange change : exchange.call().changes()) {
            long path = Digest.of(Target.of(change.path(), place).best());
            nextChanged = nextChanged.with(path);
            nextMade = session.file(change.path()).created() ? nextMade.with(path) : nextMade;
        }
        return new Belongings(nextMade, nextChanged, started, isApplied, false, answers, spoken);
    }

    /// Programs and scripts were run by a command line.
    Belongings after(CommandLine line) {
        Marks next = started;
        for (SimpleCommand command : line.commands()) {
            if (Deeds.endsProcesses(command.program())) {
                continue;
            }
            next = next.with(Digest.of(command.program())).with(Digest.of(command.operand(1)));
        }
        return next.equals(started) ? this : new Belongings(made, changed, next, isApplied, isClean, answers, spoken);
    }

    /// A command that worked had an effect: what the agent itself changed or took away may be brought back.
    Belongings after(Effect effect) {
        return switch (effect) {
            case Effect.Creates(Target target) -> with(made.with(digest(target)), changed);
            case Effect.Overwrites(Target target, boolean isAppended, String text) ->
                with(isAppended ? made : made.with(digest(target)), changed.with(digest(target)));
            case Effect.Moves(Target source, Target destination) ->
                with(made.with(digest(destination)), changed.with(digest(source)));
            case Effect.Deletes(Target target, boolean isRecursive, boolean isForced) ->
                with(made, changed.with(digest(target)));
            case Effect.SetsAside(boolean isBack, Target where) ->
                new Belongings(made, changed, started, isBack, isClean, answers, spoken);
            case Effect other -> this;
        };
    }

    private Belongings with(Marks nextMade, Marks nextChanged) {
        return new Belongings(nextMade, nextChanged, started, isApplied, isClean, answers, spoken);
    }

    private static long digest(Target target) {
        return Digest.of(target.best());
    }

    /// A command line said this.
    Belongings after(String text) {
        boolean saysClean = text.contains("working tree clean");
        return saysClean && !isClean ? new Belongings(made, changed, started, isApplied, true, answers, spoken) : this;
    }

    /// Whether a place is in a checkout that is not the session's.
    boolean isForeign(Target where, Place place) {
        return where.path().isPresent()
                && place.isKnown()
                && where.ground() != Ground.TEMPORARY
                && !where.meets(place.root())
                && !isMade(where.best());
    }

    /// Whether a deed is the session's own affair, or was spoken of.
    ///
    /// @param where the file or folder that it is done to; empty where it is none
    /// @param place where the call that it is part of begins
    boolean excuse(Deed deed, Optional<Target> where, Place place) {
        if (spoken.has(mark(deed))) {
            return true;
        }
        return switch (deed.kind()) {
            case DISCARD -> excuseDiscard(deed, where);
            case HISTORY, DATABASE, INFRASTRUCTURE -> false;
            case DELETION ->
                where.filter(target -> excuseDeletion(target, place)).isPresent();
            case ELSEWHERE -> isMade(deed.target());
            case PROCESS -> isStarted(deed.target());
        };
    }

    private boolean excuseDiscard(Deed deed, Optional<Target> where) {
        if (deed.target().equals(Deed.STASH)) {
            return isApplied;
        }
        return isClean
                || where.filter(target -> target.ground() == Ground.TEMPORARY).isPresent()
                || isMade(deed.target())
                || changed.has(Digest.of(deed.target()));
    }

    /// What is in the workspace, or in the folder that the agent was put to work in, may be taken away, but for
    /// settings, the workspace itself and its history.
    private boolean excuseDeletion(Target target, Place place) {
        if (isMade(target.best())) {
            return true;
        }
        return switch (target.ground()) {
            case SYSTEM, SYSTEM_FILE, HOME, DEVICE, WORKSPACE, REPOSITORY -> false;
            case WORKSPACE_FILE, HOME_FILE, ELSEWHERE, TEMPORARY, UNKNOWN -> {
                boolean isInside = target.meets(place.root()) || target.meets(place.directory());
                yield !place.isKnown()
                        || isInside && !target.best().equals(place.directory()) && !Deeds.isSettings(target.best());
            }
        };
    }

    /// Whether a path or a folder that it lies in was made by the session.
    private boolean isMade(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (made.has(Digest.of(path.substring(0, end)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isStarted(String pattern) {
        for (String word : pattern.split("\\s+", 20)) {
            if (started.has(Digest.of(word))) {
                return true;
            }
        }
        return false;
    }

    private static long mark(Deed deed) {
        return Digest.join(Digest.of(deed.kind().remedy()), Digest.of(deed.target()));
    }
}
