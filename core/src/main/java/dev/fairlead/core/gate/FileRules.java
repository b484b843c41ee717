package dev.fairlead.core.gate;

import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Ground;
import dev.fairlead.core.effect.Target;
import dev.fairlead.core.effect.Tracking;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rules about files and folders.
final class FileRules {

    private static final Set<Ground> WHOLE = Set.of(Ground.SYSTEM, Ground.HOME);
    private static final Set<Ground> OUTSIDE = Set.of(Ground.SYSTEM_FILE, Ground.HOME_FILE, Ground.ELSEWHERE);

    private static final Rule DELETE_SYSTEM = new Rule(
            "delete-system",
            "Deletes the root, a folder of the system or a whole home.",
            "delete only the files that you made, each by its full path within the workspace",
            (effect, setting) -> effect instanceof Effect.Deletes(Target target, boolean isRecursive, boolean isForced)
                            && (isRecursive || isForced)
                            && (WHOLE.contains(target.ground()) || target.ground() == Ground.DEVICE)
                    ? because("deletes `%s`, on which the whole machine or account rests", target)
                    : Optional.empty());

    private static final Rule DELETE_REPOSITORY = new Rule(
            "delete-repository",
            "Deletes what a repository's history consists of.",
            "leave `.git` alone; to begin anew, clone into another folder",
            (effect, setting) -> effect instanceof Effect.Deletes(Target target, boolean isRecursive, boolean isForced)
                            && target.ground() == Ground.REPOSITORY
                            && !setting.own().isSurelyMade(target)
                    ? because("deletes `%s`, in which a repository keeps its commits", target)
                    : Optional.empty());

    private static final Rule OVERWRITE_REPOSITORY = new Rule(
            "overwrite-repository",
            "Writes over what a repository's history consists of.",
            "change history with `git commit`, and leave the files in `.git` to git",
            (effect, setting) -> effect instanceof Effect.Overwrites(Target target, boolean isAppended, String text)
                            && target.ground() == Ground.REPOSITORY
                    ? because("writes over `%s`, in which a repository keeps its commits", target)
                    : Optional.empty());

    private static final Rule DELETE_WORKSPACE = new Rule(
            "delete-workspace",
            "Deletes everything in the workspace.",
            "name the files that have to go, or use `git status` to see what is not committed",
            (effect, setting) -> effect instanceof Effect.Deletes(Target target, boolean isRecursive, boolean isForced)
                            && isRecursive
                            && target.ground() == Ground.WORKSPACE
                    ? because("deletes `%s`, which is all of the workspace", target)
                    : Optional.empty());

    private static final Rule DELETE_OUTSIDE = new Rule(
            "delete-outside",
            "Deletes folders outside of the workspace without a question.",
            "delete only within the workspace, or move it with `mv` to a folder in `/tmp`",
            (effect, setting) -> effect instanceof Effect.Deletes(Target target, boolean isRecursive, boolean isForced)
                            && isRecursive
                            && OUTSIDE.contains(target.ground())
                            && !setting.own().isSurelyMade(target)
                    ? because("deletes `%s` and everything below, outside of the workspace", target)
                    : Optional.empty());

    private static final Rule DELETE_UNKNOWN = new Rule(
            "delete-unknown",
            "Deletes folders that only a running shell could name.",
            "write the path out",
            (effect, setting) -> effect instanceof Effect.Deletes(Target target, boolean isRecursive, boolean isForced)
                            && isRecursive
                            && target.ground() == Ground.UNKNOWN
                    ? because("deletes `%s`, and where that is cannot be told before", target)
                    : Optional.empty());

    private static final Rule DELETE_FORCED = new Rule(
            "delete-forced",
            "Deletes folders without a question, wherever they are, but for those that are temporary.",
            "move it with `mv` to a folder in `/tmp`, from where it can be taken back",
            (effect, setting) -> effect instanceof Effect.Deletes(Target target, boolean isRecursive, boolean isForced)
                            && isRecursive
                            && isForced
                            && target.ground() != Ground.TEMPORARY
                            && !setting.mayGo(target)
                    ? because("deletes `%s` and everything below, without a question", target)
                    : Optional.empty());

    private static final Rule DELETE_WITH_FORCE = new Rule(
            "delete-with-force",
            "Deletes files without a question, wherever they are.",
            "delete without the option that forces it",
            (effect, setting) -> effect instanceof Effect.Deletes(Target target, boolean isRecursive, boolean isForced)
                            && isForced
                            && !setting.mayGo(target)
                    ? because("deletes `%s` without a question", target)
                    : Optional.empty());

    private static final Rule DELETE_UNSAVED = new Rule(
            "delete-unsaved",
            "Deletes what git does not keep as it is, so that nothing brings it back.",
            "commit it first, or move it with `mv` to a folder in `/tmp`",
            (effect, setting) -> effect instanceof Effect.Deletes(Target target, boolean isRecursive, boolean isForced)
                            && !setting.own().isMade(target)
                            && setting.tracker().of(target) == Tracking.UNSAVED
                    ? because("deletes `%s`, of which git does not keep all", target)
                    : Optional.empty());

    private static final Rule MOVE_SYSTEM = new Rule(
            "move-system",
            "Moves what the machine or an account rests on.",
            "copy what you need with `cp` into the workspace",
            (effect, setting) -> effect instanceof Effect.Moves(Target source, Target destination)
                            && source.ground() == Ground.SYSTEM
                            && source.written().endsWith("*")
                    ? because("moves `%s`, on which the whole machine or account rests", source)
                    : Optional.empty());

