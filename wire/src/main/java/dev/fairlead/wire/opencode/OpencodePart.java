package dev.fairlead.wire.opencode;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.json.Node;
import java.util.Optional;

/// One part of a message: words, a thought, a call with its result, or the client's own bookkeeping.
final class OpencodePart {

    private final Node.Fields part;
    private final Node.Fields message;
    private final OpencodeTranscript.Told told;

    OpencodePart(Node.Fields part, Node.Fields message, OpencodeTranscript.Told told) {
        this.part = part;
        this.message = message;
        this.told = told;
    }

    /// Tells the part.
    ///
    /// @return what it says of the use of a model
    Tokens tell() {
        String type = part.textOr("type", "");
        told.at(part.fields("time").number("start").orElse(0));
        switch (type) {
            case "text" -> words(part.textOr("text", ""));
            case "reasoning" -> told.say(new Happening.AgentThought(part.textOr("text", "")));
            case "tool" -> call();
            case "step-finish" -> {
                return step();
            }
            case "file" -> file();
            case "compaction" -> told.say(new Happening.ContextCompacted(part.isTrue("auto") ? "auto" : "manual", 0));
            case "subtask" -> told.injected(Source.PERSON_COMMAND, part.textOr("agent", ""), part.textOr("prompt", ""));
            case "step-start", "patch", "snapshot", "agent", "retry" -> told.note(type);
            default ->
                told.say(new Happening.Unread(
                        type.isEmpty() ? "a part without a type" : "a part of the unknown type `" + type + "`",
                        String.join(", ", part.names())));
        }
        return Tokens.NONE;
    }

    /// Whose words they are: the client and its plugins put some in the person's mouth, and an answer may be the
    /// summary that stands for what was before.
    private void words(String text) {
        if (part.isTrue("ignored")) {
            told.note("text/ignored");
        } else if (message.textOr("role", "assistant").equals("assistant")) {
            if (message.isTrue("summary")) {
                told.injected(Source.SUMMARY, "", text);
            } else {
                told.say(new Happening.AgentSpoke(text));
            }
        } else if (part.isTrue("synthetic")) {
            told.injected(Source.ATTACHMENT, "", text);
        } else {
            told.say(new Happening.TaskGiven(text, 0));
        }
    }

    private void file() {
        String name = part.textOr("filename", "");
        if (part.textOr("mime", "").startsWith("image/")) {
            told.say(new Happening.TaskGiven("", 1));
        } else {
            told.injected(Source.ATTACHMENT, name, "");
        }
    }

    private void call() {
        String stated = part.textOr("callID", part.textOr("id", ""));
        CallId call = new CallId(stated.isBlank() ? told.unnamed() : stated);
        String tool = part.textOr("tool", "unnamed");
        Node.Fields state = part.fields("state");
        Node.Fields input = state.fields("input");
        told.at(state.fields("time").number("start").orElse(0));
        told.say(new ToolCalled(call, tool, Node.arguments(input), OpencodeTools.action(tool, input)));
        Optional<String> child = tool.equals("task") ? state.fields("metadata").text("sessionId") : Optional.empty();
        child.filter(each -> !each.isBlank())
                .ifPresent(
                        each -> told.say(new Happening.SubagentStarted(told.child(each), input.textOr("prompt", ""))));
        String status = state.textOr("status", "");
        if (!status.equals("completed") && !status.equals("error")) {
            return; // it still ran when the session was stored
        }
        told.at(state.fields("time").number("end").orElse(0));
        child.filter(each -> !each.isBlank())
                .ifPresent(each -> told.say(new Happening.SubagentEnded(told.child(each))));
        told.say(OpencodeResults.returned(call, tool, state));
    }

    private Tokens step() {
        Tokens used = tokens(part.fields("tokens"));
        if (used.equals(Tokens.NONE)) {
            told.note("step-finish");
        } else {
            told.say(new Happening.TokensUsed(message.textOr("modelID", ""), used));
        }
        return used;
    }

    /// The client counts thoughts beside what was written; here they are part of it.
    static Tokens tokens(Node.Fields stated) {
        Node.Fields cache = stated.fields("cache");
        return new Tokens(
                count(stated, "input"),
                count(cache, "read"),
                count(cache, "write"),
                count(stated, "output") + count(stated, "reasoning"));
    }

    private static long count(Node.Fields stated, String key) {
        return Math.clamp(stated.number(key).orElse(0), 0, Integer.MAX_VALUE);
    }
}
