package dev.fairlead.wire.claude;

import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.json.Node;
import java.util.Optional;
import java.util.Set;

/// One record of a transcript, told as events.
final class ClaudeRecord {

    /// Records of the client's own bookkeeping.
    private static final Set<String> BOOKKEEPING = Set.of(
            "summary",
            "file-history-snapshot",
            "file-history-delta",
            "pr-link",
            "last-prompt",
            "tools-used",
            "cost-state",
            "api-request",
            "api-request-shape",
            "api-request-blob",
            "atis-latch",
            "custom-title",
            "ai-title",
            "agent-name",
            "agent-color",
            "agent-setting",
            "tag",
            "mode",
            "permission-mode",
            "worktree-state",
            "content-replacement",
            "speculation-accept",
            "marble-origami-commit",
            "bridge-session",
            "task-summary",
            "session-state");

    private final Node.Fields record;
    private final ClaudeTranscript.Told told;

    ClaudeRecord(Node.Fields record, ClaudeTranscript.Told told) {
        this.record = record;
        this.told = told;
    }

    void tell() {
        String type = record.textOr("type", "");
        switch (type) {
            case "user" -> user(record, told);
            case "assistant" -> assistant(record, told);
            case "progress" -> progress();
            case "system" -> system();
            case "attachment" -> attachment(record.fields("attachment"));
            case "queue-operation" -> queueOperation();
            default -> {
                if (BOOKKEEPING.contains(type)) {
                    told.say(new Happening.Noted(type));
                } else {
                    told.say(new Happening.Unread(
                            type.isEmpty() ? "a record without a type" : "a record of the unknown type `" + type + "`",
                            String.join(", ", record.names())));
                }
            }
        }
    }

    private static void user(Node.Fields record, ClaudeTranscript.Told told) {
        Node content = record.fields("message").get("content");
        switch (content) {
            case Node.Text text -> new ClaudePrompt(record, told).words(text.value(), 0);
            case Node.Items items -> new ClaudePrompt(record, told).blocks(items);
            case Node.Fields _, Node.Scalar _ ->
                told.say(new Happening.Unread("a user record without content", String.join(", ", record.names())));
        }
    }

    private static void assistant(Node.Fields record, ClaudeTranscript.Told told) {
        Node.Fields message = record.fields("message");
        boolean isApiError = record.isTrue("isApiErrorMessage");
        boolean isSynthetic = message.textOr("model", "").equals("<synthetic>");
        boolean said = false;
        for (Node each : message.items("content").nodes()) {
            if (each instanceof Node.Fields block) {
                said = true;
                block(block, isApiError, isSynthetic, told);
            }
        }
        if (!said) {
            told.say(
                    message.has("content")
                            ? new Happening.Noted("assistant/empty")
                            : new Happening.Unread(
                                    "an assistant record without content", String.join(", ", record.names())));
        }
        usage(message, told);
    }

    private static void block(Node.Fields block, boolean isApiError, boolean isSynthetic, ClaudeTranscript.Told told) {
        String type = block.textOr("type", "");
        switch (type) {
            case "text" -> {
                String text = block.textOr("text", "");
                if (isSynthetic && !isApiError) {
                    told.say(new Happening.Noted("assistant/synthetic"));
                } else if (isApiError) {
                    told.injected(Source.SYSTEM, "api-error", text);
                } else {
                    told.say(new Happening.AgentSpoke(text));
                }
            }
            case "thinking" -> told.say(new Happening.AgentThought(block.textOr("thinking", "")));
            case "redacted_thinking" -> told.say(new Happening.AgentThought(""));
            case "tool_use", "server_tool_use", "mcp_tool_use" -> {
                Node.Fields input = block.fields("input");
                String tool = block.textOr("name", "unnamed");
                told.say(new Happening.ToolCalled(
                        told.callId(block.textOr("id", "")),
                        tool,
                        Node.arguments(input),
                        ClaudeTools.action(tool, input)));
            }
            default -> {
                if (type.endsWith("_tool_result")) {
                    told.say(ClaudeResults.returned(block, told.callId(block.textOr("tool_use_id", ""))));
                } else {
                    told.say(new Happening.Unread(
                            "a block of the unknown type `" + type + "` in an answer",
                            String.join(", ", block.names())));
                }
            }
        }
    }

    /// Every line of one answer repeats its usage, the last one with the final counts: only what is new is told.
    private static void usage(Node.Fields message, ClaudeTranscript.Told told) {
        Node.Fields usage = message.fields("usage");
        Optional<String> id = message.text("id");
        if (id.isEmpty() || !usage.has("output_tokens")) {
            return;
        }
        Tokens stated = new Tokens(
                usage.number("input_tokens").orElse(0),
                usage.number("cache_read_input_tokens").orElse(0),
                usage.number("cache_creation_input_tokens").orElse(0),
                usage.number("output_tokens").orElse(0));
        Tokens added = told.usage().added(id.get(), stated);
        String model = message.textOr("model", "");
        if (!added.equals(Tokens.NONE) && !model.equals("<synthetic>")) {
            told.say(new Happening.TokensUsed(model, added));
        }
    }

