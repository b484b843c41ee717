package dev.fairlead.wire.copilot;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.wire.json.Node;
import java.util.OptionalInt;

/// Reads what a tool gave back.
///
/// The client's flag says whether the tool ran: a command that failed has run, so its exit status decides. That stands
/// in the last line of the output, together with the shell's number, which differs from call to call and is taken off;
/// so is the advice of hooks behind it, which is told where the hook ends.
final class CopilotResults {

    private static final String ADVICE = "Additional guidance from postToolUse hooks:\n";
    private static final String TRAILER = "<shellId: ";
    private static final String EXITED = " completed with exit code ";

    private CopilotResults() {}

    /// What a record of a call's end says.
    ///
    /// @param isRefused whether a person said no to it before
    static ToolReturned returned(Node.Fields data, CallId call, boolean isRefused) {
        if (!data.isTrue("success") && data.has("error")) {
            Node.Fields error = data.fields("error");
            String text = error.textOr("message", "");
            return new ToolReturned(
                    call, failed(error.textOr("code", ""), text, isRefused), OptionalInt.empty(), text, 0);
        }
        Node.Fields result = data.fields("result");
        String text = withoutAdvice(result.textOr("content", data.textOr("result", "")));
        OptionalInt stated = data.fields("shellExecution").integer("exitCode");
        OptionalInt status = stated.isPresent() ? stated : status(text);
        return new ToolReturned(call, outcome(data, status, text), status, withoutTrailer(text), images(result));
    }

    /// What a text says that a tool answered, without a record around it.
    static ToolReturned ofText(CallId call, String text, boolean isSuccess) {
        OptionalInt status = status(text);
        boolean hasFailed = status.isPresent() ? status.getAsInt() != 0 : !isSuccess;
        return new ToolReturned(call, hasFailed ? Outcome.FAILED : Outcome.SUCCEEDED, status, withoutTrailer(text), 0);
    }

    private static Outcome failed(String code, String text, boolean isRefused) {
        return switch (code) {
            case "denied", "rejected" -> {
                boolean isPersons = isRefused || code.equals("rejected") || text.contains("user rejected");
                yield isPersons ? Outcome.REFUSED : Outcome.DENIED;
            }
            case "aborted", "cancelled" -> Outcome.INTERRUPTED;
            default -> Outcome.FAILED;
        };
    }

    private static Outcome outcome(Node.Fields data, OptionalInt status, String text) {
        if (status.isPresent()) {
            return status.getAsInt() == 0 ? Outcome.SUCCEEDED : Outcome.FAILED;
        }
        int last = text.lastIndexOf('\n') + 1;
        boolean isRunning =
                text.startsWith("<command with shellId: ", last) && text.indexOf(" is still running", last) > 0
                        || text.startsWith("<command started in background", last);
        if (isRunning) {
            return Outcome.RUNNING;
        }
        return data.has("success") ? data.isTrue("success") ? Outcome.SUCCEEDED : Outcome.FAILED : Outcome.UNSTATED;
    }

    private static String withoutAdvice(String text) {
        int at = text.lastIndexOf(ADVICE);
        int lead = at < 0 ? -1 : text.lastIndexOf("\n\nTool \"", at);
        return lead < 0 ? text : text.substring(0, lead);
    }

    private static OptionalInt status(String text) {
        int trailer = trailer(text);
        int at = trailer < 0 ? -1 : text.indexOf(EXITED, trailer);
        if (at < 0 || !text.endsWith(">")) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text.substring(at + EXITED.length(), text.length() - 1)));
        } catch (NumberFormatException notACode) {
            return OptionalInt.empty();
        }
    }

    /// Where the last line begins, if it is the client's own.
    private static int trailer(String text) {
        int last = text.lastIndexOf('\n') + 1;
        return text.startsWith(TRAILER, last) ? last : -1;
    }

    private static String withoutTrailer(String text) {
        int trailer = trailer(text);
        return trailer < 0 ? text : text.substring(0, Math.max(0, trailer - 1));
    }

    private static int images(Node.Fields result) {
        int images = 0;
        for (Node each : result.items("contents").nodes()) {
            images +=
                    each instanceof Node.Fields part && part.textOr("type", "").equals("image") ? 1 : 0;
        }
        return images;
    }
}