    private static final Rule CHANGE_SYSTEM_ACCESS = new Rule(
            "change-system-access",
            "Changes who may use the root, a folder of the system or a whole home.",
            "change the mode of the one file that needs it, by its full path",
            (effect, setting) ->
                    effect instanceof Effect.ChangesAccess(Target target, boolean isRecursive, String change)
                                    && isRecursive
                                    && WHOLE.contains(target.ground())
                            ? because("changes who may use `%s` and everything below", target)
                            : Optional.empty());

    private static final Rule OPEN_ACCESS = new Rule(
            "open-access",
            "Lets everybody change files, or lets a program run with its owner's rights.",
            "give only the owner the right that is missing, as with `chmod u+x FILE`",
            (effect, setting) ->
                    effect instanceof Effect.ChangesAccess(Target target, boolean isRecursive, String change)
                                    && isOpen(change)
                            ? Optional.of("gives everybody rights with `%s %s`".formatted(change, target.written()))
                            : Optional.empty());

    private static final Rule WRITE_OUTSIDE = new Rule(
            "write-outside",
            "Writes into folders of the system.",
            "write within the workspace or to `/tmp`",
            (effect, setting) -> effect instanceof Effect.Overwrites(Target target, boolean isAppended, String text)
                            && (target.ground() == Ground.SYSTEM_FILE || target.ground() == Ground.SYSTEM)
                    ? because("writes `%s`, in a folder of the system", target)
                    : Optional.empty());

    private static final Rule TOUCH_GUARDED = new Rule(
            "touch-guarded", "Changes what the policy guards.", "ask the person to change it", FileRules::guarded);

    private static final Rule WIPE_DISK = new Rule(
            "wipe-disk",
            "Destroys what a disk or volume holds.",
            "ask the person to do this by hand",
            (effect, setting) -> effect instanceof Effect.Wipes(String disk, String by)
                    ? Optional.of("destroys what `%s` holds".formatted(disk))
                    : effect instanceof Effect.Overwrites(Target target, boolean isAppended, String text)
                                    && target.ground() == Ground.DEVICE
                            ? because("writes over the disk `%s`", target)
                            : Optional.empty());

    private static final Rule DELETE_SYSTEM_FILE = new Rule(
            "delete-system-file",
            "Deletes a file of the system.",
            "move it with `mv` to a folder in `/tmp`, from where it can be taken back",
            (effect, setting) -> effect instanceof Effect.Deletes(Target target, boolean isRecursive, boolean isForced)
                            && !isRecursive
                            && target.ground() == Ground.SYSTEM_FILE
                            && !setting.own().isSurelyMade(target)
                    ? because("deletes `%s`, in a folder of the system", target)
                    : Optional.empty());

    private FileRules() {}

    static List<Rule> all() {
        return List.of(
                DELETE_SYSTEM_FILE,
                DELETE_SYSTEM,
                DELETE_REPOSITORY,
                OVERWRITE_REPOSITORY,
                DELETE_WORKSPACE,
                DELETE_OUTSIDE,
                DELETE_UNKNOWN,
                DELETE_FORCED,
                DELETE_WITH_FORCE,
                DELETE_UNSAVED,
                MOVE_SYSTEM,
                CHANGE_SYSTEM_ACCESS,
                OPEN_ACCESS,
                WRITE_OUTSIDE,
                TOUCH_GUARDED,
                WIPE_DISK);
    }

    private static boolean isOpen(String change) {
        String mode = change.substring(change.indexOf(' ') + 1);
        boolean isOpenToAll = mode.endsWith("777")
                || mode.endsWith("666")
                || mode.contains("o+w")
                || mode.equals("a+w")
                || mode.equals("a+rwx");
        boolean isSpecial = mode.contains("+s") || mode.length() == 4 && "4267".indexOf(mode.charAt(0)) >= 0;
        return change.startsWith("chmod ") && (isOpenToAll || isSpecial) || change.startsWith("setcap");
    }

    private static Optional<String> because(String reason, Target target) {
        return Optional.of(reason.formatted(target.written()));
    }

    private static Optional<String> guarded(Effect effect, Setting setting) {
        return switch (effect) {
            case Effect.Deletes(Target target, boolean isRecursive, boolean isForced) ->
                guarded(target, setting, isRecursive);
            case Effect.Overwrites(Target target, boolean isAppended, String text) -> guarded(target, setting, false);
            case Effect.Creates(Target target, boolean isNew) -> guarded(target, setting, false);
            case Effect.Moves(Target source, Target destination) ->
                guarded(source, setting, true).or(() -> guarded(destination, setting, false));
            case Effect.ChangesAccess(Target target, boolean isRecursive, String change) ->
                guarded(target, setting, true);
            case Effect other -> Optional.empty();
        };
    }

    /// A guarded path itself, what is below it, and for what takes a whole folder also the folders above.
    private static Optional<String> guarded(Target target, Setting setting, boolean isWhole) {
        if (target.path().isEmpty()) {
            return Optional.empty();
        }
        for (String path : setting.guarded()) {
            if (target.meets(path) || isWhole && target.holds(path)) {
                return because("changes `%s`, which the policy guards", target);
            }
        }
        return Optional.empty();
    }
}
