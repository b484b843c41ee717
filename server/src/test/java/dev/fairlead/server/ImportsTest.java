package dev.fairlead.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportsTest {

    private static final String TRANSCRIPT = """
            {"type":"user","sessionId":"s","uuid":"1","timestamp":"2026-01-01T10:00:00Z","cwd":"/work/app","version":"2.1","message":{"role":"user","content":"list the files"}}
            {"type":"assistant","sessionId":"s","uuid":"2","timestamp":"2026-01-01T10:00:01Z","cwd":"/work/app","version":"2.1","message":{"id":"m1","role":"assistant","content":[{"type":"tool_use","id":"t1","name":"Bash","input":{"command":"ls"}}]}}
            {"type":"user","sessionId":"s","uuid":"3","timestamp":"2026-01-01T10:00:02Z","cwd":"/work/app","version":"2.1","message":{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"a.txt"}]}}
            {"type":"assistant","sessionId":"s","uuid":"4","timestamp":"2026-01-01T10:00:03Z","cwd":"/work/app","version":"2.1","message":{"id":"m2","role":"assistant","content":[{"type":"tool_use","id":"t2","name":"Bash","input":{"command":"cat a.txt"}}]}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private static String hook(String id, String command) {
        return """
                {"session_id":"s","cwd":"/work/app","hook_event_name":"PreToolUse","tool_name":"Bash",\
                "tool_use_id":"%s","tool_input":{"command":"%s"}}""".formatted(id, command);
    }

    @Test
    void countsTheCallsOfATranscriptThatNoHookAnnounced() throws IOException {
        Path file = Files.writeString(folder.resolve("s.jsonl"), TRANSCRIPT);
        try (Running server = Running.in(folder)) {
            server.hook("claude-code", hook("t1", "ls"));
            server.server().importFrom(List.of(file));
            assertThat(server.until("/api/v1/coverage", "\"calls\":2"))
                    .isEqualTo("{\"coverage\":[{\"agent\":\"claude-code\",\"version\":\"2.1\",\"sessions\":1,"
                            + "\"unhooked\":0,\"calls\":2,\"ungated\":1}]}");
        }
    }

    @Test
    void countsASessionOfWhichNoHookWasHeard() throws IOException {
        Path file = Files.writeString(folder.resolve("s.jsonl"), TRANSCRIPT);
        try (Running server = Running.in(folder)) {
            server.server().importFrom(List.of(file, file));
            assertThat(server.get("/api/v1/coverage")).contains("\"sessions\":1,\"unhooked\":1");
            assertThat(server.get("/api/v1/sessions"))
                    .contains("\"channel\":\"file\"")
                    .contains("\"toolCalls\":2");
        }
    }

    @Test
    void tellsOfAFileThatItCannotReadAndGoesOn() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.jsonl"), "not a session\n");
        Path good = Files.writeString(folder.resolve("s.jsonl"), TRANSCRIPT);
        try (Running server = Running.in(folder)) {
            server.server().importFrom(List.of(bad, folder.resolve("gone.jsonl"), good));
            assertThat(server.get("/api/v1/sessions")).contains("\"session\":\"s\"");
        }
    }
}