    private void progress() {
        Node.Fields data = record.fields("data");
        String type = data.textOr("type", "");
        Node.Fields inner = data.fields("message");
        Optional<String> subagent = data.text("agentId").filter(id -> !id.isBlank());
        if (!type.equals("agent_progress") || subagent.isEmpty() || !inner.has("message")) {
            told.say(new Happening.Noted("progress/" + type));
            return;
        }
        told.startSubagent(subagent.get(), data.textOr("prompt", ""));
        ClaudeTranscript.Told within = told.within(subagent.get());
        within.begin(record);
        switch (inner.textOr("type", "")) {
            case "user" -> user(inner, within);
            case "assistant" -> assistant(inner, within);
            default -> within.say(new Happening.Noted("progress/agent_progress"));
        }
    }

    private void system() {
        String subtype = record.textOr("subtype", "");
        switch (subtype) {
            case "compact_boundary", "microcompact_boundary" -> {
                Node.Fields about = record.fields("compactMetadata");
                told.say(new Happening.ContextCompacted(
                        about.textOr("trigger", subtype),
                        about.number("preTokens").orElse(0)));
            }
            case "local_command" -> told.injected(Source.PERSON_COMMAND, "", record.textOr("content", ""));
            default -> told.say(new Happening.Noted("system/" + subtype));
        }
    }

    private void attachment(Node.Fields attachment) {
        String type = attachment.textOr("type", "");
        switch (type) {
            case "queued_command" -> {
                if (attachment.get("prompt") instanceof Node.Items items) {
                    new ClaudePrompt(record, told).blocks(items);
                } else {
                    new ClaudePrompt(record, told).words(attachment.textOr("prompt", ""), 0);
                }
            }
            case "nested_memory", "memory", "project_memory", "relevant_memories" ->
                told.injected(
                        Source.RULES, attachment.textOr("path", attachment.textOr("displayPath", type)), rendered());
            case "hook_additional_context",
                    "hook_blocking_error",
                    "hook_stopped_continuation",
                    "hook_error_during_execution",
                    "hook_non_blocking_error",
                    "hook_system_message" ->
                told.injected(Source.HOOK, attachment.textOr("hookName", ""), hookText(attachment));
            case "hook_success", "hook_cancelled", "prompt_snapshot" ->
                told.say(new Happening.Noted("attachment/" + type));
            default -> {
                if (type.isEmpty()) {
                    told.say(new Happening.Unread(
                            "an attachment without a type", String.join(", ", attachment.names())));
                } else {
                    told.injected(Source.ATTACHMENT, type, rendered());
                }
            }
        }
    }

    private static String hookText(Node.Fields attachment) {
        StringBuilder text = new StringBuilder(attachment.textOr("content", ""));
        for (Node line : attachment.items("content").nodes()) {
            if (line instanceof Node.Text each) {
                text.append(text.isEmpty() ? "" : "\n").append(each.value());
            }
        }
        Node.Fields error = attachment.fields("blockingError");
        return text.append(error.textOr("blockingError", "")).toString();
    }

    private String rendered() {
        StringBuilder text = new StringBuilder();
        for (Node each : record.items("rendered").nodes()) {
            if (each instanceof Node.Fields fields) {
                text.append(text.isEmpty() ? "" : "\n").append(fields.textOr("content", ""));
            }
        }
        Node.Fields attachment = record.fields("attachment");
        return text.isEmpty()
                ? attachment.textOr("content", attachment.fields("content").textOr("content", ""))
                : text.toString();
    }

    /// A message that the person typed while the agent worked. It is told when it leaves the queue for the agent,
    /// unless it becomes a prompt or, in later versions, an attachment of its own.
    private void queueOperation() {
        String operation = record.textOr("operation", "");
        Optional<String> content = record.text("content");
        switch (operation) {
            case "enqueue" -> {
                content.ifPresent(told.queued()::addLast);
                told.say(new Happening.Noted("queue-operation/enqueue"));
            }
            case "remove" -> {
                String words = Optional.ofNullable(told.queued().pollFirst())
                        .or(() -> content)
                        .orElse("");
                boolean isToldElsewhere = record.has("reason") || record.has("deliveryId");
                if (words.isBlank() || words.startsWith("/") || words.startsWith("<") || isToldElsewhere) {
                    told.say(new Happening.Noted("queue-operation/remove"));
                } else {
                    told.say(new Happening.TaskGiven(words, 0));
                }
            }
            default -> {
                if (operation.equals("dequeue")) {
                    told.queued().pollFirst();
                } else {
                    told.queued().clear();
                }
                told.say(new Happening.Noted("queue-operation/" + operation));
            }
        }
    }
}
