package dev.fairlead.code.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.code.report.MalformedReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ToolsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private ToolRun run(String script, Duration patience) throws IOException {
        Path program = folder.resolve("shellcheck");
        Files.writeString(
                program, "#!/bin/sh\n[ \"$1\" = --version ] && echo 'version: 0.9.0' && exit\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return ToolRun.of(
                Tools.named("shellcheck").orElseThrow(), List.of("run.sh"), folder, folder.toString(), patience);
    }

    @Test
    void runsWhatIsInstalledAndReadsWhatItPrints() throws IOException {
        ToolRun run = run(
                "[ \"$*\" = \"--format json1 -- run.sh\" ] && echo"
                        + " '{\"comments\":[{\"file\":\"run.sh\",\"line\":2,\"code\":2086,\"level\":\"warning\",\"message\":\"quote"
                        + " it\"}]}'; exit 1",
                Duration.ofMinutes(1));
        assertThat(run)
                .isInstanceOfSatisfying(
                        ToolRun.Found.class,
                        found -> assertThat(found.version() + " "
                                        + found.remarks().getFirst().rule())
                                .isEqualTo("0.9.0 SC2086"));
    }

    @Test
    void saysThatAToolIsAbsentOrCameToNothing() throws IOException {
        Tool ruff = Tools.named("ruff").orElseThrow();
        assertThat(ToolRun.of(ruff, List.of("a.py"), folder, folder.toString(), Duration.ofMinutes(1)))
                .isEqualTo(new ToolRun.Absent());
        assertThat(run("echo broken", Duration.ofMinutes(1)))
                .isInstanceOfSatisfying(
                        ToolRun.Failed.class,
                        failed -> assertThat(failed.reason())
                                .startsWith("what it printed is not understood (version 0.9.0): it is not JSON"));
        assertThat(run("exec tail -f /dev/null", Duration.ofSeconds(1)))
                .isEqualTo(new ToolRun.Failed("it took longer than 1 seconds"));
    }

    private static String call(String tool, Path root, String... files) {
        return switch (Tools.named(tool).orElseThrow().call(List.of(files), root)) {
            case Tool.Call.With with -> String.join(" ", with.arguments());
            case Tool.Call.Impossible impossible -> "not: " + impossible.reason();
        };
    }

    @Test
    void saysWhatAToolNeedsThatIsNotHere() {
        assertThat(call("checkstyle", folder, "src/A.java")).isEqualTo("not: the project has no `checkstyle.xml`");
        assertThat(call("spotbugs", folder, "src/A.java"))
                .isEqualTo("not: there are no compiled classes; build the project first");
        assertThat(call("clippy", folder, "src/a.rs"))
                .isEqualTo("not: there is no `Cargo.toml` in the folder of the repository");
    }

    @Test
    void callsToolsByTheRulesOfTheProjectAndOverItsModules() throws IOException {
        Files.createDirectories(folder.resolve("web/target/classes"));
        Files.createDirectories(folder.resolve("target/classes"));
        Files.writeString(folder.resolve("checkstyle.xml"), "");
        Files.writeString(folder.resolve("Cargo.toml"), "");
        assertThat(call("checkstyle", folder, "a/A.java", "B.java"))
                .isEqualTo("-f sarif -c checkstyle.xml a/A.java B.java");
        assertThat(call("spotbugs", folder, "web/src/main/java/A.java", "src/main/java/B.java"))
                .isEqualTo("-textui -sarif -effort:max -quiet web/target/classes target/classes");
        assertThat(call("pmd", folder, "A.java", "B.java"))
                .isEqualTo("check --no-progress --no-cache -f sarif -R rulesets/java/quickstart.xml -d A.java,B.java");
        assertThat(call("golangci-lint", folder, "a.go", "pkg/b.go", "pkg/c.go"))
                .isEqualTo("run --output.sarif.path=stdout --show-stats=false --issues-exit-code=0 . ./pkg");
        assertThat(call("clippy", folder, "src/a.rs"))
                .isEqualTo("clippy --offline --quiet --all-targets --message-format=json");
    }

    /// Printed by ESLint 10, ShellCheck 0.9, Bandit 1.6, Clippy 0.1.95, SpotBugs 4.10 with FindSecBugs 1.14,
    /// Checkstyle 14.4 and PMD 7.27 over a few lines of ours.
    @ParameterizedTest
    @CsvSource({
        "eslint, eslint.json",
        "shellcheck, shellcheck.json",
        "bandit, bandit.json",
        "clippy, clippy.json",
        "spotbugs, spotbugs.sarif",
        "checkstyle, checkstyle.sarif",
        "pmd, pmd.sarif"
    })
    void readsWhatToolsReallyPrint(String tool, String file) throws IOException, MalformedReport {
        List<String> told = Tools.named(tool).orElseThrow().read(text(file), Path.of("/home/dev/shop")).stream()
                .map(each -> "%s %s %s %s %s:%d %s"
                        .formatted(
                                each.source(),
                                each.rule(),
                                each.severity(),
                                each.cwe().isPresent() ? "CWE-" + each.cwe().getAsInt() : "-",
                                each.path(),
                                each.line(),
                                each.dimension()))
                .toList();
        List<String> wanted = text("told.txt")
                .lines()
                .filter(each -> each.toLowerCase(Locale.ROOT).startsWith(tool))
                .toList();
        assertThat(told).isNotEmpty().isEqualTo(wanted);
    }

    private static String text(String file) throws IOException {
        try (InputStream bytes = ToolsTest.class.getResourceAsStream(file)) {
            return new String(Optional.ofNullable(bytes).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
