package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzers;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.Sources;
import dev.fairlead.code.syntax.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A few lines of code that somebody labelled before any rule was written.
///
/// @param rule the weakness that it shows, or nearly does
/// @param isWeak whether it does
/// @param isHeldOut whether nobody looks at it while writing rules: every third one
record Snippet(String path, int number, String rule, boolean isWeak, boolean isHeldOut, String code) {

    private static final Map<String, String> FILES =
            new TreeMap<>(Map.of("go", "code.go", "java", "Code.java", "javascript", "code.js", "python", "code.py"));

    static List<Snippet> all() {
        List<Snippet> all = new ArrayList<>();
        FILES.forEach((file, path) -> all.addAll(read(file, path, all.size())));
        return all;
    }

    private static List<Snippet> read(String file, String path, int before) {
        List<Snippet> snippets = new ArrayList<>();
        for (String part : text(file).split("(?m)^==== ", -1)) {
            if (part.isBlank()) {
                continue;
            }
            String label = part.lines().findFirst().orElseThrow();
            String rule = label.replace("quiet ", "");
            int number = before + snippets.size();
            snippets.add(new Snippet(
                    path, number, rule, label.equals(rule), number % 3 == 2, part.substring(label.length() + 1)));
        }
        return snippets;
    }

    private static String text(String file) {
        try (InputStream bytes = Snippet.class.getResourceAsStream(file + ".snippets")) {
            return new String(Optional.ofNullable(bytes).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The rules that speak.
    Set<String> flagged() {
        Language language = Language.of(path).orElseThrow();
        SourceText source = new SourceText(path, language, Sources.tree(path, code));
        Set<String> rules = new TreeSet<>();
        Analyzers.look(source).stream().map(Remark::rule).forEach(rules::add);
        rules.remove("loose-end"); // nobody labelled notes of what is left to do
        return rules;
    }
}
