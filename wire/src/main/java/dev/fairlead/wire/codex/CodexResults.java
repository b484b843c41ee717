package dev.fairlead.wire.codex;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.OptionalInt;

/// Reads what a tool gave back.
///
/// The client keeps no flag: it writes an envelope of fixed lines around the output of a command, and fixed sentences
/// where a call never ran. The envelope differs from run to run, so it is taken off and what it says is kept apart.
public final class CodexResults {

    private static final int LONGEST_ENVELOPE = 12;
    private static final int LONGEST_SENTENCE = 600;
    private static final String OUTPUT = "Output:";

    private static final List<String> ENVELOPES = List.of(
            "Chunk ID: ",
            "Exit code: ",
            "Wall time",
            "Process ",
            "Script completed",
            "Script failed",
            "Script running");
    private static final List<String> FAILURES = List.of(
            "write_stdin failed",
            "apply_patch verification failed",
            "apply_patch handler received",
            "exec_command failed",
            "unsupported c",
            "failed to ",
            "Failed to ",
            "unable to ",
            "execution error",
            "tool call error",
            "unknown process id");

    private CodexResults() {}

    /// What an output record says.
    public static ToolReturned returned(CallId call, Node output) {
        return switch (output) {
            case Node.Text text -> returned(call, text.value());
            case Node.Items parts -> ofParts(call, parts);
            case Node.Fields fields -> {
                ToolReturned inner = returned(call, fields.get(fields.has("body") ? "body" : "content"));
                yield fields.has("success") && inner.outcome() == Outcome.UNSTATED
                        ? flagged(inner, fields.isTrue("success") ? Outcome.SUCCEEDED : Outcome.FAILED)
                        : inner;
            }
            case Node.Scalar _ -> new ToolReturned(call, Outcome.UNSTATED, OptionalInt.empty(), "", 0);
        };
    }

    /// The same result with an outcome that another record states.
    static ToolReturned flagged(ToolReturned returned, Outcome outcome) {
        return new ToolReturned(returned.call(), outcome, returned.exitStatus(), returned.text(), returned.images());
    }

    private static ToolReturned ofParts(CallId call, Node.Items parts) {
        StringBuilder text = new StringBuilder();
        int images = 0;
        for (Node each : parts.nodes()) {
            if (each instanceof Node.Fields part) {
                images += part.textOr("type", "").endsWith("image") ? 1 : 0;
                part.text("text")
                        .ifPresent(
                                words -> text.append(text.isEmpty() ? "" : "\n").append(words));
            }
        }
        ToolReturned read = returned(call, text.toString());
        return new ToolReturned(call, read.outcome(), read.exitStatus(), read.text(), images);
    }

    private static ToolReturned returned(CallId call, String text) {
        if (ENVELOPES.stream().anyMatch(text::startsWith)) {
            return enveloped(call, text);
        }
        if (text.startsWith("{\"output\":")) {
            return inJson(call, text);
        }
        return new ToolReturned(call, told(text), OptionalInt.empty(), text, 0);
    }

    private static ToolReturned enveloped(CallId call, String text) {
        OptionalInt status = OptionalInt.empty();
        Outcome outcome = Outcome.UNSTATED;
        int at = 0;
        for (int line = 0; line < LONGEST_ENVELOPE; line++) {
            int feed = text.indexOf('\n', at);
            String said = text.substring(at, feed < 0 ? text.length() : feed);
            at = feed < 0 ? text.length() : feed + 1;
            if (said.startsWith(OUTPUT)) {
                return new ToolReturned(call, outcome, status, text.substring(at), 0);
            }
            OptionalInt stated = status(said);
            if (stated.isPresent()) {
                status = stated;
                outcome = stated.getAsInt() == 0 ? Outcome.SUCCEEDED : Outcome.FAILED;
            } else if (said.startsWith("Process running with session ID") || said.startsWith("Script running")) {
                outcome = Outcome.RUNNING;
            } else if (said.startsWith("Script ")) {
                outcome = said.startsWith("Script failed") ? Outcome.FAILED : Outcome.SUCCEEDED;
            }
        }
        return new ToolReturned(call, outcome, status, text, 0);
    }

    private static OptionalInt status(String line) {
        for (String lead : List.of("Process exited with code ", "Exit code: ")) {
            if (line.startsWith(lead)) {
                try {
                    return OptionalInt.of(
                            Integer.parseInt(line.substring(lead.length()).strip()));
                } catch (NumberFormatException notACode) {
                    return OptionalInt.empty();
                }
            }
        }
        return OptionalInt.empty();
    }

    /// The envelope of earlier versions: an object with the output and its exit code.
    private static ToolReturned inJson(CallId call, String text) {
        try {
            if (JsonReader.ofAll().read(text).getFirst() instanceof Node.Fields fields) {
                OptionalInt status = fields.fields("metadata").integer("exit_code");
                String output = fields.textOr("output", "");
                Outcome outcome =
                        status.isEmpty() ? told(output) : status.getAsInt() == 0 ? Outcome.SUCCEEDED : Outcome.FAILED;
                return new ToolReturned(call, outcome, status, output, 0);
            }
        } catch (MalformedJson cutOff) {
            return new ToolReturned(call, told(text), OptionalInt.empty(), text, 0);
        }
        return new ToolReturned(call, told(text), OptionalInt.empty(), text, 0);
    }

    /// What the client's own sentences say; unstated where the text is a tool's.
    private static Outcome told(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST_SENTENCE));
        if (start.startsWith("aborted by user") || start.equals("aborted")) {
            return Outcome.INTERRUPTED;
        }
        boolean isFailure = FAILURES.stream().anyMatch(start::startsWith);
        boolean isVerdict = isFailure || start.length() < LONGEST_SENTENCE;
        if (start.contains("blocked by PreToolUse hook")
                || isVerdict && start.contains("rejected by user approval settings")
                || isVerdict && start.contains("blocked by policy")
                || isFailure && start.contains("andbox")
                || start.startsWith("approval policy is ")) {
            return Outcome.DENIED;
        }
        if (isVerdict && (start.contains("rejected by user") || start.startsWith("user rejected"))) {
            return Outcome.REFUSED;
        }
        return isFailure ? Outcome.FAILED : Outcome.UNSTATED;
    }
}
