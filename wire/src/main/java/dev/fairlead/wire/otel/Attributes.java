package dev.fairlead.wire.otel;

import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Attributes: lists of keys with typed values, read as plain JSON objects, and looked up under whichever name a
/// sender gives a thing.
final class Attributes {

    private static final JsonReader JSON = JsonReader.ofAll();

    private Attributes() {}

    /// A list of attributes as an object.
    static Node.Fields plain(Node.Items attributes) {
        List<String> names = new ArrayList<>(attributes.nodes().size());
        List<Node> nodes = new ArrayList<>(attributes.nodes().size());
        for (Node each : attributes.nodes()) {
            if (each instanceof Node.Fields attribute) {
                names.add(attribute.textOr("key", ""));
                nodes.add(value(attribute.fields("value")));
            }
        }
        return Node.Fields.of(names, nodes);
    }

    /// A typed value as a plain one.
    static Node value(Node.Fields typed) {
        if (typed.names().isEmpty()) {
            return Node.Scalar.NULL;
        }
        String type = typed.names().getFirst();
        Node value = typed.get(type);
        return switch (type) {
            case "arrayValue" ->
                new Node.Items(
                        value instanceof Node.Fields array
                                ? array.items("values").nodes().stream()
                                        .map(each -> each instanceof Node.Fields one ? value(one) : each)
                                        .toList()
                                : List.of());
            case "kvlistValue" -> value instanceof Node.Fields list ? plain(list.items("values")) : Node.Fields.NONE;
            case "intValue" ->
                value instanceof Node.Text text && whole(text.value()).isPresent()
                        ? new Node.Scalar(text.value())
                        : value;
            default -> value;
        };
    }

    /// The text under the first of some keys that has one which is not blank.
    static Optional<String> text(Node.Fields attributes, List<String> keys) {
        for (String key : keys) {
            Optional<String> text = attributes.text(key).filter(each -> !each.isBlank());
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /// The whole number under the first of some keys that has one; many senders write numbers as texts.
    static OptionalLong number(Node.Fields attributes, List<String> keys) {
        for (String key : keys) {
            OptionalLong number = attributes.number(key);
            if (number.isEmpty()) {
                number = whole(attributes.textOr(key, ""));
            }
            if (number.isPresent()) {
                return number;
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong whole(String text) {
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notWhole) {
            return OptionalLong.empty();
        }
    }

    /// Whether true, or a text that says so, stands under one of some keys; empty where neither is there.
    static Optional<Boolean> flag(Node.Fields attributes, List<String> keys) {
        for (String key : keys) {
            String said =
                    attributes.get(key) instanceof Node.Scalar scalar ? scalar.literal() : attributes.textOr(key, "");
            if (said.equals("true") || said.equals("false")) {
                return Optional.of(said.equals("true"));
            }
        }
        return Optional.empty();
    }

    /// What stands under the first of some keys that is there: an object or array as such, or the JSON in a text.
    static Optional<Node> structure(Node.Fields attributes, List<String> keys) {
        for (String key : keys) {
            Node node = attributes.get(key);
            if (node instanceof Node.Text text) {
                return Optional.of(parsed(text));
            }
            if (node instanceof Node.Fields || node instanceof Node.Items) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /// The JSON object, array or string in a text; the text itself where it is none.
    static Node parsed(Node.Text text) {
        String words = text.value().strip();
        if (!words.startsWith("{") && !words.startsWith("[") && !words.startsWith("\"")) {
            return text;
        }
        try {
            List<Node> read = JSON.read(words);
            return read.size() == 1 ? read.getFirst() : text;
        } catch (MalformedJson cutOff) {
            return text;
        }
    }
}
