package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Runners of tests: a test that the session wrote does what stands in it as soon as a runner meets it.
final class TestRuns {

    private static final Set<String> PYTHON = Set.of("pytest", "py.test", "nose2", "unittest");
    private static final Set<String> NODE = Set.of("jest", "vitest", "mocha", "ava", "tap");
    private static final Set<String> RUBY = Set.of("rspec", "minitest");
    private static final Set<String> PHP = Set.of("phpunit", "pest");

    private TestRuns() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        List.of(PYTHON, NODE, RUBY, PHP)
                .forEach(names -> names.forEach(name -> programs.put(name, it -> run(it, name))));
        return programs;
    }

    /// Whether a module of Python is such a runner.
    static boolean isRunner(String module) {
        return PYTHON.contains(module);
    }

    private static Flow run(Invocation it, String runner) {
        it.effect(new Effect.Runs(
                it.program(), it.arguments().stream().map(Argument::text).toList()));
        if (!it.has("--help") && !it.has("--version") && !it.has("--collect-only") && !it.has("--listTests")) {
            tests(it.shell(), runner, it.arguments());
        }
        return Flow.UNKNOWN.tainted(it.input().taints());
    }

    /// Runs the tests that the session wrote and that lie where the runner is pointed to.
    static void tests(Shell shell, String runner, List<Argument> arguments) {
        List<String> places = new ArrayList<>();
        for (Argument argument : arguments) {
            String text = argument.text();
            boolean isPath = !text.startsWith("-") && (text.indexOf('/') >= 0 || text.indexOf('.') > 0);
            if (isPath) {
                int test = text.indexOf("::");
                places.add(shell.target(argument.withText(test < 0 ? text : text.substring(0, test)))
                        .best());
            }
        }
        if (places.isEmpty()) {
            places.add(shell.directory());
        }
        for (String path : shell.files().written()) {
            boolean isMeant = places.stream().anyMatch(place -> Paths.isAtOrBelow(path, place))
                    || Paths.name(path).equals("conftest.py");
            String interpreter = interpreter(runner, Paths.name(path));
            if (isMeant && !interpreter.isEmpty()) {
                shell.started().run(List.of(Argument.of(interpreter), Argument.of(path)), Flow.UNKNOWN);
            }
        }
    }

    /// What runs a file of this name as a test; empty where the runner passes it over.
    private static String interpreter(String runner, String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String ending = dot < 0 ? "" : name.substring(dot + 1);
        if (PYTHON.contains(runner)) {
            boolean isTest = stem.startsWith("test") || stem.endsWith("_test") || stem.equals("conftest");
            return isTest && ending.equals("py") ? "python" : "";
        }
        if (NODE.contains(runner)) {
            boolean isTest = stem.endsWith(".test") || stem.endsWith(".spec") || stem.startsWith("test");
            return isTest && Set.of("js", "mjs", "cjs", "ts", "tsx", "jsx").contains(ending) ? "node" : "";
        }
        boolean isTest = stem.endsWith("_spec") || stem.endsWith("_test") || stem.startsWith("test_");
        return RUBY.contains(runner)
                ? isTest && ending.equals("rb") ? "ruby" : ""
                : stem.endsWith("Test") && ending.equals("php") ? "php" : "";
    }
}
