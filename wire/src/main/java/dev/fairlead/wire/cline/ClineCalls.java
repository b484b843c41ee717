package dev.fairlead.wire.cline;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.wire.Chronicle.Told;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The calls of a session and their results.
///
/// One call of this agent may run several commands or read several files, each with a result and a flag of its own.
/// Such a call is told as several: the first bears the call's id, the others the id and their number.
final class ClineCalls {

    private static final String EXIT = "Command exited with code ";
    private static final String REFUSED = "NOT a tool or system failure. Clarify with user before proceeding.";
    private static final String DENIED = "is disabled by policy";

    private final Map<String, Integer> parts = new LinkedHashMap<>();

    void called(Node.Fields block, Told told) {
        String id = told.callId(block.textOr("id", "")).value();
        String tool = block.textOr("name", "unnamed");
        List<ClineTools.Part> whole = ClineTools.parts(tool, block.fields("input"));
        parts.put(id, whole.size());
        for (int i = 0; i < whole.size(); i++) {
            told.called(new ToolCalled(
                    id(id, i), tool, whole.get(i).arguments(), whole.get(i).action()));
        }
    }

    void returned(Node.Fields block, Told told) {
        String id = told.callId(block.textOr("tool_use_id", "")).value();
        boolean isError = block.isTrue("is_error");
        List<Item> items = items(block.get("content"));
        int count = parts.getOrDefault(id, 1);
        boolean isEach = items.size() == count;
        for (int i = 0; i < count; i++) {
            Item item = isEach
                    ? items.get(i)
                    : i == 0 ? Item.all(items) : Item.all(items).withoutText();
            Outcome outcome = isError ? failed(item.text()) : item.outcome();
            told.returned(
                    new ToolReturned(id(id, i), outcome, item.exitStatus(), item.text(), item.images()), "tool_result");
        }
    }

    /// Which of the ways to go wrong it was stands in the client's own sentences.
    private static Outcome failed(String text) {
        return text.contains(REFUSED) ? Outcome.REFUSED : text.contains(DENIED) ? Outcome.DENIED : Outcome.FAILED;
    }

    static CallId id(String call, int part) {
        return new CallId(part == 0 ? call : call + "#" + (part + 1));
    }

    /// One result of a call.
    private record Item(Outcome outcome, OptionalInt exitStatus, String text, int images) {

        static Item of(Node.Fields item) {
            if (item.has("type")) {
                boolean isImage = item.textOr("type", "").equals("image");
                String text = item.textOr("text", item.textOr("content", ""));
                return new Item(Outcome.UNSTATED, OptionalInt.empty(), text, isImage ? 1 : 0);
            }
            Item inner = all(ClineCalls.items(item.get("result")));
            String error = item.textOr("error", "");
            String text = inner.text.isEmpty() ? item.textOr("text", "") : inner.text;
            OptionalInt status = error.startsWith(EXIT) ? number(error.substring(EXIT.length())) : OptionalInt.empty();
            String envelope = "[" + error + "]\n";
            boolean isEnveloped = status.isPresent() && text.startsWith(envelope);
            String said = isEnveloped ? text.substring(envelope.length()) : text;
            boolean isMissing = status.isEmpty() && !error.isEmpty() && !said.contains(error);
            String shown = isMissing ? (said.isEmpty() ? error : said + "\n" + error) : said;
            boolean hasFailed = item.get("success") instanceof Node.Scalar flag && flag.equals(Node.Scalar.FALSE);
            Outcome outcome = hasFailed || !error.isEmpty()
                    ? Outcome.FAILED
                    : item.isTrue("success") || item.textOr("finishReason", "").equals("completed")
                            ? Outcome.SUCCEEDED
                            : Outcome.UNSTATED;
            return new Item(outcome, status, shown, inner.images);
        }

        /// All as one, which failed where one failed.
        static Item all(List<Item> items) {
            List<String> texts = new ArrayList<>();
            boolean hasFailed = false;
            boolean isStated = !items.isEmpty();
            int images = 0;
            for (Item each : items) {
                if (!each.text.isEmpty()) {
                    texts.add(each.text);
                }
                hasFailed |= each.outcome == Outcome.FAILED;
                isStated &= each.outcome != Outcome.UNSTATED;
                images += each.images;
            }
            Outcome outcome = hasFailed ? Outcome.FAILED : isStated ? Outcome.SUCCEEDED : Outcome.UNSTATED;
            OptionalInt status = items.size() == 1 ? items.getFirst().exitStatus : OptionalInt.empty();
            return new Item(outcome, status, String.join("\n", texts), images);
        }

        Item withoutText() {
            return new Item(outcome, exitStatus, "", 0);
        }

        private static OptionalInt number(String text) {
            try {
                return OptionalInt.of(Integer.parseInt(text.strip()));
            } catch (NumberFormatException none) {
                return OptionalInt.empty();
            }
        }
    }

    /// The results in a content: an object or a list of them, as JSON or as JSON within a string.
    private static List<Item> items(Node content) {
        return switch (content) {
            case Node.Text text -> inText(text.value());
            case Node.Fields fields -> List.of(Item.of(fields));
            case Node.Items items -> {
                List<Item> all = new ArrayList<>();
                for (Node each : items.nodes()) {
                    all.addAll(each instanceof Node.Text text ? List.of(plain(text.value())) : items(each));
                }
                yield all;
            }
            case Node.Scalar _ -> List.of();
        };
    }

    private static List<Item> inText(String text) {
        if (text.startsWith("{\"") || text.startsWith("[{\"")) {
            try {
                List<Node> nodes = JsonReader.ofAll().read(text);
                if (nodes.size() == 1 && isResult(nodes.getFirst())) {
                    return items(nodes.getFirst());
                }
            } catch (MalformedJson plain) {
                return List.of(plain(text));
            }
        }
        return List.of(plain(text));
    }

    /// Whether this is the client's own form, and not JSON that a tool printed.
    private static boolean isResult(Node node) {
        return switch (node) {
            case Node.Fields fields ->
                fields.has("success") && fields.has("query")
                        || fields.has("finishReason")
                        || fields.names().equals(List.of("error"));
            case Node.Items items ->
                !items.nodes().isEmpty() && items.nodes().stream().allMatch(ClineCalls::isResult);
            case Node.Text _, Node.Scalar _ -> false;
        };
    }

    private static Item plain(String text) {
        return new Item(Outcome.UNSTATED, OptionalInt.empty(), text, 0);
    }
}
