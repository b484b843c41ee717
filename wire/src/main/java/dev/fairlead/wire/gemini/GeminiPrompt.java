package dev.fairlead.wire.gemini;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.wire.Chronicle.Told;
import dev.fairlead.wire.json.Node;
import java.util.regex.Pattern;

/// A user message: the person's words, results of tools, and what the client puts in the person's mouth.
final class GeminiPrompt {

    private static final String WORKSPACE = "**Workspace Directories:**\n  - ";
    private static final String FILES = "--- Content from referenced files ---";
    private static final String FILES_END = "--- End of content ---";
    private static final Pattern SLASH_COMMAND = Pattern.compile("/[a-z][a-z0-9:-]*(\\s|\\z)");

    private final Told told;
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder files = new StringBuilder();
    private boolean isAttached;
    private int images;

    GeminiPrompt(Told told) {
        this.told = told;
    }

    void tell(Node content) {
        switch (content) {
            case Node.Text text -> text(text.value());
            case Node.Items items -> items.nodes().forEach(this::part);
            case Node.Fields part -> part(part);
            case Node.Scalar _ -> {}
        }
        String said = words.toString().strip();
        if (!said.isEmpty() || images > 0) {
            boolean isCommand = SLASH_COMMAND.matcher(said).lookingAt();
            told.say(
                    isCommand
                            ? new Happening.ContextInjected(Source.PERSON_COMMAND, "", said)
                            : new Happening.TaskGiven(said, images));
        }
        told.injected(Source.ATTACHMENT, "files", files.toString());
    }

    private void part(Node node) {
        switch (node) {
            case Node.Text text -> text(text.value());
            case Node.Fields part -> {
                if (part.get("functionResponse") instanceof Node.Fields response) {
                    CallId call = told.callId(response.textOr("id", ""));
                    if (told.isAnswered(call)) {
                        told.note("user/functionResponse");
                    } else {
                        GeminiResult.of(part, "").tell(call, told);
                    }
                } else if (part.has("inlineData") || part.has("fileData")) {
                    images++;
                } else if (part.has("text")) {
                    text(part.textOr("text", ""));
                } else {
                    told.unread("a part of a prompt that is neither text, file nor result", part);
                }
            }
            case Node.Items _, Node.Scalar _ -> told.unread("a part of a prompt that is no object", Node.Fields.NONE);
        }
    }

    private void text(String whole) {
        String text = HookContext.tellAndCut(whole, told);
        if (text.startsWith("<session_context>")) {
            told.injected(Source.SYSTEM, "session_context", text);
            int from = text.indexOf(WORKSPACE);
            int to = text.indexOf('\n', from + WORKSPACE.length());
            if (from >= 0 && to > from) {
                told.moved(text.substring(from + WORKSPACE.length(), to));
            }
        } else if (text.startsWith("<state_snapshot>")) {
            told.say(new Happening.ContextCompacted("unstated", 0));
            told.injected(Source.SUMMARY, "", text);
        } else if (text.strip().startsWith(FILES)) {
            isAttached = true;
            files.append(text);
        } else if (text.strip().startsWith(FILES_END)) {
            isAttached = false;
            files.append(text);
        } else if (isAttached) {
            files.append(text);
        } else {
            words.append(words.isEmpty() ? "" : "\n").append(text);
        }
    }
}
