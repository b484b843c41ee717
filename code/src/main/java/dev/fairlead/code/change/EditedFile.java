package dev.fairlead.code.change;

import dev.fairlead.core.event.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a call did to one file, seen within the whole file as it stands after the call.
///
/// The edit is undone in what stands there to see what stood there before. Where the file does not show the edit, for
/// it was changed again or lies on another machine, the edit is judged by itself.
public final class EditedFile {

    private final String path;
    private final boolean isWhole;
    private final Undo undo;
    private final String before;
    private final String after;

    /// @param isWhole whether what was put in is the whole file
    private EditedFile(String path, boolean isWhole, Undo undo, String before, String after) {
        this.path = path;
        this.isWhole = isWhole;
        this.undo = undo;
        this.before = before;
        this.after = after;
    }

    /// The text before, from the text after; empty where the edit is not to be seen in it.
    @FunctionalInterface
    private interface Undo {
        Optional<String> of(String now);
    }

    /// The files that a call changes; none for calls that change no file by themselves.
    public static List<EditedFile> of(Action action) {
        return switch (action) {
            case Action.Edit edit -> List.of(of(edit));
            case Action.Write write ->
                List.of(new EditedFile(write.path(), true, now -> Optional.empty(), "", write.content()));
            case Action.Patch patch ->
                patch.files().stream()
                        .filter(each -> each.kind() != Action.FilePatch.Kind.DELETE)
                        .map(EditedFile::of)
                        .toList();
            case Action.Command _,
                    Action.Read _,
                    Action.Search _,
                    Action.Fetch _,
                    Action.Delegate _,
                    Action.Poll _,
                    Action.Ask _,
                    Action.Plan _,
                    Action.Other _ -> List.of();
        };
    }

    private static EditedFile of(Action.Edit edit) {
        String before =
                edit.replacements().stream().map(Action.Replacement::before).collect(Collectors.joining("\n"));
        String after =
                edit.replacements().stream().map(Action.Replacement::after).collect(Collectors.joining("\n"));
        return new EditedFile(edit.path(), false, now -> undone(edit.replacements(), now), before, after);
    }

    private static Optional<String> undone(List<Action.Replacement> replacements, String now) {
        String text = now;
        for (Action.Replacement each : replacements.reversed()) {
            if (each.after().isEmpty()) {
                continue; // where it was taken out cannot be told, and nothing was added there
            }
            int at = text.indexOf(each.after());
            if (at < 0) {
                return Optional.empty();
            }
            text = each.everywhere()
                    ? text.replace(each.after(), each.before())
                    : text.substring(0, at)
                            + each.before()
                            + text.substring(at + each.after().length());
        }
        return Optional.of(text);
    }

    private static EditedFile of(Action.FilePatch patch) {
        return new EditedFile(
                patch.path(),
                patch.kind() == Action.FilePatch.Kind.ADD,
                now -> without(added(patch), now),
                patch.removed(),
                patch.added());
    }

    private static List<String> added(Action.FilePatch patch) {
        Changes.Pair pair = new Changes.Pair(patch.path(), Optional.empty(), patch.removed(), patch.added());
        List<String> lines = patch.added().lines().toList();
        return Changes.of(List.of(pair))
                .getFirst()
                .added()
                .numbers()
                .mapToObj(each -> lines.get(each - 1))
                .toList();
    }

    /// A text without lines, each taken out once; empty where one is not there.
    private static Optional<String> without(List<String> taken, String now) {
        Map<String, Integer> left = new HashMap<>();
        taken.forEach(each -> left.merge(each, 1, Integer::sum));
        List<String> kept = new ArrayList<>();
        for (String line : now.lines().toList()) {
            if (left.getOrDefault(line, 0) > 0) {
                left.merge(line, -1, Integer::sum);
            } else {
                kept.add(line);
            }
        }
        return left.values().stream().allMatch(each -> each == 0)
                ? Optional.of(String.join("\n", kept) + "\n")
                : Optional.empty();
    }

    /// The file as the call names it.
    public String path() {
        return path;
    }

    /// What was changed.
    ///
    /// @param shown the path as it is told
    /// @param now the whole file after the call; empty where it is not at hand
    /// @param earlier the whole file before, where that is known from elsewhere
    public FileChange change(String shown, Optional<String> now, Optional<String> earlier) {
        Optional<String> then = isWhole ? earlier : now.flatMap(undo::of);
        Optional<String> whole = now.filter(text -> isWhole ? text.contains(after) : then.isPresent());
        return Changes.of(List.of(new Changes.Pair(shown, Optional.empty(), then.orElse(before), whole.orElse(after))))
                .getFirst();
    }
}
