package dev.fairlead.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerTest {

    private static final Pattern APPROVAL = Pattern.compile("\"id\":\"([^\"]+)\"");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private static String claude(String session, String event, String parts) {
        return "{\"session_id\":\"%s\",\"cwd\":\"/work/app\",\"hook_event_name\":\"%s\"%s}"
                .formatted(session, event, parts.isEmpty() ? "" : "," + parts);
    }

    private static String before(String session, String id, String command) {
        return claude(session, "PreToolUse", call(id, command));
    }

    private static String failed(String session, String id, String command, String error) {
        return claude(session, "PostToolUseFailure", call(id, command) + ",\"error\":\"" + error + "\"");
    }

    private static String call(String id, String command) {
        return "\"tool_name\":\"Bash\",\"tool_use_id\":\"%s\",\"tool_input\":{\"command\":\"%s\"}"
                .formatted(id, command);
    }

    @Test
    void allowsWithoutAWord() throws IOException {
        try (Running server = Running.in(folder)) {
            assertThat(server.hook("claude-code", before("s", "t1", "ls"))).isEqualTo("{}");
        }
    }

    @Test
    void refusesWithTheReasonAndTheNextStep() throws IOException {
        try (Running server = Running.in(folder)) {
            assertThat(server.hook("claude-code", before("s", "t1", "rm -rf /")))
                    .isEqualTo("{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\","
                            + "\"permissionDecision\":\"deny\",\"permissionDecisionReason\":"
                            + "\"Refused by Fairlead (rule delete-system, preset balanced): the call deletes `/`, on"
                            + " which the whole machine or account rests. Instead: delete only the files that you"
                            + " made, each by its full path within the workspace.\"}}");
        }
    }

    @Test
    void knowsTheHomeOfThePersonWhereverTheAgentWorks() throws IOException {
        try (Running server = Running.in(folder)) {
            assertThat(server.hook("claude-code", before("s", "t1", "rm -rf ~")))
                    .contains("the call deletes `%s`".formatted(folder.resolve("home")));
        }
    }

    @Test
    void findsACallAgainThatWasAnnouncedBeforeARestart() throws IOException {
        String call = "\"session_id\":\"g\",\"cwd\":\"/work/app\",\"tool_name\":\"run_shell_command\","
                + "\"tool_input\":{\"command\":\"make test\"}";
        try (Running server = Running.in(folder)) {
            server.hook("gemini-cli", "{\"hook_event_name\":\"BeforeTool\",%s}".formatted(call));
        }
        try (Running server = Running.in(folder)) {
            server.hook(
                    "gemini-cli",
                    "{\"hook_event_name\":\"AfterTool\",%s,\"tool_response\":{\"llmContent\":\"ok\"}}".formatted(call));
            assertThat(server.until("/api/v1/sessions/g", "\"toolCalls\":1")).contains("\"toolCalls\":1");
            assertThat(server.get("/api/v1/status")).doesNotContain("\"ungated\":1");
        }
    }

    @Test
    void refusesASubagentAsItRefusesItsParent() throws IOException {
        try (Running server = Running.in(folder)) {
            String payload = claude("s", "PreToolUse", "\"agent_id\":\"a1\"," + call("t1", "rm -rf /"));
            assertThat(server.hook("claude-code", payload)).contains("\"permissionDecision\":\"deny\"");
            assertThat(server.until("/api/v1/sessions", "s/a1")).contains("\"session\":\"s/a1\"");
        }
    }

    @Test
    void guidesAnAgentThatRepeatsAFailureAndSeesThatItDidNotListen() throws IOException {
        try (Running server = Running.in(folder)) {
            String answer = "";
            for (int i = 0; i < 3; i++) {
                server.hook("claude-code", before("s", "t" + i, "make test"));
                answer = server.hook("claude-code", failed("s", "t" + i, "make test", "Exit code 2\\nno rule"));
            }
            assertThat(answer)
                    .contains("\"hookEventName\":\"PostToolUseFailure\"")
                    .contains("Seen: you met the same failure 3 times with `Bash` with `make test`")
                    .contains("DO: stop repeating the call")
                    .contains("DON'T: try the same thing again.");
            server.hook("claude-code", before("s", "t9", "make test"));
            server.hook("claude-code", failed("s", "t9", "make test", "Exit code 2\\nno rule"));
            assertThat(server.until("/api/v1/recovery", "\"ignored\":1")).contains("\"ignored\":1");
        }
    }

    @Test
    void holdsACallUntilAPersonApproves() throws Exception {
        try (Running server = Running.in(folder)) {
            CompletableFuture<String> held =
                    server.hookLater("claude-code", before("s", "t1", "git push --force origin main"));
            String id = pending(server);
            assertThat(held).isNotDone();
            assertThat(server.get("/api/v1/approvals/" + id))
                    .contains("\"command\":\"git push --force origin main\"")
                    .contains("\"rules\":[\"force-push\"]");
            assertThat(server.post("/api/v1/approvals/" + id, "{\"decision\":\"approve\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(held.get(60, TimeUnit.SECONDS)).isEqualTo("{}");
        }
    }

    @Test
    void tellsTheAgentWhyAPersonSaidNo() throws Exception {
        try (Running server = Running.in(folder)) {
            CompletableFuture<String> held =
                    server.hookLater("claude-code", before("s", "t1", "git push --force origin main"));
            String id = pending(server);
            server.post("/api/v1/approvals/" + id, "{\"decision\":\"deny\",\"why\":\"open a pull request\"}");
            assertThat(held.get(60, TimeUnit.SECONDS))
                    .contains("\"permissionDecision\":\"deny\"")
                    .contains("Refused by anna: open a pull request.");
        }
    }

    @Test
    void answersBeforeTheAgentGivesUpAndLetsTheNextTryRunOnceItIsApproved() throws IOException {
        try (Running server = Running.in(folder, Duration.ofMillis(200), 0)) {
            String push = "git push --force origin main";
            assertThat(server.hook("claude-code", before("s", "t1", push))).contains("Nobody has answered yet");
            String id = pending(server);
            server.post("/api/v1/approvals/" + id, "{\"decision\":\"approve\"}");
            assertThat(server.hook("claude-code", before("s", "t2", push))).isEqualTo("{}");
            assertThat(server.hook("claude-code", before("s", "t3", push)))
                    .as("leave for once is used up")
                    .contains("Nobody has answered yet");
        }
    }

    @Test
    void refusesACallThatIsHeldWhenItEnds() throws Exception {
        Running server = Running.in(folder);
        CompletableFuture<String> held =
                server.hookLater("claude-code", before("s", "t1", "git push --force origin main"));
        pending(server);
        server.server().close();
        assertThat(held.get(60, TimeUnit.SECONDS)).contains("Nobody has answered yet");
        assertThat(server.notices()).noneMatch(notice -> notice.contains("failed"));
    }

    @Test
    void countsNoDeedAndNoFailureForACallThatItRefused() throws IOException {
        try (Running server = Running.in(folder)) {
            server.hook("claude-code", before("s", "t1", "rm -rf ~"));
            assertThat(server.until("/api/v1/sessions/s", "\"toolCalls\":1"))
                    .contains("\"toolCalls\":1,\"toolFailures\":0")
                    .contains("\"findingCount\":0")
                    .contains("\"findings\":[]");
        }
    }

    @Test
    void knowsNoAgentOfAnotherName() throws IOException {
        try (Running server = Running.in(folder)) {
            assertThat(server.post("/api/v1/switches", "{\"scope\":\"agent\",\"value\":\"claude\",\"why\":\"x\"}")
                            .body())
                    .contains("no agent is called `claude`; known are [claude-code");
        }
    }

    @Test
    void letsNoHookTokenApprove() throws Exception {
        try (Running server = Running.in(folder, Duration.ofMillis(200), 0)) {
            server.hook("claude-code", before("s", "t1", "git push --force origin main"));
            String id = pending(server);
            assertThat(server.send("/api/v1/approvals/" + id, "{\"decision\":\"approve\"}", server.token("hook-token"))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(server.get("/api/v1/approvals/" + id)).contains("\"state\":\"pending\"");
        }
    }

    @Test
    void stopsAtTheThrowOfTheSwitchAndGoesOnWhenItIsLifted() throws IOException {
        try (Running server = Running.in(folder)) {
            server.hook("claude-code", before("s", "t1", "ls"));
            server.post("/api/v1/switches", "{\"scope\":\"session\",\"value\":\"s\",\"why\":\"wrong branch\"}");
            assertThat(server.hook("claude-code", before("s", "t2", "ls")))
                    .contains("\"continue\":false")
                    .contains("Stopped by anna: wrong branch.");
            assertThat(server.hook("claude-code", before("other", "t2", "ls"))).isEqualTo("{}");
            server.post("/api/v1/switches/lift", "{\"scope\":\"session\",\"value\":\"s\"}");
            assertThat(server.hook("claude-code", before("s", "t3", "ls"))).isEqualTo("{}");
        }
    }

    @Test
    void keepsASwitchAndASessionOverARestart() throws IOException {
        try (Running server = Running.in(folder)) {
            server.hook("claude-code", claude("s", "UserPromptSubmit", "\"prompt\":\"make it work\""));
            server.hook("claude-code", before("s", "t1", "make test"));
            server.hook("claude-code", failed("s", "t1", "make test", "Exit code 2\\nno rule"));
            server.hook("claude-code", before("s", "t2", "make test"));
            server.hook("claude-code", failed("s", "t2", "make test", "Exit code 2\\nno rule"));
            server.post("/api/v1/switches", "{\"scope\":\"agent\",\"value\":\"codex\",\"why\":\"a bad release\"}");
        }
        try (Running server = Running.in(folder)) {
            server.hook("claude-code", before("s", "t3", "make test"));
            assertThat(server.hook("claude-code", failed("s", "t3", "make test", "Exit code 2\\nno rule")))
                    .as("the third failure, of which two came before the restart")
                    .contains("the same failure 3 times");
            assertThat(server.hook(
                            "codex",
                            "{\"session_id\":\"c\",\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"Bash\","
                                    + "\"tool_use_id\":\"x\",\"tool_input\":{\"command\":\"ls\"}}"))
                    .contains("\"permissionDecision\":\"deny\"")
                    .contains("a bad release");
        }
    }

    @Test
    void sendsAnAgentBackOnceThatClaimsWhatDidNotHappen() throws IOException {
        try (Running server = Running.in(folder)) {
            server.hook("claude-code", claude("s", "UserPromptSubmit", "\"prompt\":\"make the tests pass\""));
            server.hook("claude-code", before("s", "t1", "pytest"));
            server.hook("claude-code", failed("s", "t1", "pytest", "Exit code 1\\n3 failed, 2 passed in 0.2s"));
            String stop = "\"last_assistant_message\":\"All tests pass now.\",\"stop_hook_active\":";
            assertThat(server.hook("claude-code", claude("s", "Stop", stop + "false")))
                    .contains("\"decision\":\"block\"")
                    .contains("DO: ");
            assertThat(server.hook("claude-code", claude("s", "Stop", stop + "true")))
                    .isEqualTo("{}");
        }
    }

    @Test
    void saysAgainWhatWasForbiddenWhenTheContextWasReplaced() throws IOException {
        try (Running server = Running.in(folder)) {
            server.hook(
                    "claude-code",
                    claude("s", "UserPromptSubmit", "\"prompt\":\"Mend the login. Do not touch src/billing.\""));
            server.hook("claude-code", claude("s", "PostCompact", "\"trigger\":\"auto\""));
            assertThat(server.hook("claude-code", before("s", "t1", "ls")))
                    .contains("These words of the person still hold: “Do not touch src/billing.”");
            assertThat(server.hook("claude-code", before("s", "t2", "ls"))).isEqualTo("{}");
        }
    }

    @Test
    void takesUpAPolicyThatIsChangedAndKeepsTheLastGoodOne() throws IOException {
        Path file = folder.resolve("home").resolve(".fairlead").resolve("policy.yaml");
        try (Running server = Running.in(folder)) {
            assertThat(server.hook("claude-code", before("s", "t1", "ls"))).isEqualTo("{}");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "version: 1\nlayer: person\nrules:\n  force-push: refuse\n");
            server.untilNoticed("is in force");
            assertThat(server.hook("claude-code", before("s", "t2", "git push --force origin main")))
                    .contains("Refused by Fairlead (rule force-push");
            Files.writeString(file, "version: 1\nlayer: person\nrulez: {}\n");
            server.untilNoticed("rulez");
            assertThat(server.hook("claude-code", before("s", "t3", "git push --force origin main")))
                    .contains("Refused by Fairlead (rule force-push");
        }
    }

    @Test
    void stopsWhatWorksInARepository() throws IOException {
        Path app = Files.createDirectories(folder.resolve("app"));
        Files.createDirectories(app.resolve(".git"));
        Files.writeString(app.resolve(".git").resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(
                app.resolve(".git").resolve("config"), "[remote \"origin\"]\n\turl = git@example.org:acme/app.git\n");
        try (Running server = Running.in(folder)) {
            server.post("/api/v1/switches", "{\"scope\":\"repository\",\"value\":\"acme/app\",\"why\":\"frozen\"}");
            String there = before("s", "t1", "ls").replace("/work/app", app.toString());
            assertThat(server.hook("claude-code", there)).contains("frozen");
            assertThat(server.hook("claude-code", before("other", "t1", "ls"))).isEqualTo("{}");
            assertThat(server.until("/api/v1/sessions", "acme/app")).contains("\"repository\":\"acme/app\"");
        }
    }

    @Test
    void keepsNoSecretOnDisk() throws IOException {
        try (Running server = Running.in(folder)) {
            String key = "AKIA" + "IOSFODNN7QRSTUVW";
            server.hook("claude-code", before("s", "t1", "export AWS_ACCESS_KEY_ID=" + key));
            assertThat(server.until("/api/v1/sessions", "\"session\":\"s\"")).contains("\"toolCalls\":1");
            assertThat(server.store("select body from events"))
                    .contains("AWS_ACCESS_KEY_ID")
                    .doesNotContain(key);
        }
    }

    @Test
    void tellsNothingInASessionForComparison() throws IOException {
        try (Running server = Running.in(folder, Duration.ofSeconds(5), 1)) {
            String answer = "";
            for (int i = 0; i < 3; i++) {
                server.hook("claude-code", before("s", "t" + i, "make test"));
                answer = server.hook("claude-code", failed("s", "t" + i, "make test", "Exit code 2\\nno rule"));
            }
            assertThat(answer).isEqualTo("{}");
            assertThat(server.until("/api/v1/interventions", "shadowed")).contains("\"state\":\"shadowed\"");
        }
    }

    @Test
    void asksAboutWhatItCannotRead() throws IOException {
        try (Running server = Running.in(folder)) {
            assertThat(server.hook("claude-code", "{\"session_id\":")).contains("\"permissionDecision\":\"deny\"");
            assertThat(server.hook("gemini-cli", "[".repeat(100_000))).contains("\"decision\":\"deny\"");
        }
    }

    @Test
    void saysWhichAgentsItKnowsAndWhoMayCome() throws IOException {
        try (Running server = Running.in(folder)) {
            assertThat(server.hook("clippy", "{}")).startsWith("{\"error\":\"agent `clippy` is not known; known are [");
            assertThat(server.send("/hooks/claude-code", "{}", "wrong").statusCode())
                    .isEqualTo(401);
            assertThat(server.send("/api/v1/sessions", "", server.token("hook-token"))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void takesOurOwnEventsOnceEach() throws IOException {
        String events = """
                {"fairlead":1,"event":"session-started","session":"own","sequence":0,"line":1,"agent":"codex"}
                {"fairlead":1,"event":"task-given","session":"own","sequence":1,"line":2,"text":"hello","images":0}
                """;
        try (Running server = Running.in(folder)) {
            assertThat(server.post("/api/v1/events", events).body()).isEqualTo("{\"added\":2,\"known\":0}");
            assertThat(server.post("/api/v1/events", events).body()).isEqualTo("{\"added\":0,\"known\":2}");
            String next =
                    "{\"fairlead\":1,\"event\":\"agent-spoke\",\"session\":\"own\",\"sequence\":%d,\"text\":\"hi\"}";
            assertThat(server.post("/api/v1/events", next.formatted(2)).body())
                    .as("events go on where an earlier request ended")
                    .isEqualTo("{\"added\":1,\"known\":0}");
            assertThat(server.post("/api/v1/events", next.formatted(7)).body())
                    .contains("event 7 of session `own` leaves a gap");
            assertThat(server.post("/api/v1/events", next.formatted(3) + "\nno json\n" + next.formatted(4))
                            .body())
                    .contains("\"added\":1", "line 2 is no event of ours");
        }
    }

    @Test
    void tellsTheTruthAboutItsHealth() throws IOException {
        try (Running server = Running.in(folder)) {
            assertThat(server.get("/healthz")).isEqualTo("ok\n");
            assertThat(server.get("/readyz")).isEqualTo("ready\n");
            server.hook("claude-code", before("s", "t1", "ls"));
            assertThat(server.get("/metrics"))
                    .contains("fairlead_gate_decisions_total{agent=\"claude-code\",answer=\"allow\"} 1.0");
        }
    }

    private static String pending(Running server) {
        Matcher matcher = APPROVAL.matcher(server.until("/api/v1/approvals?state=pending", "\"id\""));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
