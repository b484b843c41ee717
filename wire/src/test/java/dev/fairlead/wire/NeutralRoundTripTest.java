package dev.fairlead.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.export.AtifWriter;
import dev.fairlead.wire.export.OtlpWriter;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What neutral formats have a place for comes back from them: words, thoughts, calls, results and tokens of each
/// session.
final class NeutralRoundTripTest {

    private static final Set<String> STEP = Set.of(
            "step_id",
            "timestamp",
            "source",
            "message",
            "model_name",
            "reasoning_content",
            "tool_calls",
            "observation",
            "metrics",
            "extra");

    /// Samples of what agents really write; those of what nobody understands have little to keep.
    static List<Sample> samples() {
        return Sample.all().stream()
                .filter(each -> !each.toString().contains("not-understood"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepsWhatATrajectoryHolds(Sample sample) throws IOException {
        List<Event> events = sample.heard().events();

        assertThat(kept(readBack(written(events, AtifWriter::new)))).isEqualTo(kept(events));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepsInATrajectoryWhatTheFormatHasNoPlaceFor(Sample sample) throws IOException {
        List<Event> events = sample.heard().events();

        assertThat(besides(readBack(written(events, AtifWriter::new)))).isEqualTo(besides(events));
    }

    /// What happened besides words and calls, in no order.
    private static List<String> besides(List<Event> events) {
        Set<SessionId> withSteps = new HashSet<>(kept(events).keySet());
        List<String> besides = new ArrayList<>();
        for (Event event : events) {
            String words = switch (event.what()) {
                case Happening.SessionStarted started
                when started.directory().isPresent() -> "in " + started.directory() + " on " + started.branch();
                case Happening.ContextInjected injected -> injected.source() + " " + injected.name();
                case Happening.ToolReturned returned -> "exit " + returned.exitStatus() + " " + returned.images();
                case Happening.AgentInterrupted _, Happening.ContextCompacted _, Happening.SessionEnded _ ->
                    event.what().toString();
                default -> "";
            };
            if (!words.isEmpty() && withSteps.contains(event.session())) {
                besides.add(event.session() + " " + words);
            }
        }
        besides.sort(null);
        return besides;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepsWhatATraceHolds(Sample sample) throws IOException {
        List<Event> events = withoutReusedCalls(sample.heard().events());

        assertThat(kept(readBack(written(events, OtlpWriter::new)))).isEqualTo(kept(events));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writesTrajectoriesThatTheFormatAllows(Sample sample) throws IOException, MalformedJson {
        String text = written(sample.heard().events(), AtifWriter::new);

        for (Node each : JsonReader.ofAll().read(text)) {
            assertAllowed((Node.Fields) each);
        }
    }

    /// A trace joins what it says of a call by the call's id: one that comes again is the same call.
    static List<Event> withoutReusedCalls(List<Event> events) {
        Set<String> known = new HashSet<>();
        return events.stream()
                .filter(event -> !(event.what() instanceof Happening.ToolCalled called)
                        || known.add(event.session() + " " + called.call()))
                .toList();
    }

    private static void assertAllowed(Node.Fields trajectory) {
        assertThat(trajectory.names())
                .isSubsetOf(
                        "schema_version",
                        "session_id",
                        "trajectory_id",
                        "agent",
                        "steps",
                        "final_metrics",
                        "subagent_trajectories",
                        "extra");
        assertThat(trajectory.fields("agent").names()).contains("name", "version");
        List<Node> steps = trajectory.items("steps").nodes();
        assertThat(steps).isNotEmpty();
        for (int i = 0; i < steps.size(); i++) {
            Node.Fields step = (Node.Fields) steps.get(i);
            assertThat(step.number("step_id")).hasValue(i + 1);
            assertThat(step.names()).isSubsetOf(STEP).contains("source", "message");
            List<String> calls = ids(step.items("tool_calls"), "tool_call_id");
            assertThat(calls).doesNotHaveDuplicates();
            assertThat(calls).containsAll(ids(step.fields("observation").items("results"), "source_call_id"));
            if (!step.textOr("source", "").equals("agent")) {
                assertThat(step.names()).isSubsetOf("step_id", "timestamp", "source", "message", "extra");
            }
        }
        List<Node> children = trajectory.items("subagent_trajectories").nodes();
        assertThat(ids(trajectory.items("subagent_trajectories"), "trajectory_id"))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(children);
        children.forEach(each -> assertAllowed((Node.Fields) each));
    }

    private static List<String> ids(Node.Items items, String key) {
        return items.nodes().stream()
                .flatMap(each -> ((Node.Fields) each).text(key).stream())
                .toList();
    }

    private static String written(List<Event> events, Function<Writer, Exporter> format) throws IOException {
        StringWriter text = new StringWriter();
        Exporter exporter = format.apply(text);
        for (Event event : events) {
            exporter.write(event);
        }
        exporter.endFile();
        return text.toString();
    }

    private static List<Event> readBack(String text) {
        return Sample.hearUnknown(new ByteArrayInputStream(DialectContractTest.utf8(text)))
                .events();
    }

    /// What of each session is to come back, in words; in no order, since results may have waited.
    static Map<SessionId, List<String>> kept(List<Event> events) {
        Map<SessionId, List<String>> kept = new TreeMap<>();
        Map<SessionId, Tokens> tokens = new HashMap<>();
        Set<String> open = new HashSet<>();
        for (Event event : events) {
            if (event.what() instanceof Happening.TokensUsed used) {
                tokens.merge(event.session(), used.tokens(), Tokens::plus);
            }
            String words = words(event, open);
            if (!words.isBlank()) {
                kept.computeIfAbsent(event.session(), _ -> new ArrayList<>()).add(words);
            }
        }
        tokens.forEach((session, used) -> kept.computeIfPresent(session, (_, words) -> {
            words.add("tokens " + used.read() + " " + used.output());
            return words;
        }));
        kept.values().forEach(each -> each.sort(null));
        return kept;
    }

    private static String words(Event event, Set<String> open) {
        if (event.what() instanceof Happening.TaskGiven task && !task.text().isBlank()) {
            return "task " + task.text();
        }
        if (event.what() instanceof Happening.AgentSpoke spoke && !spoke.text().isBlank()) {
            return "says " + spoke.text();
        }
        if (event.what() instanceof Happening.AgentThought thought
                && !thought.text().isBlank()) {
            return "thinks " + thought.text();
        }
        if (event.what() instanceof Happening.ToolCalled called) {
            open.add(event.session() + " " + called.call());
            return "calls %s %s %s".formatted(called.call(), called.tool(), called.arguments());
        }
        if (event.what() instanceof Happening.ToolReturned returned
                && open.remove(event.session() + " " + returned.call())) {
            return "returned %s %s %s".formatted(returned.call(), returned.outcome(), returned.text());
        }
        return "";
    }
}
