package dev.fairlead.core.effect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Goes through a Makefile or a justfile line by line.
final class MakeReader {

    private static final int DEEPEST = 8;
    private static final int LONGEST = 4_096;

    private final boolean isMake;
    private final Map<String, String> given;
    private final Map<String, String> variables = new HashMap<>();
    private final List<Recipe> recipes = new ArrayList<>();
    private List<String> targets = List.of("");
    private List<String> needs = List.of();
    private String first = "";

    MakeReader(boolean isMake, Map<String, String> given) {
        this.isMake = isMake;
        this.given = given;
        variables.put("RM", "rm -f");
        variables.put("MAKE", "make");
        variables.put("SHELL", "sh");
    }

    /// What was read so far.
    List<Recipe> recipes() {
        return recipes;
    }

    /// The target that is meant where none is named.
    String first() {
        return first;
    }

    void line(String line) {
        boolean isRecipe = line.startsWith("\t") || !isMake && line.startsWith(" ");
        if (isRecipe) {
            recipe(line.strip());
            return;
        }
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        int colon = text.indexOf(':');
        int equals = text.indexOf('=');
        boolean isAssignment = equals > 0 && (colon < 0 || equals < colon || colon + 1 == equals);
        if (isAssignment) {
            assign(text, equals);
        } else if (colon > 0) {
            header(text, colon);
        }
    }

    private void assign(String text, int equals) {
        int end = equals;
        while (end > 0 && "?:+!".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String name = text.substring(0, end).strip();
        String value = text.substring(equals + 1).strip();
        boolean isMore = text.charAt(equals - 1) == '+';
        variables.merge(name, value, (old, now) -> isMore && old.length() < LONGEST ? old + " " + now : now);
        if (text.indexOf("$(shell ") > 0 || text.charAt(equals - 1) == '!') {
            add("", text.charAt(equals - 1) == '!' ? value : ": " + value, List.of());
        }
    }

    private void header(String text, int colon) {
        int semicolon = text.indexOf(';', colon);
        String behind = text.substring(
                Math.min(colon + (text.startsWith("::", colon) ? 2 : 1), text.length()),
                semicolon < 0 ? text.length() : Math.max(semicolon, colon + 1));
        targets = words(text.substring(0, colon));
        needs = words(behind);
        if (!isMake) {
            // What stands behind the name are parameters.
            targets = List.of(targets.isEmpty() ? "" : targets.getFirst().replace("@", ""));
        }
        boolean isSpecial = !targets.isEmpty() && targets.getFirst().startsWith(".");
        if (first.isEmpty() && !isSpecial && !targets.isEmpty()) {
            first = targets.getFirst();
        }
        for (String target : isSpecial ? List.<String>of() : targets) {
            recipes.add(new Recipe(target, "", needs));
        }
        if (semicolon > 0) {
            recipe(text.substring(semicolon + 1).strip());
        }
    }

    private List<String> words(String text) {
        return Words.split(isMake ? expanded(text, "", 0) : text);
    }

    private void recipe(String line) {
        int from = 0;
        while (from < line.length() && "@-+ ".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        String command = line.substring(from);
        targets.forEach(target -> add(target, command, needs));
    }

    private void add(String target, String command, List<String> before) {
        if (recipes.size() < Recipe.MOST && !command.isBlank()) {
            String text = isMake ? expanded(command, target, 0) : interpolated(command);
            recipes.add(new Recipe(target, text, before));
        }
    }

    private static String interpolated(String command) {
        return command.replace("{{", "${").replace("}}", "}");
    }

    /// A text with what `make` knows put in; what it does not know stays a variable of the shell.
    private String expanded(String text, String target, int depth) {
        StringBuilder expanded = new StringBuilder();
        int i = 0;
        while (i < text.length() && expanded.length() < LONGEST) {
            char c = text.charAt(i);
            if (c != '$' || i + 1 == text.length()) {
                expanded.append(c);
                i++;
                continue;
            }
            char next = text.charAt(i + 1);
            int end = next == '(' || next == '{' ? closing(text, i + 1) : i + 1;
            String name = end > i + 1 ? text.substring(i + 2, end) : String.valueOf(next);
            expanded.append(next == '$' ? "$" : value(name, target, depth));
            i = end + 1;
        }
        return expanded.toString();
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += "({".indexOf(text.charAt(i)) >= 0 ? 1 : ")}".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private String value(String name, String target, int depth) {
        String known = given.getOrDefault(name, variables.getOrDefault(name, ""));
        if (!known.isEmpty() && depth < DEEPEST) {
            return expanded(known, target, depth + 1);
        }
        if (name.startsWith("shell ") && depth < DEEPEST) {
            return "$(" + expanded(name.substring("shell ".length()), target, depth + 1) + ")";
        }
        return switch (name) {
            case "@" -> target;
            case "<" -> needs.isEmpty() ? "" : needs.getFirst();
            case "^", "+", "?" -> String.join(" ", needs);
            case "CURDIR" -> "$PWD";
            default ->
                name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_') ? "${" + name + "}" : "${MAKES}";
        };
    }
}
