package dev.fairlead.wire.gemini;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.wire.Chronicle.Told;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.OptionalInt;

/// What a tool gave back: the answer to a function call, with the client's word on how it went.
///
/// The client calls a command a success whatever its exit status is; the status stands in the text, within an envelope
/// that is taken off. Which of the ways to go wrong it was stands in the client's own sentences.
///
/// @param text what the agent was shown
public record GeminiResult(Outcome outcome, OptionalInt exitStatus, String text, int images) {

    private static final String UNTRUSTED = "<untrusted_context>\n";
    private static final String UNTRUSTED_END = "\n</untrusted_context>";
    private static final List<String> DENIALS =
            List.of("Tool execution blocked: ", "Tool execution denied by policy", "Tool execution for \"");
    private static final List<String> REFUSALS =
            List.of("User denied execution", "User did not allow", "User rejected", "User cancelled the plan");

    /// Reads an answer.
    ///
    /// @param answer a part with a `functionResponse`, or a list of parts of which one has
    /// @param status `success`, `error` or `cancelled`; anything else where the record does not say
    public static GeminiResult of(Node answer, String status) {
        StringBuilder text = new StringBuilder();
        int images = 0;
        boolean isError = false;
        for (Node each : answer instanceof Node.Items items ? items.nodes() : List.of(answer)) {
            if (!(each instanceof Node.Fields part)) {
                text.append(each instanceof Node.Text plain ? plain.value() : "");
                continue;
            }
            if (part.get("functionResponse") instanceof Node.Fields function) {
                Node.Fields response = function.fields("response");
                isError |= response.has("error") && !response.has("output");
                text.append(response.textOr("output", response.textOr("error", response.textOr("content", ""))));
            } else {
                images += part.has("inlineData") || part.has("fileData") ? 1 : 0;
                text.append(part.textOr("text", ""));
            }
        }
        return of(text.toString(), status, isError, images);
    }

    private static GeminiResult of(String shown, String status, boolean isError, int images) {
        ShellReport report = ShellReport.read(withoutFence(shown));
        Outcome outcome = outcome(status, isError, report.text());
        boolean hasFailed =
                outcome != Outcome.INTERRUPTED && report.exitStatus().orElse(0) != 0;
        return new GeminiResult(hasFailed ? Outcome.FAILED : outcome, report.exitStatus(), report.text(), images);
    }

    private static String withoutFence(String text) {
        int end = text.lastIndexOf(UNTRUSTED_END);
        return text.startsWith(UNTRUSTED) && end >= UNTRUSTED.length()
                ? text.substring(UNTRUSTED.length(), end) + text.substring(end + UNTRUSTED_END.length())
                : text;
    }

    private static Outcome outcome(String status, boolean isError, String text) {
        String said = text.startsWith("[Operation Cancelled] ")
                ? text.substring("[Operation Cancelled] ".length()).replaceFirst("^Reason: ", "")
                : text;
        boolean isCancelled = status.equals("cancelled") || !said.equals(text);
        if (isCancelled) {
            return REFUSALS.stream().anyMatch(said::startsWith) ? Outcome.REFUSED : Outcome.INTERRUPTED;
        }
        if (text.startsWith("Command was cancelled by user before")) {
            return Outcome.INTERRUPTED;
        }
        if (status.equals("error") || isError) {
            return DENIALS.stream().anyMatch(text::startsWith)
                    ? Outcome.DENIED
                    : REFUSALS.stream().anyMatch(text::startsWith) ? Outcome.REFUSED : Outcome.FAILED;
        }
        if (text.startsWith("Command moved to background") || text.startsWith("Background shell started")) {
            return Outcome.RUNNING;
        }
        return status.equals("success") ? Outcome.SUCCEEDED : Outcome.UNSTATED;
    }

    /// The same with another outcome.
    public GeminiResult with(Outcome other, OptionalInt status) {
        return new GeminiResult(other, status, text, images);
    }

    /// Says that the call came back, and what hooks added to its answer.
    public void tell(CallId call, Told told) {
        String shown = text.contains("<hook_context>")
                ? text.substring(0, text.indexOf("<hook_context>")).strip()
                : text;
        told.returned(new ToolReturned(call, outcome, exitStatus, shown, images), "functionResponse");
        HookContext.tellAndCut(text.substring(Math.min(shown.length(), text.length())), told);
    }
}
