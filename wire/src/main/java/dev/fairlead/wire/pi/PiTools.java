package dev.fairlead.wire.pi;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Action.Replacement;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Which of pi's tools does what, and how its answers say that it went wrong.
final class PiTools {

    private static final String EXIT = "Command exited with code ";
    private static final String ABORTED = "Command aborted";

    private PiTools() {}

    static Action action(String tool, Node.Fields arguments) {
        String path = arguments.textOr("path", arguments.textOr("file_path", ""));
        return switch (tool) {
            case "bash", "powershell" -> new Action.Command(arguments.textOr("command", ""), Optional.empty());
            case "read" -> new Action.Read(path);
            case "write" -> new Action.Write(path, arguments.textOr("content", ""));
            case "edit" -> new Action.Edit(path, replacements(arguments));
            case "grep", "find" -> new Action.Search(arguments.textOr("pattern", ""), arguments.text("path"));
            case "ls" -> new Action.Search("", arguments.text("path"));
            default -> new Action.Other();
        };
    }

    /// Earlier versions replaced one text by one call.
    private static List<Replacement> replacements(Node.Fields arguments) {
        List<Replacement> replacements = new ArrayList<>();
        for (Node each : arguments.items("edits").nodes()) {
            if (each instanceof Node.Fields edit) {
                replacements.add(replacement(edit));
            }
        }
        return replacements.isEmpty() ? List.of(replacement(arguments)) : replacements;
    }

    private static Replacement replacement(Node.Fields edit) {
        return new Replacement(edit.textOr("oldText", ""), edit.textOr("newText", ""), false);
    }

    /// What a tool gave back. The client has one flag for every way to fail, and says in a last line of its own how a
    /// command ended; a hook's refusal is in the hook's words alone and cannot be told from a failure.
    static ToolReturned returned(CallId call, String tool, boolean isError, String text, int images) {
        if (!isError) {
            return new ToolReturned(call, Outcome.SUCCEEDED, OptionalInt.empty(), text, images);
        }
        String last = text.substring(text.lastIndexOf('\n') + 1);
        if (last.equals(ABORTED) || text.equals("Operation aborted")) {
            return new ToolReturned(call, Outcome.INTERRUPTED, OptionalInt.empty(), text, images);
        }
        if (text.startsWith("Tool call \"" + tool + "\" was not executed: ")) {
            return new ToolReturned(call, Outcome.SKIPPED, OptionalInt.empty(), text, images);
        }
        OptionalInt status = last.startsWith(EXIT) ? number(last.substring(EXIT.length())) : OptionalInt.empty();
        boolean isDenied = text.startsWith("Tool execution was blocked");
        return new ToolReturned(call, isDenied ? Outcome.DENIED : Outcome.FAILED, status, text, images);
    }

    private static OptionalInt number(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException none) {
            return OptionalInt.empty();
        }
    }
}
