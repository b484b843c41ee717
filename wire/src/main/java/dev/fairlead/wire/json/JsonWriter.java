package dev.fairlead.wire.json;

import dev.fairlead.core.event.Value;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON to a text stream, key by key. What the stream cannot take is thrown as an [UncheckedIOException].
public final class JsonWriter implements AutoCloseable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();
    /// Looks at each character, which takes three times as long: for texts that need it.
    private static final JsonFactory ESCAPING =
            FACTORY.rebuild().characterEscapes(new Surrogates()).build();

    private final JsonGenerator generator;

    /// A writer of one JSON value to a stream, which stays open.
    public JsonWriter(Writer target) {
        this.generator = FACTORY.createGenerator(ObjectWriteContext.empty(), new Target(target));
    }

    /// The stream, whose faults come out as they are; the generator would make exceptions of its own of them.
    private static final class Target extends FilterWriter {

        Target(Writer stream) {
            super(stream);
        }

        @Override
        public void write(int character) {
            try {
                out.write(character);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        @Override
        public void write(char[] text, int from, int length) {
            try {
                out.write(text, from, length);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        @Override
        public void write(String text, int from, int length) {
            try {
                out.write(text, from, length);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    /// Begins an object.
    public JsonWriter object() {
        generator.writeStartObject();
        return this;
    }

    /// Begins an object under a key.
    public JsonWriter object(String key) {
        generator.writeName(key);
        return object();
    }

    /// Ends an object.
    public JsonWriter endObject() {
        generator.writeEndObject();
        return this;
    }

    /// Begins an array under a key.
    public JsonWriter array(String key) {
        generator.writeName(key);
        generator.writeStartArray();
        return this;
    }

    /// Begins an array.
    public JsonWriter list() {
        generator.writeStartArray();
        return this;
    }

    /// Ends an array.
    public JsonWriter endArray() {
        generator.writeEndArray();
        return this;
    }

    /// A string under a key.
    public JsonWriter text(String key, String value) {
        generator.writeName(key);
        string(value);
        return this;
    }

    /// A string as an item of an array.
    public JsonWriter item(String value) {
        string(value);
        return this;
    }

    private void string(String value) {
        if (hasHalves(value)) {
            generator.writeRawValue(escaped(value));
        } else {
            generator.writeString(value);
        }
    }

    private static boolean hasHalves(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean isWhole = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!isWhole) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static String escaped(String value) {
        StringWriter escaped = new StringWriter(value.length() + 16);
        try (JsonGenerator escaping = ESCAPING.createGenerator(ObjectWriteContext.empty(), escaped)) {
            escaping.writeString(value);
        }
        return escaped.toString();
    }

    /// A whole number under a key.
    public JsonWriter number(String key, long value) {
        generator.writeName(key);
        generator.writeNumber(value);
        return this;
    }

    /// A number under a key.
    public JsonWriter number(String key, double value) {
        generator.writeName(key);
        generator.writeNumber(value);
        return this;
    }

    /// Any argument of a call under a key, numbers in their own spelling.
    public JsonWriter value(String key, Value value) {
        generator.writeName(key);
        write(value);
        return this;
    }

    /// Any argument of a call.
    public JsonWriter value(Value value) {
        write(value);
        return this;
    }

    private void write(Value value) {
        switch (value) {
            case Value.Text text -> string(text.text());
            case Value.Numeral numeral -> generator.writeNumber(numeral.literal());
            case Value.Flag flag -> generator.writeBoolean(flag.set());
            case Value.Nothing _ -> generator.writeNull();
            case Value.Items items -> {
                generator.writeStartArray();
                items.values().forEach(this::write);
                generator.writeEndArray();
            }
            case Value.Fields fields -> {
                generator.writeStartObject();
                fields.values().forEach((key, each) -> value(key, each));
                generator.writeEndObject();
            }
        }
    }

    /// True or false under a key.
    public JsonWriter flag(String key, boolean value) {
        generator.writeName(key);
        generator.writeBoolean(value);
        return this;
    }

    /// Escapes halves of characters, which agents' texts hold where they were cut and which UTF-8 cannot write.
    private static final class Surrogates extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            return standardAsciiEscapesForJSON();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            boolean isHalf = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            return isHalf ? new SerializedString("\\u%04x".formatted(character)) : null;
        }
    }

    /// Hands everything written to the stream.
    @Override
    public void close() {
        generator.close();
    }
}
