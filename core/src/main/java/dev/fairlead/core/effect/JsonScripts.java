package dev.fairlead.core.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the commands in a JSON or TOML file by its texts and brackets, so that a piece of a file reads as well as a
/// whole one.
final class JsonScripts {

    private static final int DEEPEST = 10_000;
    private static final List<String> SECTIONS = List.of("scripts", "tasks");

    private final String text;
    private final List<Frame> open = new ArrayList<>();
    private final List<Frame> closed = new ArrayList<>();
    private String key = "";
    private int at;

    /// An object or an array.
    ///
    /// @param name the key that it stands behind
    private record Frame(String name, boolean isArray, List<Member> members) {}

    /// A text in an object, or in an array, which is then named as the array is.
    private record Member(String name, String value) {}

    private JsonScripts(String text) {
        this.text = text;
    }

    /// The scripts of a package by their names.
    static List<Recipe> ofPackage(String text) {
        List<Frame> frames = new JsonScripts(text).read();
        boolean isWhole = SECTIONS.stream().anyMatch(section -> text.contains('"' + section + '"'));
        List<Recipe> recipes = new ArrayList<>();
        for (Frame frame : frames) {
            boolean isSection = SECTIONS.contains(frame.name());
            if (isSection || !isWhole) {
                frame.members().stream()
                        .limit(Recipe.MOST)
                        .forEach(member -> recipes.add(Recipe.of(member.name(), member.value())));
            }
        }
        return recipes;
    }

    /// What an agent runs by itself: each `command`, with its `args`, and each program that it asks for keys or tells
    /// of
    /// what it did.
    static List<String> ofAgent(String text) {
        boolean isToml = !text.stripLeading().startsWith("{") && !text.contains("\":");
        List<Frame> frames = new JsonScripts(isToml ? asJson(text) : text).read();
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < frames.size() && commands.size() < Recipe.MOST; i++) {
            Frame frame = frames.get(i);
            Optional<Member> command = frame.members().stream()
                    .filter(member -> List.of("command", "apiKeyHelper").contains(member.name()) && !frame.isArray())
                    .findFirst();
            if (command.isPresent()) {
                commands.add(command.get().value() + arguments(frames, i));
            } else if (frame.isArray() && List.of("notify", "command").contains(frame.name())) {
                commands.add(line(frame).strip());
            }
        }
        return commands;
    }

    /// The arguments of a command are an array within its object, which was closed before the object was.
    private static String arguments(List<Frame> frames, int object) {
        for (int i = object - 1; i >= 0 && i >= object - 3; i--) {
            Frame frame = frames.get(i);
            if (frame.members().stream().anyMatch(member -> member.name().equals("command"))) {
                break; // another command's
            }
            if (frame.isArray() && frame.name().equals("args")) {
                return " " + line(frame);
            }
        }
        return "";
    }

    /// Every text in a list.
    static List<String> texts(String list) {
        List<String> texts = new ArrayList<>();
        new JsonScripts(list).read().forEach(frame -> frame.members().forEach(member -> texts.add(member.value())));
        return texts;
    }

    private static String line(Frame arguments) {
        StringBuilder line = new StringBuilder();
        arguments
                .members()
                .forEach(each ->
                        line.append(Quoting.quoted(Argument.of(each.value()))).append(' '));
        return line.toString();
    }

    /// Tables become objects, and keys that stand before an equals sign are put in quotes.
    private static String asJson(String toml) {
        StringBuilder json = new StringBuilder("{");
        for (String line : toml.lines().toList()) {
            int equals = line.indexOf('=');
            String name = equals < 0 ? "" : line.substring(0, equals).strip();
            if (line.strip().startsWith("[") && equals < 0) {
                json.append("}{");
            } else if (!name.isEmpty() && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')) {
                json.append('"').append(name).append("\":").append(line.substring(equals + 1));
            } else {
                json.append(line);
            }
            json.append('\n');
        }
        return json.append('}').toString();
    }

    /// All objects and arrays, those within before those around them.
    private List<Frame> read() {
        open.add(new Frame("", false, new ArrayList<>()));
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> text();
                case '{', '[' -> {
                    if (open.size() < DEEPEST) {
                        open.add(new Frame(key, c == '[', new ArrayList<>()));
                    }
                    key = "";
                    at++;
                }
                case '}', ']' -> {
                    close();
                    at++;
                }
                default -> at++;
            }
        }
        while (!open.isEmpty()) {
            closed.add(open.removeLast());
        }
        return closed;
    }

    private void close() {
        if (open.size() > 1) {
            Frame frame = open.removeLast();
            closed.add(frame);
            if (frame.isArray() && open.getLast().members().size() < Recipe.MOST) {
                open.getLast().members().addAll(frame.members()); // each is one of several under the array's name
            }
        }
        key = "";
    }

    private void text() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                char escaped = text.charAt(++at);
                value.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
            } else {
                value.append(c);
            }
            at++;
        }
        at++;
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        Frame frame = open.getLast();
        if (next < text.length() && text.charAt(next) == ':' && !frame.isArray()) {
            key = value.toString();
            at = next + 1;
        } else if (frame.members().size() < Recipe.MOST) {
            frame.members().add(new Member(frame.isArray() ? frame.name() : key, value.toString()));
            key = "";
        }
    }
}
