package dev.fairlead.code.dependency;

import dev.fairlead.wire.json.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The packages that a lock file knows, with their licences where it tells them.
///
/// @param licences of each package in the plain spelling of its ecosystem; empty where none is told
record LockFile(Map<String, String> licences) {

    private static final String MODULES = "node_modules/";
    private static final Pattern YARN = Pattern.compile("^\"?(@?[^@\"\\s]+)@[^:].*:$");
    private static final Pattern PNPM = Pattern.compile("^  ['\"]?/?(@?[^@'\"\\s:]+)@[^'\"]+['\"]?:");
    private static final Pattern GEMS = Pattern.compile("^    ([\\w.-]+) \\([^)]+\\)$");
    private static final Pattern GO = Pattern.compile("^(\\S+) v\\S+ h1:");
    private static final Pattern GRADLE = Pattern.compile("^([\\w.-]+:[\\w.-]+):[^=]+=");

    /// Reads one, told from its name. What is broken knows nothing.
    static LockFile read(Ecosystem ecosystem, String name, String text) {
        Map<String, String> licences = new HashMap<>();
        BiConsumer<String, String> keep = (each, licence) -> licences.put(ecosystem.plain(each), licence);
        switch (name) {
            case "package-lock.json", "npm-shrinkwrap.json" -> npm(JsonManifest.object(text), keep);
            case "composer.lock" -> composer(JsonManifest.object(text), keep);
            case "Pipfile.lock" -> sections(JsonManifest.object(text), List.of("default", "develop"), keep);
            case "packages.lock.json" -> nuget(JsonManifest.object(text), keep);
            case "yarn.lock" -> lines(text, YARN, keep);
            case "pnpm-lock.yaml" -> lines(text, PNPM, keep);
            case "Gemfile.lock" -> lines(text, GEMS, keep);
            case "go.sum" -> lines(text, GO, keep);
            case "gradle.lockfile" -> lines(text, GRADLE, keep);
            default -> toml(text, keep); // of Cargo, Poetry, uv and PDM
        }
        return new LockFile(licences);
    }

    private static void npm(Node.Fields all, BiConsumer<String, String> keep) {
        Node.Fields packages = all.fields("packages");
        for (String path : packages.names()) {
            int at = path.lastIndexOf(MODULES);
            if (at >= 0) {
                keep.accept(
                        path.substring(at + MODULES.length()),
                        packages.fields(path).textOr("license", ""));
            }
        }
        all.fields("dependencies").names().forEach(each -> keep.accept(each, "")); // of npm before its seventh version
    }

    private static void composer(Node.Fields all, BiConsumer<String, String> keep) {
        for (String section : List.of("packages", "packages-dev")) {
            for (Node each : all.items(section).nodes()) {
                if (each instanceof Node.Fields fields) {
                    List<String> licences = fields.items("license").nodes().stream()
                            .map(one -> one instanceof Node.Text text ? text.value() : "")
                            .toList();
                    keep.accept(fields.textOr("name", ""), String.join(" OR ", licences));
                }
            }
        }
    }

    private static void sections(Node.Fields all, List<String> sections, BiConsumer<String, String> keep) {
        for (String section : sections) {
            all.fields(section).names().forEach(each -> keep.accept(each, ""));
        }
    }

    private static void nuget(Node.Fields all, BiConsumer<String, String> keep) {
        Node.Fields frameworks = all.fields("dependencies");
        sections(frameworks, frameworks.names(), keep);
    }

    private static void lines(String text, Pattern pattern, BiConsumer<String, String> keep) {
        text.lines().forEach(line -> {
            Matcher found = pattern.matcher(line);
            if (found.find()) {
                keep.accept(found.group(1), "");
            }
        });
    }

    private static void toml(String text, BiConsumer<String, String> keep) {
        for (TomlLines.Entry each : TomlLines.read(text)) {
            if (each.table().equals("package") && each.key().equals("name")) {
                keep.accept(each.text(), "");
            }
        }
    }
}
