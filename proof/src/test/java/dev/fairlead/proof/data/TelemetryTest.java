package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.Tokens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The telemetry that real clients sent is read whole, and says what they did as far as they chose to say it.
@Tag("data")
final class TelemetryTest {

    private static final List<String> CLIENTS = List.of("claude", "codex", "copilot", "gemini", "opencode", "qwen");

    @Test
    void nothingIsUnread() {
        List<String> unread = new ArrayList<>();
        for (String client : CLIENTS) {
            for (Path file : files(client, "")) {
                for (Event event : Sessions.events(file)) {
                    if (event.what() instanceof Happening.Unread) {
                        unread.add(file + ": " + event);
                    }
                }
            }
        }
        assertThat(unread).isEmpty();
    }

    /// Each client was given one task with five or six calls, one of which looks for a file that is not there. Of
    /// Copilot there are but metrics, and of opencode's and Codex' spans only the first part.
    @ParameterizedTest
    @CsvSource(textBlock = """
            claude, traces, 1, 5, 1, 1700
            claude, logs,   1, 5, 1, 1700
            codex,  logs,   1, 4, 1, 1400
            gemini, traces, 1, 4, 1, 1400
            qwen,   logs,   1, 6, 2, 1600
            """)
    void tellsTasksCallsFailuresAndTokens(
            String client, String signal, int tasks, int calls, int failures, long tokens) {
        List<Happening> told = files(client, signal).stream()
                .flatMap(file -> Sessions.events(file).stream())
                .map(Event::what)
                .toList();

        assertThat(count(told, Happening.TaskGiven.class)).isEqualTo(tasks);
        assertThat(count(told, ToolCalled.class)).isEqualTo(calls);
        assertThat(count(told, ToolReturned.class)).isEqualTo(calls);
        assertThat(told.stream()
                        .filter(ToolReturned.class::isInstance)
                        .filter(each -> ((ToolReturned) each).outcome() == Outcome.FAILED))
                .hasSize(failures);
        assertThat(told.stream()
                        .filter(Happening.TokensUsed.class::isInstance)
                        .map(each -> ((Happening.TokensUsed) each).tokens())
                        .reduce(Tokens.NONE, Tokens::plus)
                        .read())
                .isEqualTo(tokens);
    }

    private static List<Path> files(String client, String signal) {
        return Data.filesIn("clients/captures/" + client + "/otel").stream()
                .filter(file -> file.toString().endsWith(signal + ".json"))
                .toList();
    }

    private static long count(List<Happening> told, Class<? extends Happening> kind) {
        return told.stream().filter(kind::isInstance).count();
    }
}
