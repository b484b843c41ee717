package dev.fairlead.wire.otel;

import dev.fairlead.core.event.Action;
import dev.fairlead.wire.Arguments;
import dev.fairlead.wire.CommonTools;
import dev.fairlead.wire.codex.CodexTools;
import dev.fairlead.wire.json.Node;
import java.util.List;

/// Which tool does what, where all that is known of it is what its sender chose to record.
final class OtelTools {

    private static final List<String> CONTENT = List.of("content", "file_text", "contents", "text");

    private OtelTools() {}

    /// What a call does. Where the sender leaves out what was replaced by what, or what was written, the call is of
    /// unknown effect: an edit of nothing would look like one that undoes itself.
    static Action action(String service, String tool, Node.Fields arguments) {
        Action action = service.startsWith("codex")
                ? CodexTools.action(tool, arguments)
                : CommonTools.action(tool, Arguments.of(arguments));
        return isKnown(action, arguments) ? action : new Action.Other();
    }

    private static boolean isKnown(Action action, Node.Fields arguments) {
        if (action instanceof Action.Edit edit) {
            return edit.replacements().stream()
                    .anyMatch(each -> !each.before().isEmpty() || !each.after().isEmpty());
        }
        if (action instanceof Action.Write) {
            return arguments.names().stream().anyMatch(CONTENT::contains);
        }
        if (action instanceof Action.Read read) {
            return !read.path().equals(CommonTools.OPEN_FILE);
        }
        return !(action instanceof Action.Command command) || !command.line().isEmpty();
    }
}
