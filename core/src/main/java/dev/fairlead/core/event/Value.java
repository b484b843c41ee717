package dev.fairlead.core.event;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// An argument of a tool call: the shapes that JSON can say, with the keys of objects in order, so that two calls
/// with the same arguments are equal however their agent ordered them.
public sealed interface Value {

    /// A string.
    record Text(String text) implements Value {}

    /// A number, in the source's own spelling.
    record Numeral(String literal) implements Value {}

    /// True or false.
    record Flag(boolean set) implements Value {}

    /// An explicit null.
    record Nothing() implements Value {}

    /// An array.
    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    /// An object, keys ascending.
    record Fields(SortedMap<String, Value> values) implements Value {

        /// An object without keys.
        public static final Fields NONE = new Fields(new TreeMap<>());

        public Fields {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        /// An object with these keys.
        public static Fields of(Map<String, ? extends Value> values) {
            return new Fields(new TreeMap<>(values));
        }

        /// The string under a key, where there is one.
        public Optional<String> text(String key) {
            return values.get(key) instanceof Text found ? Optional.of(found.text()) : Optional.empty();
        }

        /// The first of these keys that holds a string.
        public Optional<String> firstText(String... keys) {
            for (String key : keys) {
                if (values.get(key) instanceof Text found) {
                    return Optional.of(found.text());
                }
            }
            return Optional.empty();
        }

        /// Whether a key holds `true`.
        public boolean isSet(String key) {
            return values.get(key) instanceof Flag flag && flag.set();
        }
    }
}
