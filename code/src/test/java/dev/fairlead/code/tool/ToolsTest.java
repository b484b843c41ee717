package dev.fairlead.code.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ToolsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private ToolRun run(String script, Duration patience) throws IOException {
        Path program = folder.resolve("shellcheck");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
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
                        found -> assertThat(found.remarks().getFirst().rule()).isEqualTo("SC2086"));
    }

    @Test
    void saysThatAToolIsAbsentOrCameToNothing() throws IOException {
        Tool ruff = Tools.named("ruff").orElseThrow();
        assertThat(ToolRun.of(ruff, List.of("a.py"), folder, folder.toString(), Duration.ofMinutes(1)))
                .isEqualTo(new ToolRun.Absent());
        assertThat(run("echo broken", Duration.ofMinutes(1)))
                .isInstanceOfSatisfying(
                        ToolRun.Failed.class,
                        failed -> assertThat(failed.reason()).startsWith("it is not JSON"));
        assertThat(run("exec tail -f /dev/null", Duration.ofSeconds(1)))
                .isEqualTo(new ToolRun.Failed("it took longer than 1 seconds"));
    }
}
