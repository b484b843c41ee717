package dev.fairlead.wire.opencode;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Reads what a tool gave back.
///
/// The client's flag says whether the tool ran: a command that failed has run, so its exit status decides, and a call
/// of a tool that does not exist has "completed" as one of the tool `invalid`. What became of a command that has no
/// exit status stands in the client's note behind its output.
final class OpencodeResults {

    private static final String NOTE = "<shell_metadata>";

    /// How the client's own sentences begin where a call did not fail by itself.
    private static final Map<String, Outcome> ENDS = Map.of(
            "The user rejected permission", Outcome.REFUSED,
            "The user dismissed this question", Outcome.REFUSED,
            "The user has specified a rule which prevents", Outcome.DENIED,
            "Tool execution aborted", Outcome.INTERRUPTED,
            "Tool execution was interrupted", Outcome.INTERRUPTED,
            "Cancelled", Outcome.INTERRUPTED);

    private OpencodeResults() {}

    /// What the state of an ended call says.
    static ToolReturned returned(CallId call, String tool, Node.Fields state) {
        if (state.textOr("status", "").equals("error")) {
            String text = state.textOr("error", "");
            return new ToolReturned(call, failed(text), OptionalInt.empty(), text, 0);
        }
        String text = state.textOr("output", "");
        OptionalInt status = state.fields("metadata").integer("exit");
        return new ToolReturned(call, outcome(tool, status, text), status, text, images(state));
    }

    private static Outcome failed(String text) {
        return ENDS.entrySet().stream()
                .filter(each -> text.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Outcome.FAILED);
    }

    private static Outcome outcome(String tool, OptionalInt status, String text) {
        if (status.isPresent()) {
            return status.getAsInt() == 0 ? Outcome.SUCCEEDED : Outcome.FAILED;
        }
        int note = tool.equals("bash") ? text.lastIndexOf(NOTE) : -1;
        if (note >= 0 && text.indexOf("User aborted", note) >= 0) {
            return Outcome.INTERRUPTED;
        }
        boolean isFault = tool.equals("invalid") || note >= 0 && text.indexOf("terminated command", note) >= 0;
        return isFault ? Outcome.FAILED : Outcome.SUCCEEDED;
    }

    private static int images(Node.Fields state) {
        List<Node> attachments = state.items("attachments").nodes();
        int images = 0;
        for (Node each : attachments) {
            boolean isImage =
                    each instanceof Node.Fields file && file.textOr("mime", "").startsWith("image/");
            images += isImage ? 1 : 0;
        }
        return images;
    }
}
