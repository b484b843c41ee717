package dev.fairlead.cli.connect;

import dev.fairlead.core.event.Value;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.Node;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// JSON values, built and written in few words.
public final class Json {

    private Json() {}

    /// An object of keys and values in turn. A value may be a node, a string, a list, a number, or true
    /// or false.
    public static Node.Fields object(Object... keysAndValues) {
        List<Integer> pairs =
                IntStream.range(0, keysAndValues.length / 2).boxed().toList();
        return Node.fields(
                pairs.stream().map(i -> String.valueOf(keysAndValues[2 * i])).toList(),
                pairs.stream().map(i -> node(keysAndValues[2 * i + 1])).toList());
    }

    private static Node node(Object value) {
        return switch (value) {
            case Node node -> node;
            case String string -> new Node.Text(string);
            case List<?> list -> new Node.Items(list.stream().map(Json::node).toList());
            case Object other -> new Node.Scalar(String.valueOf(other));
        };
    }

    /// A value on one line.
    public static String flat(Node node) {
        return switch (node) {
            case Node.Text string -> quoted(string.value());
            case Node.Scalar scalar -> scalar.literal();
            case Node.Items items -> items.nodes().stream().map(Json::flat).collect(Collectors.joining(", ", "[", "]"));
            case Node.Fields fields ->
                fields.names().stream()
                        .map(name -> quoted(name) + ": " + flat(fields.get(name)))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /// A string as JSON writes it.
    static String quoted(String string) {
        StringWriter written = new StringWriter();
        try (JsonWriter json = new JsonWriter(written)) {
            json.value(new Value.Text(string));
        }
        return written.toString();
    }
}
