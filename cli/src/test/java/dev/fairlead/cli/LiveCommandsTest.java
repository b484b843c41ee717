package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of a running server, each as a process of its own, as a person runs them.
final class LiveCommandsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path home;

    private record Ended(int status, String out, String err) {}

    private Ended fairlead(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfairlead.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(home, "out", ".txt");
        Path err = Files.createTempFile(home, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("FAIRLEAD_HOME");
        int status = builder.start().waitFor();
        return new Ended(status, Files.readString(out), Files.readString(err));
    }

    private String hook(String command) throws IOException, InterruptedException {
        Path state = home.resolve(".fairlead");
        Matcher port = Pattern.compile("\"port\":(\\d+)").matcher(Files.readString(state.resolve("server.json")));
        assertThat(port.find()).isTrue();
        String payload = """
                {"session_id":"s","cwd":"/work/app","hook_event_name":"PreToolUse","tool_name":"Bash",\
                "tool_use_id":"t","tool_input":{"command":"%s"}}""".formatted(command);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port.group(1) + "/hooks/claude-code"))
                    .header(
                            "Authorization",
                            "Bearer "
                                    + Files.readString(state.resolve("hook-token"))
                                            .strip())
                    .POST(HttpRequest.BodyPublishers.ofString(payload, StandardCharsets.UTF_8))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        fairlead("down");
    }

    @Test
    void startsAServerThatGatesAndStopsAndEnds() throws IOException, InterruptedException {
        Ended up = fairlead("up", "--port", "0");
        assertThat(up.status()).as(up.err()).isZero();
        assertThat(up.out())
                .contains("these are the bundled examples")
                .containsPattern("server: http://127\\.0\\.0\\.1:\\d+, in the background; `fairlead down` ends it");
        assertThat(fairlead("up").out()).contains("which ran already");
        assertThat(hook("ls")).isEqualTo("{}");
        assertThat(hook("rm -rf /")).contains("\"permissionDecision\":\"deny\"");
        assertThat(fairlead("approvals", "list").out()).isEqualTo("nothing waits for a person\n");
        assertThat(fairlead("report").out()).isEqualTo("no agent has been guided yet\n");
        assertThat(fairlead("stop", "--all", "--why", "lunch").out())
                .containsPattern("stop \\S+ is in force for every session, until `fairlead resume --all`");
        assertThat(hook("ls")).contains("Stopped by ").contains(": lunch.");
        assertThat(fairlead("resume", "--all").out()).isEqualTo("1 lifted; every session may go on\n");
        assertThat(hook("ls")).isEqualTo("{}");
        assertThat(fairlead("down").out()).startsWith("the server has ended");
    }

    @Test
    void saysWhatToDoWithoutAServer() throws IOException, InterruptedException {
        Ended report = fairlead("report");
        assertThat(report.status()).isEqualTo(3);
        assertThat(report.err()).isEqualTo("fairlead: no server runs on this machine; start one with `fairlead up`\n");
        assertThat(fairlead("stop", "--why", "x").err())
                .startsWith("say whom: one of --session ID, --agent NAME, --repository NAME, --person NAME, --all\n");
        assertThat(fairlead("down").out()).isEqualTo("no server runs on this machine\n");
    }
}
