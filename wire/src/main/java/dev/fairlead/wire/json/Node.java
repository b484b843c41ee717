package dev.fairlead.wire.json;

import dev.fairlead.core.event.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// A JSON value as it was read. What a reader was told to pass over is not in it.
public sealed interface Node {

    /// A string.
    record Text(String value) implements Node {}

    /// A number, `true`, `false` or `null`, in the source's spelling.
    record Scalar(String literal) implements Node {
        /// True.
        public static final Scalar TRUE = new Scalar("true");
        /// False.
        public static final Scalar FALSE = new Scalar("false");
        /// Null.
        public static final Scalar NULL = new Scalar("null");
    }

    /// An array.
    record Items(List<Node> nodes) implements Node {
        /// An array without items.
        public static final Items NONE = new Items(List.of());
    }

    /// An object. Of a key that stands twice the last value counts, as for most readers.
    final class Fields implements Node {

        /// An object without keys.
        public static final Fields NONE = new Fields(List.of(), List.of());

        private final List<String> names;
        private final List<Node> nodes;

        Fields(List<String> names, List<Node> nodes) {
            this.names = names;
            this.nodes = nodes;
        }

        /// An object with these keys and the values at the same places.
        public static Fields of(List<String> names, List<Node> nodes) {
            if (names.size() != nodes.size()) {
                throw new IllegalArgumentException("%d keys and %d values".formatted(names.size(), nodes.size()));
            }
            return new Fields(List.copyOf(names), List.copyOf(nodes));
        }

        /// The value under a key; null's node where there is none.
        public Node get(String name) {
            for (int i = names.size() - 1; i >= 0; i--) {
                if (names.get(i).equals(name)) {
                    return nodes.get(i);
                }
            }
            return Scalar.NULL;
        }

        /// Whether there is such a key.
        public boolean has(String name) {
            return names.contains(name);
        }

        /// The keys, in the order of the source.
        public List<String> names() {
            return List.copyOf(names);
        }

        /// The string under a key, where there is one.
        public Optional<String> text(String name) {
            return get(name) instanceof Text text ? Optional.of(text.value()) : Optional.empty();
        }

        /// The string under a key, empty where there is none.
        public String textOr(String name, String otherwise) {
            return get(name) instanceof Text text ? text.value() : otherwise;
        }

        /// Whether `true` stands under a key.
        public boolean isTrue(String name) {
            return get(name) instanceof Scalar scalar && scalar.literal().equals("true");
        }

        /// The object under a key; one without keys where there is none.
        public Fields fields(String name) {
            return get(name) instanceof Fields fields ? fields : NONE;
        }

        /// The array under a key; one without items where there is none.
        public Items items(String name) {
            return get(name) instanceof Items items ? items : Items.NONE;
        }

        /// The whole number under a key, where there is one that fits.
        public OptionalLong number(String name) {
            if (get(name) instanceof Scalar scalar) {
                try {
                    return OptionalLong.of(Long.parseLong(scalar.literal()));
                } catch (NumberFormatException notWhole) {
                    return OptionalLong.empty();
                }
            }
            return OptionalLong.empty();
        }

        /// The whole number under a key, where there is one that fits an `int`.
        public OptionalInt integer(String name) {
            OptionalLong number = number(name);
            return number.isPresent() && number.getAsLong() == (int) number.getAsLong()
                    ? OptionalInt.of((int) number.getAsLong())
                    : OptionalInt.empty();
        }
    }

    /// An object that was not read from JSON.
    static Fields fields(List<String> names, List<Node> nodes) {
        return new Fields(List.copyOf(names), List.copyOf(nodes));
    }

    /// The same as an argument of a call.
    static Value value(Node node) {
        return switch (node) {
            case Text text -> new Value.Text(text.value());
            case Scalar scalar ->
                switch (scalar.literal()) {
                    case "true" -> new Value.Flag(true);
                    case "false" -> new Value.Flag(false);
                    case "null" -> new Value.Nothing();
                    default -> new Value.Numeral(scalar.literal());
                };
            case Items items -> {
                List<Value> values = new ArrayList<>(items.nodes().size());
                for (Node item : items.nodes()) {
                    values.add(value(item));
                }
                yield new Value.Items(values);
            }
            case Fields fields -> arguments(fields);
        };
    }

    /// An object as the arguments of a call.
    static Value.Fields arguments(Fields fields) {
        SortedMap<String, Value> values = new TreeMap<>();
        for (int i = 0; i < fields.names.size(); i++) {
            values.put(fields.names.get(i), value(fields.nodes.get(i)));
        }
        return new Value.Fields(values);
    }
}
