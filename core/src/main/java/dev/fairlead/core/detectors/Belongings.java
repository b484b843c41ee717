package dev.fairlead.core.detectors;

import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Ground;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.effect.Target;
import dev.fairlead.core.session.Digest;
import dev.fairlead.core.session.Holdings;
import dev.fairlead.core.session.Marks;
import dev.fairlead.core.session.Recent;
import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.Optional;

/// What a session may dispose of beside its own files: what it started, and what the person gave away.
///
/// @param started programs and scripts that it ran, by digest
/// @param isApplied whether what was stashed last was brought back since
/// @param isClean whether git said that nothing is uncommitted, and nothing was changed since
/// @param answers what the person agreed to in answers to questions
/// @param spoken what was spoken of since the person last spoke
record Belongings(Marks started, boolean isApplied, boolean isClean, Recent<String> answers, Marks spoken) {

    /// Nothing is known yet.
    static final Belongings NONE = new Belongings(Marks.ofLast(32), false, false, Recent.ofLast(2), Marks.ofLast(16));

    private static final int KEPT = 300;

    /// The person spoke.
    Belongings afterTask() {
        return spoken.isEmpty() ? this : new Belongings(started, isApplied, isClean, answers, spoken.cleared());
    }

    /// The person answered a question.
    Belongings withAnswer(String answer) {
        String kept = answer.length() <= KEPT ? answer : answer.substring(0, KEPT);
        return new Belongings(started, isApplied, isClean, answers.with(kept), spoken);
    }

    /// A deed was spoken of.
    Belongings withSpoken(Deed deed) {
        return new Belongings(started, isApplied, isClean, answers, spoken.with(mark(deed)));
    }

    /// Files were changed.
    Belongings afterChanges() {
        return isClean ? new Belongings(started, isApplied, false, answers, spoken) : this;
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
        return next.equals(started) ? this : new Belongings(next, isApplied, isClean, answers, spoken);
    }

    /// A command that worked had an effect.
    Belongings after(Effect effect) {
        return effect instanceof Effect.SetsAside(boolean isBack, Target where)
                ? new Belongings(started, isBack, isClean, answers, spoken)
                : this;
    }

    /// A command line said this.
    Belongings after(String text) {
        boolean saysClean = text.contains("working tree clean");
        return saysClean && !isClean ? new Belongings(started, isApplied, true, answers, spoken) : this;
    }

    /// Whether a place is in a checkout that is not the session's.
    static boolean isForeign(Target where, Place place, Holdings own) {
        return where.path().isPresent()
                && place.isKnown()
                && where.ground() != Ground.TEMPORARY
                && !where.meets(place.root())
                && !own.isMade(where);
    }

    /// Whether a deed is the session's own affair, or was spoken of.
    ///
    /// @param where the file or folder that it is done to; empty where it is none
    /// @param place where the call that it is part of begins
    /// @param own what is the session's own
    boolean excuse(Deed deed, Optional<Target> where, Place place, Holdings own) {
        if (spoken.has(mark(deed))) {
            return true;
        }
        return switch (deed.kind()) {
            case DISCARD -> excuseDiscard(deed, where, own);
            case HISTORY, DATABASE, INFRASTRUCTURE -> false;
            case DELETION ->
                where.filter(target -> excuseDeletion(target, place, own)).isPresent();
            case ELSEWHERE -> where.filter(own::isMade).isPresent();
            case PROCESS -> isStarted(deed.target());
        };
    }

    private boolean excuseDiscard(Deed deed, Optional<Target> where, Holdings own) {
        if (deed.target().equals(Deed.STASH)) {
            return isApplied;
        }
        return isClean
                || where.filter(target ->
                                target.ground() == Ground.TEMPORARY || own.isMade(target) || own.isChanged(target))
                        .isPresent();
    }

    /// What is in the workspace, or in the folder that the agent was put to work in, may be taken away, but for
    /// settings, the workspace itself and its history.
    private static boolean excuseDeletion(Target target, Place place, Holdings own) {
        if (own.isMade(target)) {
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
