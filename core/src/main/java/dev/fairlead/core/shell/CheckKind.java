package dev.fairlead.core.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a command checks, told from the program and its task, by the names that the tools' own manuals use.
public enum CheckKind {
    /// Runs tests.
    TEST,
    /// Compiles or packages.
    BUILD,
    /// Looks for faults of style, types or safety.
    LINT;

    private static final Set<String> TEST_PROGRAMS = Set.of(
            "pytest", "py.test", "jest", "vitest", "mocha", "rspec", "phpunit", "tox", "nox", "ctest", "bats", "ava");
    private static final Set<String> LINT_PROGRAMS = Set.of(
            "golangci-lint",
            "eslint",
            "ruff",
            "flake8",
            "pylint",
            "mypy",
            "pyright",
            "shellcheck",
            "biome",
            "staticcheck",
            "rubocop",
            "clippy",
            "prettier",
            "black",
            "gofmt",
            "goimports",
            "hadolint",
            "stylelint",
            "checkstyle");
    private static final Set<String> BUILD_PROGRAMS = Set.of(
            "tsc",
            "javac",
            "gcc",
            "g++",
            "clang",
            "rustc",
            "webpack",
            "vite",
            "esbuild",
            "ninja",
            "goreleaser",
            "sphinx-build");
    private static final Set<String> INTERPRETERS =
            Set.of("python", "python3", "node", "deno", "bun", "bash", "sh", "zsh", "ruby", "perl", "php", "lua");
    private static final Pattern TEST_SCRIPT = Pattern.compile("(?:^|[._-])tests?(?:$|[._-])|^runtests?$");
    private static final Set<String> TASK_RUNNERS = Set.of(
            "npm",
            "yarn",
            "pnpm",
            "bun",
            "make",
            "gmake",
            "just",
            "task",
            "mise",
            "rake",
            "go",
            "cargo",
            "mvn",
            "mvnw",
            "gradle",
            "gradlew",
            "dotnet",
            "deno",
            "swift",
            "sbt",
            "lein",
            "bazel",
            "composer",
            "hatch",
            "poetry",
            "uv",
            "npx",
            "pnpx",
            "bunx",
            "node",
            "python",
            "python3",
            "cmake",
            "turbo",
            "nx",
            "pdm",
            "rye",
            "bundle");

    /// Tasks that fetch something, whatever its name.
    private static final Set<String> FETCHES = Set.of(
            "install",
            "i",
            "add",
            "ci",
            "get",
            "remove",
            "uninstall",
            "update",
            "upgrade",
            "create",
            "init",
            "publish");

    /// What the names of tasks begin with.
    private static final List<String> TEST_TASKS =
            List.of("test", "pytest", "unittest", "nextest", "verify", "jest", "vitest", "mocha", "rspec", "tox");

    private static final List<String> LINT_TASKS =
            List.of("lint", "clippy", "vet", "fmt", "format", "typecheck", "eslint", "ruff", "mypy", "prettier");
    private static final List<String> BUILD_TASKS =
            List.of("build", "compile", "py_compile", "package", "assemble", "tsc", "check");

    private static final int MOST_WORDS = 6;

    /// What this command checks, or empty where it checks nothing.
    public static Optional<CheckKind> of(SimpleCommand command) {
        String program = command.program();
        if (TEST_PROGRAMS.contains(program)) {
            return Optional.of(TEST);
        }
        if (LINT_PROGRAMS.contains(program)) {
            return Optional.of(LINT);
        }
        if (BUILD_PROGRAMS.contains(program)) {
            return Optional.of(BUILD);
        }
        if (isTestScript(command)) {
            return Optional.of(TEST);
        }
        return TASK_RUNNERS.contains(program) ? ofTask(command) : Optional.empty();
    }

    private static boolean isTestScript(SimpleCommand command) {
        return isTestScript(command.program())
                || command.words().getFirst().endsWith("/test")
                || INTERPRETERS.contains(command.program()) && isTestScript(command.operand(1));
    }

    /// Whether a script tells by its name that it runs tests: `runtests.py`, `tests/test_all.sh`, `parser.test.js`.
    private static boolean isTestScript(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 && TEST_SCRIPT.matcher(name.substring(0, dot)).find();
    }

    /// Whether a command checks something by a tool that is known, and not by a script whose name says so: what such
    /// a script prints may mean anything.
    public static boolean isOfTool(SimpleCommand command) {
        return of(command).isPresent() && !isTestScript(command);
    }

    /// The most telling check of a whole command line: tests before builds before lint.
    public static Optional<CheckKind> of(CommandLine line) {
        Optional<CheckKind> best = Optional.empty();
        for (SimpleCommand command : line.commands()) {
            Optional<CheckKind> kind = of(command);
            if (kind.isPresent() && (best.isEmpty() || kind.get().compareTo(best.get()) < 0)) {
                best = kind;
            }
        }
        return best;
    }

    private static Optional<CheckKind> ofTask(SimpleCommand command) {
        if (FETCHES.contains(command.operand(1))) {
            return Optional.empty();
        }
        for (int i = 1; i < Math.min(command.words().size(), MOST_WORDS); i++) {
            Optional<CheckKind> kind = ofTaskName(command.words().get(i));
            if (kind.isPresent()) {
                return kind;
            }
        }
        return command.program().equals("make") || command.program().equals("gmake")
                ? Optional.of(BUILD)
                : Optional.empty();
    }

    private static Optional<CheckKind> ofTaskName(String task) {
        String name = task.startsWith("--") ? task.substring(2) : task;
        if (startsWithAny(name, TEST_TASKS)) {
            return Optional.of(TEST);
        }
        if (startsWithAny(name, LINT_TASKS)) {
            return Optional.of(LINT);
        }
        if (startsWithAny(name, BUILD_TASKS)) {
            return Optional.of(BUILD);
        }
        return Optional.empty();
    }

    private static boolean startsWithAny(String text, List<String> beginnings) {
        for (String beginning : beginnings) {
            if (text.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
