package dev.fairlead.cli.connect;

import dev.fairlead.core.event.Value;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A JSON text that is changed in place: what is not touched keeps its comments, its order and its
/// layout.
///
/// @param text the whole
/// @param root where its outermost object stands
record JsonText(String text, Spot.Box root) {

    private static final String NEW = "{}\n";

    /// A text as it stands in a file; what is blank counts as an object without keys.
    static JsonText of(String text) throws MalformedSettings {
        String whole = text.isBlank() ? NEW : text;
        if (JsonScanner.scan(whole) instanceof Spot.Box box && whole.charAt(box.from()) == '{') {
            return new JsonText(whole, box);
        }
        throw new MalformedSettings("its outermost value is not an object");
    }

    /// What a string says that stands in a JSON text.
    static String string(String literal) throws MalformedSettings {
        if (node(literal) instanceof Node.Text read) {
            return read.value();
        }
        throw new MalformedSettings("`%s` is not a string".formatted(literal));
    }

    /// The value that stands at a spot, which has no comments in it.
    Value value(Spot spot) throws MalformedSettings {
        return Node.value(node(raw(spot)));
    }

    private static Node node(String json) throws MalformedSettings {
        try {
            List<Node> nodes = JsonReader.ofAll().read(json);
            if (nodes.size() == 1) {
                return nodes.getFirst();
            }
        } catch (MalformedJson fault) {
            throw new MalformedSettings(String.valueOf(fault.getMessage()));
        }
        throw new MalformedSettings("`%s` is not one value".formatted(json));
    }

    /// The characters at a spot.
    String raw(Spot spot) {
        return text.substring(spot.from(), spot.to());
    }

    /// The object or array under a key.
    ///
    /// @param opening its first character
    Optional<Spot.Box> box(Spot.Box within, String name, char opening) throws MalformedSettings {
        Optional<Spot.Entry> entry = within.entry(name);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        if (entry.get().value() instanceof Spot.Box box && text.charAt(box.from()) == opening) {
            return Optional.of(box);
        }
        throw new MalformedSettings("`%s` in it is not %s".formatted(name, opening == '{' ? "an object" : "a list"));
    }

    /// The text with one more entry at the end of an object or an array.
    ///
    /// @param name the key; empty in an array
    JsonText with(Spot.Box box, String name, Node value) throws MalformedSettings {
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        boolean isFlat =
                !box.entries().isEmpty() && !isBrokenBefore(box.entries().getFirst());
        String outer = blanksAtLineOf(box.from());
        String inner =
                isBrokenBeforeLast(box) ? blanksAtLineOf(box.entries().getLast().from()) : outer + unit();
        String key = name.isEmpty() ? "" : Json.quoted(name) + ": ";
        String entry = key + (isFlat ? Json.flat(value) : broken(value, inner, newline));
        String gap = isFlat ? " " : newline + inner;
        StringBuilder changed = new StringBuilder(text);
        if (box.entries().isEmpty()) {
            int end = endOfContent(box);
            changed.replace(end, box.to() - 1, gap + entry + newline + outer);
        } else {
            Spot.Entry last = box.entries().getLast();
            boolean hasComma = last.comma() != Spot.Entry.NO_COMMA;
            int end = hasComma ? last.comma() + 1 : last.value().to();
            // a comma after the last entry stays the habit of the file
            changed.insert(end, (hasComma ? "" : ",") + gap + entry + (hasComma ? "," : ""));
        }
        return of(changed.toString());
    }

    /// The text without an entry, and without the comma that then stands for nothing.
    JsonText without(Spot.Box box, int index) throws MalformedSettings {
        List<Spot.Entry> entries = box.entries();
        Spot.Entry gone = entries.get(index);
        StringBuilder changed = new StringBuilder(text);
        boolean hasComma = gone.comma() != Spot.Entry.NO_COMMA;
        int from = gone.from();
        while (Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        changed.delete(from, hasComma ? gone.comma() + 1 : gone.value().to());
        if (!hasComma && index > 0) {
            changed.deleteCharAt(entries.get(index - 1).comma());
        }
        if (entries.size() == 1) {
            int end = changed.charAt(from - 1) == text.charAt(box.from()) ? closing(changed, from) : from;
            changed.delete(from, end); // what is left between the brackets is blank
        }
        return of(changed.toString());
    }

    private static int closing(CharSequence text, int from) {
        int at = from;
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at) == '}' || text.charAt(at) == ']' ? at : from;
    }

    private int endOfContent(Spot.Box box) {
        int end = box.to() - 1;
        while (Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private boolean isBrokenBeforeLast(Spot.Box box) {
        return !box.entries().isEmpty() && isBrokenBefore(box.entries().getLast());
    }

    /// Whether an entry is the first on its line.
    private boolean isBrokenBefore(Spot.Entry entry) {
        int line = text.lastIndexOf('\n', entry.from() - 1) + 1;
        return line > 0 && text.substring(line, entry.from()).isBlank();
    }

    private String blanksAtLineOf(int place) {
        int line = text.lastIndexOf('\n', place - 1) + 1;
        int end = line;
        while (end < place && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(line, end);
    }

    /// By how much the file indents: as its first indented line does.
    private String unit() {
        return text.lines()
                .filter(line -> !line.isBlank() && (line.startsWith(" ") || line.startsWith("\t")))
                .map(line ->
                        line.substring(0, line.length() - line.stripLeading().length()))
                .findFirst()
                .orElse("  ");
    }

    /// A value as the whole text of a file.
    static String file(Node node) {
        return new JsonText("", new Spot.Box(0, 0, List.of())).broken(node, "", "\n") + "\n";
    }

    private String broken(Node node, String outer, String newline) {
        String inner = outer + unit();
        return switch (node) {
            case Node.Fields fields
            when !fields.names().isEmpty() ->
                fields.names().stream()
                        .map(name -> inner + Json.quoted(name) + ": " + broken(fields.get(name), inner, newline))
                        .collect(Collectors.joining("," + newline, "{" + newline, newline + outer + "}"));
            case Node.Items items
            when !items.nodes().isEmpty() ->
                items.nodes().stream()
                        .map(each -> inner + broken(each, inner, newline))
                        .collect(Collectors.joining("," + newline, "[" + newline, newline + outer + "]"));
            case Node.Fields _, Node.Items _, Node.Text _, Node.Scalar _ -> Json.flat(node);
        };
    }
}
