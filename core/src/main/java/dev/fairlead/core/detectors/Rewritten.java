package dev.fairlead.core.detectors;

import dev.fairlead.core.event.Action;
import java.util.ArrayList;
import java.util.List;

/// What a call takes out of a file and puts in, whatever the tool.
///
/// @param before what is taken out; empty where a whole file is written
/// @param after what is put in; empty where a file goes away
/// @param deletes whether the file goes away
record Rewritten(String path, String before, String after, boolean deletes) {

    /// The changes of a call as it was made, one for each place; empty for calls that change no file by themselves.
    static List<Rewritten> by(Action action) {
        return switch (action) {
            case Action.Edit edit -> {
                List<Rewritten> all = new ArrayList<>();
                for (Action.Replacement each : edit.replacements()) {
                    all.add(new Rewritten(edit.path(), each.before(), each.after(), false));
                }
                yield all;
            }
            case Action.Write write -> List.of(new Rewritten(write.path(), "", write.content(), false));
            case Action.Patch patch -> {
                List<Rewritten> all = new ArrayList<>();
                for (Action.FilePatch each : patch.files()) {
                    boolean deletes = each.kind() == Action.FilePatch.Kind.DELETE;
                    all.add(new Rewritten(each.path(), each.removed(), each.added(), deletes));
                }
                yield all;
            }
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

    /// The file's name without its folder.
    String name() {
        return nameOf(path);
    }

    /// The last part of a path.
    static String nameOf(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
