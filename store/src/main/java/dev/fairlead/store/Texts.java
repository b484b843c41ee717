package dev.fairlead.store;

import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Texts as databases take them.
final class Texts {

    private static final char UNWRITABLE = '\uFFFD';
    private static final JsonReader JSON = JsonReader.ofAll();

    private Texts() {}

    /// The text without what a database cannot hold: zeros, which PostgreSQL refuses, and halves of
    /// characters, which UTF-8 cannot say. Agents' texts have both.
    static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnwritable(text, i)) {
                return mended(text);
            }
        }
        return text;
    }

    private static boolean isUnwritable(String text, int at) {
        char c = text.charAt(at);
        if (c == 0) {
            return true;
        }
        if (!Character.isSurrogate(c)) {
            return false;
        }
        boolean isFirst =
                Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        boolean isSecond = Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        return !isFirst && !isSecond;
    }

    private static String mended(String text) {
        StringBuilder mended = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isUnwritable(text, i)) {
                mended.setCharAt(i, UNWRITABLE);
            }
        }
        return mended.toString();
    }

    /// The beginning of a text, in one line and not cut within a character.
    static String beginning(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= most) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
        return line.substring(0, end) + "…";
    }

    /// A pattern that finds a text anywhere, small or capital.
    static String pattern(String text) {
        StringBuilder pattern = new StringBuilder("%");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' || c == '_' || c == '\\') {
                pattern.append('\\');
            }
            pattern.append(c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c);
        }
        return pattern.append('%').toString();
    }

    /// Texts as one array of JSON.
    static String list(List<String> texts) {
        return json(json -> {
            json.list();
            texts.forEach(json::item);
            json.endArray();
        });
    }

    /// What was written as JSON.
    static String json(Consumer<JsonWriter> written) {
        StringWriter text = new StringWriter(64);
        try (JsonWriter json = new JsonWriter(text)) {
            written.accept(json);
        }
        return text.toString();
    }

    /// The texts of one array of JSON.
    static List<String> texts(String list) {
        List<String> texts = new ArrayList<>();
        for (Node each : items(list)) {
            if (each instanceof Node.Text text) {
                texts.add(text.value());
            }
        }
        return texts;
    }

    /// The items of one array of JSON; none where it is not one.
    static List<Node> items(String list) {
        try {
            List<Node> read = JSON.read(list);
            return read.size() == 1 && read.getFirst() instanceof Node.Items items ? items.nodes() : List.of();
        } catch (MalformedJson fault) {
            return List.of();
        }
    }
}
