package dev.fairlead.core.effect;

import dev.fairlead.core.event.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What tools do that read and change files without a shell.
final class Changing {

    private Changing() {}

    /// A file is read.
    static Effects of(Action.Read read, Place place, Traces before) {
        Target target = Target.of(read.path(), place);
        Files files = new Files(before);
        Set<Taint> taints = files.read(target.best()).map(Flow::taints).orElse(Set.of());
        boolean isSecret = target.isSecret();
        boolean isKey = isSecret || taints.contains(Taint.SECRET) || Sensitive.isLikelyKey(target.best());
        files.show(target.best());
        Traces after = files.after(place);
        return !isKey && after.files().isEmpty()
                ? Effects.NONE
                : new Effects(
                        isSecret ? List.of(new Effect.ReadsSecret(target.written())) : List.of(),
                        isKey ? Set.of(Taint.SECRET) : Set.of(),
                        after);
    }

    /// Files are changed.
    static Effects of(Action action, Place place, Traces before) {
        List<Effect> effects = new ArrayList<>();
        Files files = new Files(before);
        Shell shell = new Shell(place, effects, files);
        switch (action) {
            case Action.Write write -> write(shell, write.path(), write.content());
            case Action.Edit edit -> edit(shell, edit);
            case Action.Patch patch -> patch.files().forEach(file -> patch(shell, file));
            case Action other -> {}
        }
        return new Effects(effects, Set.of(), files.after(place));
    }

    private static void write(Shell shell, String path, String text) {
        shell.write(Target.of(path, shell.place()), Flow.of(text), false);
    }

    /// Where the whole is not known, what is put in stands for it.
    private static void edit(Shell shell, Action.Edit edit) {
        Target target = Target.of(edit.path(), shell.place());
        Flow held = shell.files().read(target.best()).orElse(Flow.UNKNOWN);
        changed(shell, target, held, held.text().map(text -> edited(text, edit)).orElseGet(() -> added(edit)));
    }

    private static String edited(String text, Action.Edit edit) {
        String edited = text;
        for (Action.Replacement each : edit.replacements()) {
            edited = each.everywhere() ? edited.replace(each.before(), each.after()) : replaced(edited, each);
        }
        return edited;
    }

    private static String added(Action.Edit edit) {
        List<Action.Replacement> replacements = edit.replacements();
        return replacements.size() == 1
                ? replacements.getFirst().after()
                : replacements.stream().map(Action.Replacement::after).collect(Collectors.joining("\n"));
    }

    private static String replaced(String text, Action.Replacement replacement) {
        int at = text.indexOf(replacement.before());
        return at < 0
                ? text
                : text.substring(0, at)
                        + replacement.after()
                        + text.substring(at + replacement.before().length());
    }

    private static void patch(Shell shell, Action.FilePatch file) {
        Target target = Target.of(file.path(), shell.place());
        switch (file.kind()) {
            case ADD -> write(shell, file.path(), file.added());
            case UPDATE ->
                changed(shell, target, shell.files().read(target.best()).orElse(Flow.UNKNOWN), file.added());
            case DELETE -> {
                shell.effect(new Effect.Deletes(target, false, false));
                target.path().ifPresent(shell.files()::delete);
            }
        }
    }

    /// A file that came from elsewhere does so still when it is changed.
    private static void changed(Shell shell, Target target, Flow held, String text) {
        shell.write(target, new Flow(Optional.of(text), held.taints()), false);
    }
}
