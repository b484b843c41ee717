package dev.fairlead.code.tool;

import dev.fairlead.code.Remark;
import dev.fairlead.code.report.JsonFindings;
import dev.fairlead.code.report.MalformedReport;
import dev.fairlead.code.report.SarifLog;
import dev.fairlead.code.syntax.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The catalogue of checkers that can be run.
public final class Tools {

    private static final Set<Language> JAVA = EnumSet.of(Language.JAVA);
    private static final Set<Language> EVERY = EnumSet.allOf(Language.class);

    private static final List<Tool> ALL = List.of(
            of("bandit", EnumSet.of(Language.PYTHON), JsonFindings::ofBandit, "--format", "json", "--quiet"),
            new Installed("checkstyle", "checkstyle", JAVA, Calls::ofCheckstyle, SarifLog::read),
            new Installed("clippy", "cargo", EnumSet.of(Language.RUST), Calls::ofClippy, JsonFindings::ofClippy),
            of(
                    "eslint",
                    EnumSet.of(Language.JAVASCRIPT, Language.TYPESCRIPT),
                    JsonFindings::ofEslint,
                    "--format",
                    "json",
                    "--no-color"),
            new Installed("golangci-lint", "golangci-lint", EnumSet.of(Language.GO), Calls::ofGolangci, SarifLog::read),
            of("opengrep", EVERY, SarifLog::read, "scan", "--sarif", "--quiet", "--metrics", "off", "--config", "auto"),
            new Installed("pmd", "pmd", JAVA, Calls::ofPmd, SarifLog::read),
            of(
                    "ruff",
                    EnumSet.of(Language.PYTHON),
                    SarifLog::read,
                    "check",
                    "--output-format",
                    "sarif",
                    "--exit-zero",
                    "--quiet"),
            of(
                    "semgrep",
                    EVERY,
                    SarifLog::read,
                    "scan",
                    "--sarif",
                    "--quiet",
                    "--metrics",
                    "off",
                    "--config",
                    "p/default"),
            of("shellcheck", EnumSet.of(Language.BASH), JsonFindings::ofShellcheck, "--format", "json1"),
            new Installed(
                    "spotbugs",
                    "spotbugs",
                    EnumSet.of(Language.JAVA, Language.KOTLIN),
                    Calls::ofSpotbugs,
                    SarifLog::read));

    private Tools() {}

    /// All of them, in alphabetical order.
    public static List<Tool> all() {
        return ALL;
    }

    /// The one of that name.
    public static Optional<Tool> named(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// One that is called with options and the files behind them.
    private static Tool of(String name, Set<Language> languages, Output output, String... options) {
        Calling calling = (files, root) -> {
            List<String> arguments = new ArrayList<>(List.of(options));
            arguments.add("--");
            arguments.addAll(files);
            return new Tool.Call.With(arguments);
        };
        return new Installed(name, name, languages, calling, output);
    }

    /// Reads what a tool prints.
    @FunctionalInterface
    private interface Output {
        List<Remark> read(String output, Path root) throws MalformedReport;
    }

    /// Says how a tool is called.
    @FunctionalInterface
    private interface Calling {
        Tool.Call over(List<String> files, Path root);
    }

    /// A tool that is installed on this machine.
    private record Installed(String name, String program, Set<Language> languages, Calling calling, Output output)
            implements Tool {

        @Override
        public List<String> versionArguments() {
            return name.equals("clippy")
                    ? List.of("clippy", "--version")
                    : name.equals("spotbugs") ? List.of("-version") : List.of("--version");
        }

        @Override
        public Call call(List<String> files, Path root) {
            return calling.over(files, root);
        }

        @Override
        public List<Remark> read(String printed, Path root) throws MalformedReport {
            return output.read(printed, root);
        }
    }
}
