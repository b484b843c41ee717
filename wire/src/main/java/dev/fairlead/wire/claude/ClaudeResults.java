package dev.fairlead.wire.claude;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.wire.json.Node;
import java.util.OptionalInt;

/// Reads what a tool gave back.
///
/// The client has one flag, `is_error`, for every way in which a call can end badly; which way it was stands in its
/// own fixed sentences at the beginning of the text.
final class ClaudeResults {

    private static final String EXIT = "Exit code ";

    private ClaudeResults() {}

    static ToolReturned returned(Node.Fields block, CallId call) {
        Node content = block.get("content");
        String said = text(content);
        boolean isError = block.isTrue("is_error");
        return new ToolReturned(
                call,
                isError ? failed(said) : worked(said),
                isError ? exitStatus(said) : OptionalInt.empty(),
                said,
                images(content));
    }

    private static String text(Node content) {
        return switch (content) {
            case Node.Text whole -> whole.value();
            case Node.Items items -> {
                StringBuilder text = new StringBuilder();
                for (Node each : items.nodes()) {
                    if (each instanceof Node.Fields part) {
                        text.append(text.isEmpty() ? "" : "\n").append(part.textOr("text", ""));
                    }
                }
                yield text.toString();
            }
            case Node.Fields fields -> fields.textOr("text", fields.textOr("error_code", ""));
            case Node.Scalar _ -> "";
        };
    }

    private static int images(Node content) {
        int images = 0;
        if (content instanceof Node.Items items) {
            for (Node each : items.nodes()) {
                images += each instanceof Node.Fields part
                                && part.textOr("type", "").equals("image")
                        ? 1
                        : 0;
            }
        }
        return images;
    }

    static Outcome worked(String text) {
        boolean isRunning = text.startsWith("Command running in background with ID")
                || text.startsWith("Command was manually backgrounded")
                || text.startsWith("Async agent launched");
        return isRunning ? Outcome.RUNNING : Outcome.SUCCEEDED;
    }

    static Outcome failed(String text) {
        if (text.startsWith("The user doesn't want to proceed with this tool use")
                || text.startsWith("The user doesn't want to take this action")
                || text.startsWith("User rejected")) {
            return Outcome.REFUSED;
        }
        if (text.startsWith("[Request interrupted by user")) {
            return Outcome.INTERRUPTED;
        }
        if (text.startsWith("<tool_use_error>Sibling tool call errored")
                || text.startsWith("<tool_use_error>Cancelled: parallel tool call")) {
            return Outcome.SKIPPED;
        }
        boolean isDenied = text.startsWith("PreToolUse:")
                || text.startsWith("Hook PreToolUse:")
                || text.startsWith("Permission to use ")
                || text.startsWith("Claude requested permissions")
                || text.contains("requires approval") && text.length() < 400;
        return isDenied ? Outcome.DENIED : Outcome.FAILED;
    }

    static OptionalInt exitStatus(String text) {
        if (!text.startsWith(EXIT)) {
            return OptionalInt.empty();
        }
        int end = EXIT.length();
        while (end < text.length() && end < EXIT.length() + 4 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end == EXIT.length()
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(text.substring(EXIT.length(), end)));
    }
}
