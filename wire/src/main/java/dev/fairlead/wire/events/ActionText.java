package dev.fairlead.wire.events;

import dev.fairlead.core.event.Action;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a tool call does, to JSON and back.
final class ActionText {

    private ActionText() {}

    static void write(JsonWriter json, Action action) {
        json.object("action").text("kind", kind(action));
        switch (action) {
            case Action.Command command -> {
                json.text("line", command.line());
                command.directory().ifPresent(directory -> json.text("directory", directory));
            }
            case Action.Read read -> json.text("path", read.path());
            case Action.Edit edit -> {
                json.text("path", edit.path()).array("replacements");
                for (Action.Replacement each : edit.replacements()) {
                    json.object()
                            .text("before", each.before())
                            .text("after", each.after())
                            .flag("everywhere", each.everywhere())
                            .endObject();
                }
                json.endArray();
            }
            case Action.Write write -> json.text("path", write.path()).text("content", write.content());
            case Action.Patch patch -> files(json, patch);
            case Action.Search search -> {
                json.text("pattern", search.pattern());
                search.path().ifPresent(path -> json.text("path", path));
            }
            case Action.Fetch fetch -> json.text("target", fetch.target());
            case Action.Delegate delegate -> json.text("task", delegate.task());
            case Action.Poll poll -> json.text("target", poll.target());
            case Action.Ask ask -> json.text("question", ask.question());
            case Action.Plan _, Action.Other _ -> {}
        }
        json.endObject();
    }

    private static void files(JsonWriter json, Action.Patch patch) {
        json.array("files");
        for (Action.FilePatch each : patch.files()) {
            json.object()
                    .text("path", each.path())
                    .text("kind", EventWriter.code(each.kind()))
                    .text("removed", each.removed())
                    .text("added", each.added())
                    .endObject();
        }
        json.endArray();
    }

    private static String kind(Action action) {
        return action.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /// The action in a JSON object; empty where it is none.
    static Optional<Action> read(Node.Fields action) {
        return switch (action.textOr("kind", "")) {
            case "command" -> Optional.of(new Action.Command(action.textOr("line", ""), action.text("directory")));
            case "read" -> Optional.of(new Action.Read(action.textOr("path", "")));
            case "edit" -> Optional.of(new Action.Edit(action.textOr("path", ""), replacements(action)));
            case "write" -> Optional.of(new Action.Write(action.textOr("path", ""), action.textOr("content", "")));
            case "patch" -> Optional.of(new Action.Patch(patches(action)));
            case "search" -> Optional.of(new Action.Search(action.textOr("pattern", ""), action.text("path")));
            case "fetch" -> Optional.of(new Action.Fetch(action.textOr("target", "")));
            case "delegate" -> Optional.of(new Action.Delegate(action.textOr("task", "")));
            case "poll" -> Optional.of(new Action.Poll(action.textOr("target", "")));
            case "ask" -> Optional.of(new Action.Ask(action.textOr("question", "")));
            case "plan" -> Optional.of(new Action.Plan());
            case "other" -> Optional.of(new Action.Other());
            default -> Optional.empty();
        };
    }

    private static List<Action.Replacement> replacements(Node.Fields action) {
        List<Action.Replacement> read = new ArrayList<>();
        for (Node each : action.items("replacements").nodes()) {
            if (each instanceof Node.Fields one) {
                read.add(new Action.Replacement(
                        one.textOr("before", ""), one.textOr("after", ""), one.isTrue("everywhere")));
            }
        }
        return read;
    }

    private static List<Action.FilePatch> patches(Node.Fields action) {
        List<Action.FilePatch> read = new ArrayList<>();
        for (Node each : action.items("files").nodes()) {
            if (each instanceof Node.Fields one) {
                Action.FilePatch.Kind kind = EventReader.constant(Action.FilePatch.Kind.class, one.textOr("kind", ""))
                        .orElse(Action.FilePatch.Kind.UPDATE);
                read.add(new Action.FilePatch(
                        one.textOr("path", ""), kind, one.textOr("removed", ""), one.textOr("added", "")));
            }
        }
        return read;
    }
}
