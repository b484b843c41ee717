package dev.fairlead.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.Approval;
import dev.fairlead.store.Store;
import dev.fairlead.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is asked, how many must agree, and whether they read.
final class PeopleTest {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\",\"state\":\"pending\"");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private Running serverWith(String policy) throws IOException {
        Path file = folder.resolve("home").resolve(".fairlead").resolve("policy.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "version: 1\nlayer: person\n" + policy);
        return Running.in(folder);
    }

    private static String bash(String id, String command) {
        return """
                {"session_id":"s","cwd":"/work/app","hook_event_name":"PreToolUse","tool_name":"Bash",\
                "tool_use_id":"%s","tool_input":{"command":"%s"}}""".formatted(id, command);
    }

    private static String add(Running server, String name, String group) {
        String groups = group.isEmpty() ? "" : "\"" + group + "\"";
        return first(
                TOKEN,
                server.post("/api/v1/people", "{\"name\":\"%s\",\"groups\":[%s]}".formatted(name, groups))
                        .body());
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static String vote(Running server, String id, String decision, String token) {
        return server.send("/api/v1/approvals/" + id, "{\"decision\":\"%s\"}".formatted(decision), token)
                .body();
    }

    @Test
    void letsACallRunOnlyWhenTwoDifferentPeopleOfTheGroupAgree() throws Exception {
        String policy = """
                approvals:
                  - about: force-push
                    people: 2
                    group: release
                """;
        try (Running server = serverWith(policy)) {
            String ann = add(server, "ann", "release");
            String bob = add(server, "bob", "release");
            String cyd = add(server, "cyd", "");
            CompletableFuture<String> held = server.hookLater("claude-code", bash("t1", "git push --force"));
            String id = first(ID, server.until("/api/v1/approvals?state=pending", "\"pending\""));
            assertThat(vote(server, id, "approve", cyd))
                    .contains("only members of `release` may approve `%s`, and `cyd` is none".formatted(id));
            assertThat(vote(server, id, "approve", ann)).contains("\"state\":\"pending\"");
            assertThat(vote(server, id, "approve", ann)).contains("another person must");
            assertThat(held).isNotDone();
            assertThat(vote(server, id, "approve", bob)).contains("\"state\":\"approved\"");
            assertThat(held.get(60, TimeUnit.SECONDS)).isEqualTo("{}");
            assertThat(server.get("/api/v1/reviewers"))
                    .contains("\"name\":\"ann\"")
                    .contains("\"name\":\"bob\"");
        }
    }

    @Test
    void takesANoFromAnybody() throws Exception {
        String policy = """
                approvals:
                  - people: 2
                    group: release
                """;
        try (Running server = serverWith(policy)) {
            String cyd = add(server, "cyd", "");
            CompletableFuture<String> held = server.hookLater("claude-code", bash("t1", "git push --force"));
            String id = first(ID, server.until("/api/v1/approvals?state=pending", "\"pending\""));
            assertThat(vote(server, id, "deny", cyd)).contains("\"state\":\"denied\"");
            assertThat(held.get(60, TimeUnit.SECONDS)).contains("Refused by cyd");
        }
    }

    @Test
    void seedsAQuestionThatMustBeDeniedAndSaysSoOnlyAfterwards() throws IOException {
        try (Running server = serverWith("canaries: 1\n")) {
            CompletableFuture<String> held = server.hookLater("claude-code", bash("t1", "git push --force"));
            String all = server.until("/api/v1/approvals?state=pending", "\"state\":\"pending\"");
            List<String> ids = new ArrayList<>();
            while (ids.size() < 2) {
                ids.clear();
                Matcher each = ID.matcher(server.get("/api/v1/approvals?state=pending"));
                while (each.find()) {
                    ids.add(each.group(1));
                }
            }
            assertThat(all).doesNotContain("canary");
            String canary = server.get("/api/v1/approvals/" + ids.get(0)).contains("\"command\":\"git push --force\"")
                    ? ids.get(1)
                    : ids.get(0);
            assertThat(vote(server, canary, "approve", server.token("admin-token")))
                    .contains("\"canary\":true");
            assertThat(server.get("/api/v1/reviewers")).contains("\"canaries\":1,\"canariesMissed\":1");
            assertThat(held).isNotDone();
        }
    }

    @Test
    void letsOnlyTheOwnerSayWhoDecides() throws IOException {
        try (Running server = Running.in(folder)) {
            String ann = add(server, "ann", "release");
            assertThat(server.send("/api/v1/people", "{\"name\":\"eve\"}", ann).statusCode())
                    .isEqualTo(403);
            assertThat(server.send("/api/v1/people", "{\"name\":\"eve\"}", server.token("hook-token"))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(server.post("/api/v1/people", "{\"name\":\"a b\"}").body())
                    .contains("`name` takes letters");
            assertThat(server.get("/api/v1/people"))
                    .contains("\"ann\",\"groups\":[\"release\"]")
                    .doesNotContain("token");
            server.post("/api/v1/people/remove", "{\"name\":\"ann\"}");
            assertThat(server.send("/api/v1/sessions", "", ann).statusCode()).isEqualTo(401);
            assertThat(server.get("/api/v1/audit")).contains("person-added").contains("person-removed");
        }
    }

    @Test
    void runsACommandAsThePolicyRewritesIt() throws IOException {
        String policy = """
                rewrites:
                  - id: lease
                    program: git push
                    replace: [--force, -f]
                    with: --force-with-lease
                    reason: overwrites what others have pushed
                """;
        try (Running server = serverWith(policy)) {
            assertThat(server.hook("claude-code", bash("t1", "git push -f origin topic")))
                    .isEqualTo(
                            "{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\","
                                    + "\"permissionDecision\":\"allow\",\"updatedInput\":{\"command\":"
                                    + "\"git push --force-with-lease origin topic\"},\"additionalContext\":"
                                    + "\"[fairlead lease] The command that you gave overwrites what others have pushed, so it"
                                    + " runs as `git push --force-with-lease origin topic`. Give it like that from now on.\"}}");
            assertThat(server.hook("claude-code", bash("t2", "git push --force && rm -rf /")))
                    .as("what is rewritten is decided about like anything else")
                    .contains("Refused by Fairlead (rule delete-system");
        }
    }

    @Test
    void asksTheNextGroupWhenNobodyDecides() throws IOException {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        List<Approval> asked = new ArrayList<>();
        Files.createDirectories(folder);
        try (Store store = Store.open(StoreSettings.file(folder.resolve("fairlead.db")))) {
            Approval first = store.approvals()
                    .ask(new Approval.Request(
                            new SessionId("s"),
                            new CallId("c"),
                            "Bash",
                            "git push --force",
                            "rewrites history",
                            List.of(),
                            List.of(),
                            Approval.Background.NONE,
                            noon.minusSeconds(600),
                            noon.plusSeconds(60),
                            new Approval.Panel(1, "release", Optional.of(new Approval.Escalation("leads", noon))),
                            false));
            Approvals approvals = new Approvals(
                    store.approvals(),
                    Clock.fixed(noon, ZoneOffset.UTC),
                    Duration.ofSeconds(1),
                    Duration.ofHours(1),
                    true,
                    asked::add);
            assertThat(approvals.tend()).hasSize(1);
            assertThat(asked.getFirst().request().panel()).isEqualTo(new Approval.Panel(1, "leads", Optional.empty()));
            assertThat(store.approvals()
                            .approval(first.id())
                            .orElseThrow()
                            .request()
                            .expiresAt())
                    .isEqualTo(noon.plusSeconds(3_600));
            assertThat(approvals.tend()).isEmpty();
        }
    }
}
