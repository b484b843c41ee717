package dev.fairlead.code.tool;

import dev.fairlead.code.tool.Tool.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How tools are called that need more than their options and the files.
final class Calls {

    private static final List<String> CHECKSTYLE =
            List.of("checkstyle.xml", "config/checkstyle/checkstyle.xml", ".checkstyle.xml", "build/checkstyle.xml");
    private static final List<String> PMD = List.of("pmd.xml", "ruleset.xml", "config/pmd/ruleset.xml");
    private static final List<String> CLASSES =
            List.of("target/classes", "build/classes/java/main", "build/classes/kotlin/main", "out/production", "bin");

    private Calls() {}

    /// Checkstyle has no rules of its own: those of the project, or none.
    static Call ofCheckstyle(List<String> files, Path root) {
        Optional<String> rules = first(CHECKSTYLE, root);
        if (rules.isEmpty()) {
            return new Call.Impossible("the project has no `checkstyle.xml`");
        }
        List<String> arguments = new ArrayList<>(List.of("-f", "sarif", "-c", rules.get()));
        arguments.addAll(files);
        return new Call.With(arguments);
    }

    /// With the project's rules, or those that PMD begins with.
    static Call ofPmd(List<String> files, Path root) {
        String rules = first(PMD, root).orElse("rulesets/java/quickstart.xml");
        return new Call.With(List.of(
                "check", "--no-progress", "--no-cache", "-f", "sarif", "-R", rules, "-d", String.join(",", files)));
    }

    /// SpotBugs looks at classes: those that were built for the modules of these files.
    static Call ofSpotbugs(List<String> files, Path root) {
        List<String> classes = files.stream()
                .map(each -> module(each, root))
                .distinct()
                .flatMap(module -> CLASSES.stream().map(module::resolve))
                .filter(Files::isDirectory)
                .map(each -> root.relativize(each).toString())
                .toList();
        if (classes.isEmpty()) {
            return new Call.Impossible("there are no compiled classes; build the project first");
        }
        List<String> arguments = new ArrayList<>(List.of("-textui", "-sarif", "-effort:max", "-quiet"));
        arguments.addAll(classes);
        return new Call.With(arguments);
    }

    /// The folder whose `src` a file is in; the root where there is none.
    private static Path module(String file, Path root) {
        int at = ("/" + file).indexOf("/src/");
        return at <= 0 ? root : root.resolve(file.substring(0, at - 1));
    }

    /// Clippy builds the crate, so that it runs what its build runs.
    static Call ofClippy(List<String> files, Path root) {
        return Files.isRegularFile(root.resolve("Cargo.toml"))
                ? new Call.With(List.of("clippy", "--offline", "--quiet", "--all-targets", "--message-format=json"))
                : new Call.Impossible("there is no `Cargo.toml` in the folder of the repository");
    }

    /// golangci-lint looks at folders.
    static Call ofGolangci(List<String> files, Path root) {
        List<String> arguments = new ArrayList<>(
                List.of("run", "--output.sarif.path=stdout", "--show-stats=false", "--issues-exit-code=0"));
        files.stream()
                .map(each -> each.contains("/") ? "./" + each.substring(0, each.lastIndexOf('/')) : ".")
                .distinct()
                .forEach(arguments::add);
        return new Call.With(arguments);
    }

    private static Optional<String> first(List<String> names, Path root) {
        return names.stream()
                .filter(each -> Files.isRegularFile(root.resolve(each)))
                .findFirst();
    }
}
