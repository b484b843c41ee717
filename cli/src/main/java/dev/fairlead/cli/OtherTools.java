package dev.fairlead.cli;

import dev.fairlead.code.Remark;
import dev.fairlead.code.change.FileChange;
import dev.fairlead.code.dependency.Dependencies;
import dev.fairlead.code.dependency.Installed;
import dev.fairlead.code.dependency.Registry;
import dev.fairlead.code.pmd.Pmd;
import dev.fairlead.code.report.CoverageReports;
import dev.fairlead.code.report.MalformedReport;
import dev.fairlead.code.report.SarifLog;
import dev.fairlead.code.review.Coverage;
import dev.fairlead.code.syntax.Language;
import dev.fairlead.code.tool.Tool;
import dev.fairlead.code.tool.ToolRun;
import dev.fairlead.code.tool.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What other tools say: in files that a person names, or when they are run.
final class OtherTools {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final String ALL = "all";

    private OtherTools() {}

    /// The findings of logs in SARIF.
    static List<Remark> read(List<Path> logs, Path root) throws IOException {
        List<Remark> remarks = new ArrayList<>();
        for (Path log : logs) {
            try {
                remarks.addAll(SarifLog.read(Files.readString(log), root));
            } catch (MalformedReport fault) {
                throw new IOException("`%s` cannot be read: %s".formatted(log, fault.getMessage()), fault);
            }
        }
        return remarks;
    }

    /// Which lines tests run, where a report says so.
    static Optional<Coverage> coverage(List<Path> reports) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path report : reports) {
            texts.add(Files.readString(report));
        }
        try {
            return texts.isEmpty() ? Optional.empty() : Optional.of(CoverageReports.read(texts));
        } catch (MalformedReport fault) {
            throw new IOException("the coverage cannot be read: " + fault.getMessage(), fault);
        }
    }

    /// What tools that are installed find in files that were changed; of each that does not run, why.
    ///
    /// @param names of tools; `all` means those that are installed
    static List<Remark> run(List<String> names, List<FileChange> changes, Path root, Warnings warnings)
            throws IOException {
        List<Remark> remarks = new ArrayList<>();
        boolean isAll = names.contains(ALL);
        for (Tool tool : isAll ? Tools.all() : chosen(names)) {
            List<String> files = changes.stream()
                    .filter(each -> !each.after().isEmpty() && each.kind() == FileChange.Kind.WRITTEN)
                    .map(FileChange::path)
                    .filter(each ->
                            Language.of(each).filter(tool.languages()::contains).isPresent())
                    .filter(each -> Files.isRegularFile(root.resolve(each)))
                    .toList();
            if (files.isEmpty()) {
                continue;
            }
            switch (ToolRun.of(tool, files, root, searched(), PATIENCE)) {
                case ToolRun.Found found -> {
                    List<Remark> placed = placed(found.remarks(), files);
                    remarks.addAll(placed);
                    warnings.accept(note(tool, found.version(), placed.size(), files.size()));
                }
                case ToolRun.Failed failed ->
                    warnings.accept("`%s` did not tell anything: %s".formatted(tool.name(), failed.reason()));
                case ToolRun.Absent _ -> {
                    if (!isAll) {
                        warnings.accept(
                                "`%s` is not installed; install it, or leave it out of --tools".formatted(tool.name()));
                    }
                }
            }
        }
        return remarks;
    }

    /// What PMD says, which is always there.
    static List<Remark> pmd(List<FileChange> changes, Warnings warnings) {
        return switch (Pmd.look(changes, PATIENCE)) {
            case ToolRun.Found found -> found.remarks();
            case ToolRun.Absent _ -> List.of();
            case ToolRun.Failed failed -> {
                warnings.accept("`pmd` did not tell anything: " + failed.reason());
                yield List.of();
            }
        };
    }

    /// What is wrong with packages that were added to manifests.
    static List<Remark> packages(List<FileChange> changes, Path root, boolean isRegistryAsked, List<String> denied) {
        Optional<Registry> registry =
                isRegistryAsked ? Optional.of(new Registry(searched(), ANSWER)) : Optional.empty();
        return Dependencies.look(changes, new Installed(root, Terminal.home()), registry, Set.copyOf(denied));
    }

    private static String searched() {
        return Optional.ofNullable(System.getenv("PATH")).orElse("");
    }

    private static String note(Tool tool, String version, int count, int files) {
        return "`%s`%s looked at %s and says %s"
                .formatted(
                        tool.name(),
                        version.isEmpty() ? "" : " " + version,
                        files == 1 ? "1 file" : files + " files",
                        count == 0 ? "nothing" : count == 1 ? "1 thing" : count + " things");
    }

    /// Some tools know a file only by its package: it is the changed one that ends so, if there is one only.
    private static List<Remark> placed(List<Remark> remarks, List<String> files) {
        List<Remark> placed = new ArrayList<>();
        for (Remark each : remarks) {
            List<String> ending = files.stream()
                    .filter(file -> file.equals(each.path()) || file.endsWith("/" + each.path()))
                    .toList();
            placed.add(ending.size() == 1 ? each.at(ending.getFirst()) : each);
        }
        return placed;
    }

    private static List<Tool> chosen(List<String> names) throws IOException {
        List<Tool> tools = new ArrayList<>();
        for (String name : names) {
            tools.add(Tools.named(name)
                    .orElseThrow(() -> new IOException("no tool is called `%s`; there are %s"
                            .formatted(
                                    name,
                                    String.join(
                                            ", ",
                                            Tools.all().stream().map(Tool::name).toList())))));
        }
        return tools;
    }
}
