package dev.fairlead.wire.json;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON to a text stream, key by key. What the stream cannot take is thrown as an unchecked exception.
public final class JsonWriter implements AutoCloseable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private final JsonGenerator generator;

    /// A writer of one JSON value to a stream, which stays open.
    public JsonWriter(Writer target) {
        this.generator = FACTORY.createGenerator(ObjectWriteContext.empty(), target);
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

    /// Ends an array.
    public JsonWriter endArray() {
        generator.writeEndArray();
        return this;
    }

    /// A string under a key.
    public JsonWriter text(String key, String value) {
        generator.writeName(key);
        generator.writeString(value);
        return this;
    }

    /// A string as an item of an array.
    public JsonWriter item(String value) {
        generator.writeString(value);
        return this;
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

    /// True or false under a key.
    public JsonWriter flag(String key, boolean value) {
        generator.writeName(key);
        generator.writeBoolean(value);
        return this;
    }

    /// Hands everything written to the stream.
    @Override
    public void close() {
        generator.close();
    }
}
