package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.wire.Dialects;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AgentsCommandTest {

    @TempDir
    private Path home;

    private Run agents(String... arguments) {
        List<String> all = new ArrayList<>(List.of("agents", "--home", home.toString()));
        all.addAll(Arrays.asList(arguments));
        StringWriter output = new StringWriter();
        StringWriter error = new StringWriter();
        int status = Main.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(error))
                .execute(all.toArray(String[]::new));
        return new Run(status, output.toString(), error.toString());
    }

    private void put(String place, String name, String content) throws IOException {
        Files.createDirectories(home.resolve(place));
        Files.writeString(home.resolve(place).resolve(name), content);
    }

    private static String example(String name) throws IOException {
        return Files.readString(Run.EXAMPLES.resolve(name));
    }

    private static String copilot(String session) {
        String record = "{\"type\":\"%s\",\"data\":%s,\"parentId\":null,\"timestamp\":\"2026-03-01T10:00:0%dZ\"%s}%n";
        String start = "{\"sessionId\":\"%s\"}".formatted(session);
        return (record.formatted("session.start", start, 1, "")
                        + record.formatted("user.message", "{\"content\":\"count\"}", 2, ",\"agentId\":\"a1\""))
                .replace("\r", "");
    }

    private void fill() throws IOException {
        put(".claude/projects/-work", "one.jsonl", example("claude-code/claude-clean.jsonl"));
        put(".claude/projects/-work", "two.jsonl", example("claude-code/claude-cut-off.jsonl"));
        put(".claude/projects/-work/memory", "notes.md", "# Notes\n");
        put(".codex/sessions/2026", "elsewhere.jsonl", example("claude-code/claude-clean.jsonl"));
        put(".copilot/session-state/s1", "events.jsonl", copilot("s1"));
        put(".copilot/session-state/s2", "events.jsonl", copilot("s2"));
        put(".copilot/session-state/s2", "workspace.yaml", "id: s2\n");
        put(".copilot/session-state", "lock", "");
    }

    @Test
    void listsWhatItFoundForAPerson() throws IOException {
        fill();

        assertThat(agents().output()).isEqualTo("""
                agent                sessions  newest ended (UTC)    where
                Claude Code                 2  2026-11-21 04:04      ~/.claude/projects
                Codex                       0  -                     ~/.codex/sessions
                GitHub Copilot CLI          2  2026-03-01 10:00      ~/.copilot/session-state/*/events.jsonl
                """);
    }

    @Test
    void listsWhatItFoundForAProgram() throws IOException {
        fill();

        assertThat(agents("--format", "json").output().strip().replaceAll("(?<=\\}),(?=\\{)", ",\n"))
                .isEqualTo("""
                        {"agents":[{"agent":"claude-code","title":"Claude Code","places":[".claude/projects"],"files":2,"sessions":2,"subAgents":0,"newestEnded":"2026-11-21T04:04:17.359Z"},
                        {"agent":"codex","title":"Codex","places":[".codex/sessions"],"files":0,"sessions":0,"subAgents":0},
                        {"agent":"copilot-cli","title":"GitHub Copilot CLI","places":[".copilot/session-state/*/events.jsonl"],"files":2,"sessions":2,"subAgents":2,"newestEnded":"2026-03-01T10:00:02Z"}]}""");
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(agents()).isEqualTo(new Run(0, "no agent was found on this machine\n", ""));
        assertThat(agents("--format", "json")).isEqualTo(new Run(0, "{\"agents\":[]}\n", ""));
    }

    @Test
    void saysWhatIsWrongWithItsUsage() {
        assertThat(agents("--format", "xml").status()).isEqualTo(2);
    }

    @Test
    void takesAStarForAnyPartOfOneName() throws IOException {
        put("a/one.d/x", "sessions.db", "");
        put("a/two.d/x", "sessions.db", "");
        put("a/three/x", "sessions.db", "");
        put("a/four.d", "x", "");

        assertThat(Places.of("a/*.d/x/s*s.db", home))
                .containsExactly(home.resolve("a/one.d/x/sessions.db"), home.resolve("a/two.d/x/sessions.db"));
        assertThat(Places.of("a/four.d/x", home)).containsExactly(home.resolve("a/four.d/x"));
        assertThat(Places.of("a/none/*/x", home)).isEmpty();
        assertThat(Places.of("a/one.d/x/sessions.db/*", home)).isEmpty();
    }

    @Test
    void scansThePlacesThatHoldSessions() throws IOException {
        fill();

        assertThat(Sources.ofAgents(Dialects.all(), home))
                .contains(home.resolve(".claude/projects"), home.resolve(".copilot/session-state/s1/events.jsonl"))
                .doesNotContain(home.resolve(".copilot/session-state"));
    }
}
