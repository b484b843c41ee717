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

    private static final List<Tool> ALL = List.of(
            new Installed(
                    "bandit",
                    EnumSet.of(Language.PYTHON),
                    List.of("--format", "json", "--quiet", "--exit-zero"),
                    JsonFindings::ofBandit),
            new Installed(
                    "eslint",
                    EnumSet.of(Language.JAVASCRIPT, Language.TYPESCRIPT),
                    List.of("--format", "json", "--no-color"),
                    JsonFindings::ofEslint),
            new Installed(
                    "opengrep",
                    EnumSet.allOf(Language.class),
                    List.of("scan", "--sarif", "--quiet", "--metrics", "off", "--config", "auto"),
                    SarifLog::read),
            new Installed(
                    "ruff",
                    EnumSet.of(Language.PYTHON),
                    List.of("check", "--output-format", "sarif", "--exit-zero", "--quiet"),
                    SarifLog::read),
            new Installed(
                    "semgrep",
                    EnumSet.allOf(Language.class),
                    List.of("scan", "--sarif", "--quiet", "--metrics", "off", "--config", "p/default"),
                    SarifLog::read),
            new Installed(
                    "shellcheck", EnumSet.of(Language.BASH), List.of("--format", "json1"), JsonFindings::ofShellcheck));

    private Tools() {}

    /// All of them, in alphabetical order.
    public static List<Tool> all() {
        return ALL;
    }

    /// The one of that name.
    public static Optional<Tool> named(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// Reads what a tool prints.
    @FunctionalInterface
    private interface Output {
        List<Remark> read(String output, Path root) throws MalformedReport;
    }

    /// A tool that is called with options and the files behind them.
    private record Installed(String name, Set<Language> languages, List<String> options, Output output)
            implements Tool {

        @Override
        public List<String> arguments(List<String> files) {
            List<String> arguments = new ArrayList<>(options);
            arguments.add("--");
            arguments.addAll(files);
            return arguments;
        }

        @Override
        public List<Remark> read(String printed, Path root) throws MalformedReport {
            return output.read(printed, root);
        }
    }
}
