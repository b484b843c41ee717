package dev.fairlead.wire;

import dev.fairlead.core.event.Value;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Map;

/// The arguments of a call: an object, or a text that should be one.
///
/// @param fields what can be read of them
/// @param value as the agent gave them
public record Arguments(Node.Fields fields, Value.Fields value) {

    private static final JsonReader JSON = JsonReader.ofAll();

    /// Reads arguments. Of a text that is not JSON the text itself is the one argument.
    public static Arguments of(Node node) {
        return switch (node) {
            case Node.Fields fields -> new Arguments(fields, Node.arguments(fields));
            case Node.Text text -> ofText(text.value());
            case Node.Items items -> new Arguments(Node.Fields.NONE, single(Node.value(items)));
            case Node.Scalar _ -> new Arguments(Node.Fields.NONE, Value.Fields.NONE);
        };
    }

    private static Arguments ofText(String text) {
        try {
            List<Node> nodes = JSON.read(text);
            if (nodes.size() == 1 && nodes.getFirst() instanceof Node.Fields fields) {
                return new Arguments(fields, Node.arguments(fields));
            }
        } catch (MalformedJson notAnObject) {
            return new Arguments(Node.Fields.NONE, single(new Value.Text(text)));
        }
        return new Arguments(Node.Fields.NONE, text.isBlank() ? Value.Fields.NONE : single(new Value.Text(text)));
    }

    private static Value.Fields single(Value value) {
        return Value.Fields.of(Map.of("arguments", value));
    }
}
