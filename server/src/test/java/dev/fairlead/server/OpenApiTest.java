package dev.fairlead.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the server answers is what its document says.
final class OpenApiTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private static String hook(String id, String command, String event, String more) {
        return """
                {"session_id":"s","cwd":"/work/app","hook_event_name":"%s","tool_name":"Bash",\
                "tool_use_id":"%s","tool_input":{"command":"%s"}%s}""".formatted(event, id, command, more);
    }

    private static List<Error> faults(Running server, String schema, String answer) {
        String document = server.get("/api/openapi.json");
        String whole =
                document.substring(0, document.lastIndexOf('}')) + ",\"$ref\":\"#/components/schemas/" + schema + "\"}";
        Schema wanted = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole, InputFormat.JSON);
        return wanted.validate(answer, InputFormat.JSON);
    }

    @Test
    void answersAsItsDocumentSays() throws IOException {
        try (Running server = Running.in(folder, Duration.ofMillis(100), 0)) {
            for (int i = 0; i < 4; i++) {
                server.hook("claude-code", hook("t" + i, "make test", "PreToolUse", ""));
                server.hook(
                        "claude-code",
                        hook("t" + i, "make test", "PostToolUseFailure", ",\"error\":\"Exit code 2\\nno rule\""));
            }
            server.hook("claude-code", hook("t9", "git push --force", "PreToolUse", ""));
            server.post("/api/v1/switches", "{\"scope\":\"all\",\"why\":\"lunch\",\"for\":\"1h\"}");
            server.until("/api/v1/interventions", "ignored");
            assertThat(faults(server, "Switch", server.get("/api/v1/status")))
                    .as("a check that can fail")
                    .isNotEmpty();
            assertThat(faults(server, "Status", server.get("/api/v1/status"))).isEmpty();
            assertThat(faults(server, "SessionWhole", server.get("/api/v1/sessions/s")))
                    .isEmpty();
            assertThat(first(server, "sessions", "Session")).isEmpty();
            assertThat(first(server, "findings", "Finding")).isEmpty();
            assertThat(first(server, "interventions", "Intervention")).isEmpty();
            assertThat(first(server, "decisions", "Decision")).isEmpty();
            assertThat(first(server, "approvals", "Approval")).isEmpty();
            assertThat(first(server, "audit", "Deed")).isEmpty();
            assertThat(first(server, "switches", "Switch")).isEmpty();
            assertThat(first(server, "recovery", "Recovery")).isEmpty();
            assertThat(faults(server, "Error", server.get("/api/v1/sessions/unknown")))
                    .isEmpty();
        }
    }

    /// The faults of the first item of a list.
    private static List<Error> first(Running server, String list, String schema) {
        String answer = server.get("/api/v1/" + list);
        int from = answer.indexOf('[') + 1;
        int depth = 0;
        int to = from;
        do {
            depth += answer.charAt(to) == '{' ? 1 : answer.charAt(to) == '}' ? -1 : 0;
            to++;
        } while (depth > 0);
        return faults(server, schema, answer.substring(from, to));
    }
}
