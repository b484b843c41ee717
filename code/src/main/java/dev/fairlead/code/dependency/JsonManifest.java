package dev.fairlead.code.dependency;

import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Manifests in JSON: `package.json` and `composer.json`.
final class JsonManifest {

    private static final Pattern BESIDE = Pattern.compile("^(workspace|file|link|portal|npm):.*");
    private static final Pattern PLATFORM = Pattern.compile("^(php|hhvm|composer|ext-.*|lib-.*|composer-.*-api)$");

    private JsonManifest() {}

    static List<Declaration> ofNpm(String text) {
        return read(
                text,
                List.of("dependencies", "devDependencies", "optionalDependencies", "peerDependencies"),
                each -> !BESIDE.matcher(each.version()).matches());
    }

    static List<Declaration> ofComposer(String text) {
        return read(
                text,
                List.of("require", "require-dev"),
                each -> !PLATFORM.matcher(each.name()).matches());
    }

    private static List<Declaration> read(String text, List<String> sections, Predicate<Declaration> counts) {
        List<Declaration> found = new ArrayList<>();
        Node.Fields all = object(text);
        for (String section : sections) {
            int from = Math.max(0, text.indexOf("\"" + section + "\""));
            Node.Fields named = all.fields(section);
            for (String name : named.names()) {
                int line = line(text, name, from);
                Declaration declared = new Declaration(name, named.textOr(name, ""), line, line);
                if (counts.test(declared)) {
                    found.add(declared);
                }
            }
        }
        return found;
    }

    /// The object that a text is; an empty one where it is none.
    static Node.Fields object(String text) {
        try {
            return JsonReader.ofAll().read(text).stream()
                    .filter(Node.Fields.class::isInstance)
                    .map(Node.Fields.class::cast)
                    .findFirst()
                    .orElse(Node.Fields.NONE);
        } catch (MalformedJson broken) {
            return Node.Fields.NONE;
        }
    }

    /// The line in which a key stands: the first one behind the beginning of its section.
    private static int line(String text, String key, int from) {
        int at = Math.max(from, text.indexOf("\"" + key + "\"", from));
        return (int) text.substring(0, at).chars().filter(each -> each == '\n').count() + 1;
    }
}
