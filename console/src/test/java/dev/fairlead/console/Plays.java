package dev.fairlead.console;

import dev.fairlead.wire.HookPayload;
import dev.fairlead.wire.json.JsonWriter;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Live sessions for tests, as Claude Code's hooks tell them.
final class Plays {

    private final Stand stand;
    private final String session;
    private final String directory;
    private int calls;

    Plays(Stand stand, String session, String directory) {
        this.stand = stand;
        this.session = session;
        this.directory = directory;
        say("SessionStart", json -> json.text("source", "startup").text("model", "claude-sonnet-4-5"));
    }

    private String payload(String event, Consumer<JsonWriter> parts) {
        return HookPayload.json(json -> {
            json.text("session_id", session).text("cwd", directory).text("hook_event_name", event);
            parts.accept(json);
        });
    }

    private String say(String event, Consumer<JsonWriter> parts) {
        return stand.hook("claude-code", payload(event, parts));
    }

    Plays asks(String words) {
        say("UserPromptSubmit", json -> json.text("prompt", words));
        return this;
    }

    /// A call that runs, and what came back.
    Plays runs(String command, String output) {
        String id = "call-" + calls++;
        say("PreToolUse", json -> call(json, command, id));
        say(
                "PostToolUse",
                json -> call(json, command, id)
                        .object("tool_response")
                        .text("stdout", output)
                        .text("stderr", "")
                        .endObject());
        return this;
    }

    /// A call that runs and fails, and what came back.
    Plays fails(String command, String error) {
        String id = "call-" + calls++;
        say("PreToolUse", json -> call(json, command, id));
        say("PostToolUseFailure", json -> call(json, command, id).text("error", error));
        return this;
    }

    /// The end of the session.
    void ends() {
        say("SessionEnd", json -> json.text("reason", "prompt_input_exit"));
    }

    /// A call that is about to run.
    ///
    /// @return the hook's answer, as soon as there is one
    CompletableFuture<String> wants(String command) {
        String id = "call-" + calls++;
        return stand.hookLater("claude-code", payload("PreToolUse", json -> call(json, command, id)));
    }

    private static JsonWriter call(JsonWriter json, String command, String id) {
        return json.text("tool_name", "Bash")
                .object("tool_input")
                .text("command", command)
                .endObject()
                .text("tool_use_id", id);
    }

    /// A file that is changed.
    Plays edits(String path, String before, String after) {
        String id = "call-" + calls++;
        Consumer<JsonWriter> edit = json -> json.text("tool_name", "Edit")
                .object("tool_input")
                .text("file_path", path)
                .text("old_string", before)
                .text("new_string", after)
                .endObject()
                .text("tool_use_id", id);
        say("PreToolUse", edit);
        say("PostToolUse", json -> {
            edit.accept(json);
            json.object("tool_response").text("filePath", path).endObject();
        });
        return this;
    }
}
