package dev.fairlead.wire.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON up to its first fault, and keeps what was open there.
final class TornJson {

    private final JsonFactory factory;
    private final Predicate<String> isWanted;
    private final Predicate<String> isKeptWhole;
    private String fault = "";

    TornJson(JsonFactory factory, Predicate<String> isWanted, Predicate<String> isKeptWhole) {
        this.factory = factory;
        this.isWanted = isWanted;
        this.isKeptWhole = isKeptWhole;
    }

    JsonReader.Torn read(byte[] bytes) {
        List<Node> nodes = new ArrayList<>(1);
        byte[] mended = new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), mended, 0, mended.length)) {
            for (JsonToken token = next(parser); token != null; token = next(parser)) {
                node(parser, token, false).ifPresent(nodes::add);
            }
        }
        return new JsonReader.Torn(nodes, fault);
    }

    /// The next token; `NOT_AVAILABLE` stands for none, since there is no more after a fault.
    private @Nullable JsonToken next(JsonParser parser) {
        if (!fault.isEmpty()) {
            return null;
        }
        try {
            return parser.nextToken();
        } catch (JacksonException met) {
            String message = met.getOriginalMessage();
            fault = message == null ? "not JSON" : message;
            return null;
        }
    }

    private Optional<Node> node(JsonParser parser, JsonToken token, boolean whole) {
        return switch (token) {
            case START_OBJECT -> Optional.of(fields(parser, whole));
            case START_ARRAY -> Optional.of(items(parser, whole));
            case VALUE_TRUE -> Optional.of(Node.Scalar.TRUE);
            case VALUE_FALSE -> Optional.of(Node.Scalar.FALSE);
            case VALUE_NULL -> Optional.of(Node.Scalar.NULL);
            default -> scalar(parser, token);
        };
    }

    private Optional<Node> scalar(JsonParser parser, JsonToken token) {
        try {
            String text = parser.getString();
            return Optional.of(token == JsonToken.VALUE_STRING ? new Node.Text(text) : new Node.Scalar(text));
        } catch (JacksonException met) {
            fault = String.valueOf(met.getOriginalMessage());
            return Optional.empty();
        }
    }

    private Node.Fields fields(JsonParser parser, boolean whole) {
        List<String> names = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        for (JsonToken token = next(parser); token == JsonToken.PROPERTY_NAME; token = next(parser)) {
            String name = parser.currentName();
            JsonToken first = next(parser);
            if (first == null) {
                break;
            }
            boolean isWhole = whole || isKeptWhole.test(name);
            Optional<Node> value = node(parser, first, isWhole);
            if (isWhole || isWanted.test(name)) {
                value.ifPresent(each -> {
                    names.add(name);
                    nodes.add(each);
                });
            }
        }
        return new Node.Fields(names, nodes);
    }

    private Node.Items items(JsonParser parser, boolean whole) {
        List<Node> nodes = new ArrayList<>();
        for (JsonToken token = next(parser); token != null && token != JsonToken.END_ARRAY; token = next(parser)) {
            node(parser, token, whole).ifPresent(nodes::add);
        }
        return new Node.Items(nodes);
    }
}
