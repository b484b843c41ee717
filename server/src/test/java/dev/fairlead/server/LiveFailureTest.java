package dev.fairlead.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The table of failures in docs/live.md, row by row, against a running server: each test bears the name of its row.
/// What agents do without an answer is played with their bridge and with the agents themselves.
final class LiveFailureTest {

    private static final Path PAGE = Path.of("..", "docs", "live.md");
    private static final List<String> PLAYED_ELSEWHERE = List.of("a server that hangs, or is killed, or is not there");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private Running impatient() throws IOException {
        return Running.in(folder, Duration.ofMillis(100), 0);
    }

    private void policy(String text) throws IOException {
        Path file = folder.resolve("home").resolve(".fairlead").resolve("policy.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "version: 1\nlayer: person\n" + text);
    }

    private static String bash(String command) {
        return call("s", "Bash", "\"command\":\"" + command + "\"");
    }

    private static String call(String session, String tool, String input) {
        return """
                {"session_id":"%s","cwd":"/work/app","hook_event_name":"PreToolUse","tool_name":"%s",\
                "tool_use_id":"t","tool_input":{%s}}""".formatted(session, tool, input);
    }

    @Test
    void everyRowOfTheTableHasItsTest() throws IOException {
        List<String> rows = Files.readString(PAGE)
                .lines()
                .dropWhile(line -> !line.startsWith("## When something is wrong"))
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", 3)[1].strip())
                .filter(row -> !PLAYED_ELSEWHERE.contains(row))
                .toList();
        assertThat(rows)
                .containsExactly(
                        "a payload of 1 MB",
                        "a payload of 5 MB",
                        "a payload of more than 64 MiB",
                        "a malformed payload",
                        "a payload that nests deeply",
                        "a tool that nobody knows",
                        "an agent that nobody knows",
                        "a rule that throws",
                        "a policy that is missing",
                        "a policy that is broken",
                        "a call of a sub-agent",
                        "the first event of a session that began before we did",
                        "a store that is down");
    }

    @Test
    void aPayloadOf1Mb() throws IOException {
        try (Running server = impatient()) {
            assertThat(server.hook("claude-code", bash("echo '" + "x".repeat(1 << 20) + "'; rm -rf /")))
                    .contains("Refused by Fairlead (rule delete-system");
        }
    }

    @Test
    void aPayloadOf5Mb() throws IOException {
        try (Running server = impatient()) {
            assertThat(server.hook("claude-code", bash("echo '" + "x".repeat(5 << 20) + "'; rm -rf /")))
                    .contains("Nobody has answered yet whether this may run");
            assertThat(server.get("/api/v1/approvals")).contains("\"rules\":[\"not-understood\"]");
        }
    }

    @Test
    void aPayloadOfMoreThan64Mib() throws IOException {
        try (Running server = impatient()) {
            assertThat(server.hook("claude-code", bash("x".repeat(Site.MOST))))
                    .contains("\"permissionDecision\":\"deny\"")
                    .contains("the hook's payload cannot be read");
            assertThat(server.hook("claude-code", bash("ls"))).isEqualTo("{}");
        }
    }

    @Test
    void aMalformedPayload() throws IOException {
        try (Running server = impatient()) {
            for (String payload : List.of("{\"session_id\":", "[]", "\"text\"", "{}{}", "\u0000")) {
                assertThat(server.hook("claude-code", payload))
                        .as(payload)
                        .contains("\"permissionDecision\":\"deny\"")
                        .contains("the hook's payload cannot be read");
            }
        }
    }

    @Test
    void aPayloadThatNestsDeeply() throws IOException {
        try (Running server = impatient()) {
            assertThat(server.hook("claude-code", call("s", "Other", "\"x\":" + "[".repeat(600) + "]".repeat(600))))
                    .contains("the hook's payload cannot be read");
            assertThat(server.hook("claude-code", bash("( ".repeat(49) + "ls" + " )".repeat(49))))
                    .contains("Nobody has answered yet whether this may run");
        }
    }

    @Test
    void aToolThatNobodyKnows() throws IOException {
        try (Running server = impatient()) {
            assertThat(server.hook("claude-code", call("s", "Teleport", "\"to\":\"mars\"")))
                    .isEqualTo("{}");
            assertThat(server.until("/api/v1/decisions", "unknown-tool")).contains("\"rules\":[\"unknown-tool\"]");
        }
    }

    @Test
    void anAgentThatNobodyKnows() throws IOException {
        try (Running server = impatient()) {
            HttpResponse<String> answer = server.send("/hooks/hal", bash("ls"), server.token("hook-token"));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("agent `hal` is not known; known are [claude-code, ");
        }
    }

    @Test
    void aRuleThatThrows() throws IOException {
        policy("""
                conditions:
                  - id: reads-beyond
                    when: effects[99].kind == "deletes"
                    mode: refuse
                    reason: deletes
                    instead: ask
                """);
        try (Running server = impatient()) {
            assertThat(server.hook("claude-code", bash("ls"))).contains("Nobody has answered yet whether this may run");
            assertThat(server.get("/api/v1/approvals")).contains("could not be weighed");
        }
    }

    @Test
    void aPolicyThatIsMissing() throws IOException {
        try (Running server = impatient()) {
            assertThat(server.hook("claude-code", bash("rm -rf /"))).contains("preset balanced");
            assertThat(server.notices())
                    .contains("in `/work/app`: there is no policy file; the preset `balanced` decides");
        }
    }

    @Test
    void aPolicyThatIsBroken() throws IOException {
        policy("rules: {force-push: of}\n");
        try (Running server = impatient()) {
            assertThat(server.hook("claude-code", bash("git push --force")))
                    .contains("Nobody has answered yet whether this may run");
            assertThat(server.notices())
                    .anySatisfy(
                            notice -> assertThat(notice)
                                    .contains(
                                            "`force-push` takes off, shadow, nudge, ask or refuse, not `of`; the file is left out"));
        }
    }

    @Test
    void aCallOfASubAgent() throws IOException {
        String inside = bash("rm -rf /").replace("{\"session_id\"", "{\"agent_id\":\"a1\",\"session_id\"");
        try (Running server = impatient()) {
            assertThat(server.hook("claude-code", inside)).contains("Refused by Fairlead (rule delete-system");
            assertThat(server.until("/api/v1/decisions", "s/a1")).contains("\"session\":\"s/a1\"");
        }
    }

    @Test
    void theFirstEventOfASessionThatBeganBeforeWeDid() throws IOException {
        try (Running server = impatient()) {
            String back = """
                    {"session_id":"s","hook_event_name":"PostToolUse","tool_name":"Bash","tool_use_id":"t",\
                    "tool_input":{"command":"ls"},"tool_response":{"stdout":"a"}}""";
            assertThat(server.hook("claude-code", back)).isEqualTo("{}");
            assertThat(server.get("/api/v1/status")).contains("\"sessions\":1,\"ungated\":1");
            assertThat(server.hook("claude-code", bash("rm -rf /"))).contains("Refused by Fairlead");
        }
    }

    @Test
    void aStoreThatIsDown() throws Exception {
        try (Running server = impatient()) {
            server.hook("claude-code", bash("ls"));
            server.until("/api/v1/decisions", "\"tool\":\"Bash\"");
            String url = "jdbc:sqlite:" + folder.resolve("state").resolve("fairlead.db");
            try (Connection other = DriverManager.getConnection(url);
                    Statement statement = other.createStatement()) {
                statement.execute("begin exclusive");
                assertThat(server.hook("claude-code", bash("rm -rf /"))).contains("Refused by Fairlead");
                statement.execute("rollback");
            }
            assertThat(server.until("/api/v1/decisions", "delete-system")).contains("delete-system");
        }
    }
}
