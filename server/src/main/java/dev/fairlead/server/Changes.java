package dev.fairlead.server;

import dev.fairlead.core.event.Action;
import java.util.List;
import java.util.stream.Collectors;

/// What a call would take out of files and put into them, as lines for a person.
final class Changes {

    /// The most characters that are shown of one call.
    static final int MOST = 20_000;

    private Changes() {}

    /// The change; empty where the call changes no file by itself.
    static String of(Action action) {
        String change = switch (action) {
            case Action.Write write -> write.path() + "\n" + marked("+", write.content());
            case Action.Edit edit ->
                edit.path()
                        + "\n"
                        + edit.replacements().stream()
                                .map(each -> marked("-", each.before()) + marked("+", each.after()))
                                .collect(Collectors.joining("…\n"));
            case Action.Patch patch -> patch(patch.files());
            case Action.Command _,
                    Action.Read _,
                    Action.Search _,
                    Action.Fetch _,
                    Action.Delegate _,
                    Action.Poll _,
                    Action.Ask _,
                    Action.Plan _,
                    Action.Other _ -> "";
        };
        return change.length() <= MOST
                ? change
                : change.substring(0, MOST) + "\n… and %,d characters more".formatted(change.length() - MOST);
    }

    private static String patch(List<Action.FilePatch> files) {
        return files.stream()
                .map(each -> each.path() + "\n" + marked("-", each.removed()) + marked("+", each.added()))
                .collect(Collectors.joining());
    }

    private static String marked(String mark, String text) {
        return text.isEmpty()
                ? ""
                : text.lines().map(line -> mark + " " + line + "\n").collect(Collectors.joining());
    }
}
