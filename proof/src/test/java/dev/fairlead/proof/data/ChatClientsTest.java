package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening.SessionStarted;
import dev.fairlead.core.event.Happening.TokensUsed;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Happening.Unread;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.json.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every stored session of GitHub Copilot CLI and of opencode is read to its last record.
///
/// What else lies among the recordings of these clients is no session: the payloads of hooks, one JSON object each, the
/// messages of a protocol between client and editor, and a server's stream of events.
@Tag("data")
final class ChatClientsTest {

    private static final String CAPTURES = "clients/captures/";

    static List<Path> copilot() {
        List<Path> files = new ArrayList<>(Data.filesIn("corpus/copilot-cli"));
        files.add(Data.at(CAPTURES + "copilot/output-json.jsonl"));
        files.add(Data.at(CAPTURES + "copilot/transcript/events.jsonl"));
        files.add(Data.at(CAPTURES + "copilot/transcript/inject-run.jsonl"));
        return files;
    }

    static List<Path> opencode() {
        return Stream.concat(
                        Data.filesIn(CAPTURES + "opencode/transcript").stream(),
                        Stream.of(Data.at(CAPTURES + "opencode/run-format-json.jsonl")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("copilot")
    void readsEverythingOfCopilot(Path file) {
        assertReadsEverything(file, "copilot-cli");
    }

    @ParameterizedTest
    @MethodSource("opencode")
    void readsEverythingOfOpencode(Path file) {
        assertReadsEverything(file, "opencode");
    }

    /// The client states totals at the end of a session, and parts of them before.
    @ParameterizedTest
    @MethodSource("copilot")
    void tellsAsManyTokensAsCopilotCounts(Path file) {
        long read = 0;
        long written = 0;
        for (String line : Data.text(file).lines().toList()) {
            Node.Fields record = Data.object(line);
            if (record.textOr("type", "").equals("session.shutdown")) {
                Node.Fields metrics = record.fields("data").fields("modelMetrics");
                for (String model : metrics.names()) {
                    Node.Fields usage = metrics.fields(model).fields("usage");
                    read += usage.number("inputTokens").orElse(0);
                    written += usage.number("outputTokens").orElse(0);
                }
            }
        }
        Tokens told = Sessions.events(file).stream()
                .map(Event::what)
                .filter(TokensUsed.class::isInstance)
                .map(what -> ((TokensUsed) what).tokens())
                .reduce(Tokens.NONE, Tokens::plus);

        if (read + written > 0) {
            assertThat(List.of(told.read(), told.output())).isEqualTo(List.of(read, written));
        }
    }

    private static void assertReadsEverything(Path file, String agent) {
        List<Event> events = Sessions.events(file);

        assertThat(events).extracting(Event::what).noneMatch(Unread.class::isInstance);
        assertThat(events.getFirst().what())
                .isInstanceOfSatisfying(
                        SessionStarted.class,
                        started -> assertThat(started.agent()).isEqualTo(agent));
        Set<CallId> open = new HashSet<>();
        for (Event event : events) {
            if (event.what() instanceof ToolCalled called) {
                assertThat(open.add(called.call())).as("%s", event).isTrue();
            } else if (event.what() instanceof ToolReturned returned) {
                assertThat(open.remove(returned.call())).as("%s", event).isTrue();
            }
        }
        assertThat(open).as("calls without a result").isEmpty();
    }
}
