package dev.fairlead.wire.cline;

import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.Chronicle.Told;
import dev.fairlead.wire.json.Node;
import java.util.List;

/// One message of a session, told as events.
final class ClineMessage {

    private static final String INPUT = "<user_input";
    private static final String INPUT_END = "</user_input>";
    private static final String HOOK = "<hook_context";
    private static final String HOOK_END = "</hook_context>";

    private final Node.Fields message;
    private final ClineCalls calls;
    private final Told told;
    private int images;

    ClineMessage(Node.Fields message, ClineCalls calls, Told told) {
        this.message = message;
        this.calls = calls;
        this.told = told;
    }

    void tell() {
        Node content = message.get("content");
        List<Node> blocks = content instanceof Node.Items items ? items.nodes() : List.of(content);
        String role = message.textOr("role", "");
        Node.Fields metadata = message.fields("metadata");
        if (metadata.textOr("kind", "").equals("compaction_summary")) {
            long before = metadata.number("tokensBefore").orElse(0);
            told.say(new Happening.ContextCompacted("unstated", before));
            told.injected(Source.SUMMARY, "", metadata.textOr("summary", ""));
        } else if (metadata.isTrue("displayOnly")) {
            told.note("displayOnly");
        } else if (role.equals("user")) {
            images = images(blocks);
            blocks.forEach(this::prompt);
            if (images > 0) {
                told.say(new Happening.TaskGiven("", images));
            }
        } else if (role.equals("assistant")) {
            blocks.forEach(this::answer);
            told.used(message.fields("modelInfo").textOr("id", ""), message.textOr("id", ""), tokens());
        } else {
            told.unread("a message of the unknown role `" + role + "`", message);
        }
        if (!told.hasSpoken()) {
            told.note(role + "/empty");
        }
    }

    private static int images(List<Node> blocks) {
        int images = 0;
        for (Node each : blocks) {
            boolean isImage = each instanceof Node.Fields block
                    && block.textOr("type", "").equals("image");
            images += isImage ? 1 : 0;
        }
        return images;
    }

    private void prompt(Node node) {
        if (node instanceof Node.Text text) {
            words(text.value());
        } else if (node instanceof Node.Fields block) {
            String type = block.textOr("type", "");
            switch (type) {
                case "text" -> words(block.textOr("text", ""));
                case "tool_result" -> calls.returned(block, told);
                case "file" -> told.injected(Source.ATTACHMENT, block.textOr("path", ""), block.textOr("content", ""));
                case "image" -> {}
                default -> told.unread("a block of the unknown type `" + type + "` in a prompt", block);
            }
        }
    }

    private void words(String text) {
        if (text.startsWith(HOOK)) {
            hooks(text);
        } else if (text.startsWith(INPUT)) {
            int from = text.indexOf('>') + 1;
            int to = text.indexOf(INPUT_END);
            boolean isClosed = from > 0 && to >= from;
            task(isClosed ? text.substring(from, to) : text);
            told.injected(
                    Source.SYSTEM,
                    "",
                    isClosed ? text.substring(to + INPUT_END.length()).strip() : "");
        } else if (text.startsWith("<mode_notice") || isFromClient()) {
            told.injected(Source.SYSTEM, "", text);
        } else {
            task(text);
        }
    }

    /// Tells what hooks added, each between tags of the client's.
    private void hooks(String text) {
        int open = 0;
        while (open >= 0) {
            int next = text.indexOf("\n" + HOOK, open + 1);
            String each = next < 0 ? text.substring(open) : text.substring(open, next);
            int from = each.indexOf('>') + 1;
            int to = each.lastIndexOf(HOOK_END);
            told.injected(
                    Source.HOOK,
                    source(each.substring(0, from)),
                    to >= from ? each.substring(from, to).strip() : each);
            open = next;
        }
    }

    private boolean isFromClient() {
        return message.fields("metadata").textOr("displayRole", "").equals("system");
    }

    private void task(String words) {
        told.say(new Happening.TaskGiven(words, images));
        images = 0;
    }

    private static String source(String tag) {
        int from = tag.indexOf("source=\"");
        int to = from < 0 ? -1 : tag.indexOf('"', from + "source=\"".length());
        return to < 0 ? "" : tag.substring(from + "source=\"".length(), to);
    }

    private void answer(Node node) {
        if (node instanceof Node.Text text) {
            told.say(new Happening.AgentSpoke(text.value()));
        } else if (node instanceof Node.Fields block) {
            String type = block.textOr("type", "");
            switch (type) {
                case "text" -> told.say(new Happening.AgentSpoke(block.textOr("text", "")));
                case "thinking" -> told.say(new Happening.AgentThought(block.textOr("thinking", "")));
                case "redacted_thinking" -> told.say(new Happening.AgentThought(""));
                case "tool_use" -> calls.called(block, told);
                case "media" -> told.note("assistant/media");
                default -> told.unread("a block of the unknown type `" + type + "` in an answer", block);
            }
        }
    }

    /// The client counts cached tokens as input as well.
    private Tokens tokens() {
        Node.Fields counts = message.fields("metrics");
        long cached = counts.number("cacheReadTokens").orElse(0);
        long written = counts.number("cacheWriteTokens").orElse(0);
        long input = counts.number("inputTokens").orElse(0);
        return new Tokens(
                Math.max(0, input - cached - written),
                cached,
                written,
                counts.number("outputTokens").orElse(0));
    }
}
