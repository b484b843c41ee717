package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Happening;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Other projects' own test cases of stuck agents: with a peer's thresholds our detectors say what the peer says.
///
/// What they cannot say at all is listed here with the reason, and the list is held exact.
@Tag("data")
final class LoopConformanceTest {

    private static final String WORDS = "repetition within the agent's text; our loops are of calls";
    private static final String MONOLOGUE = "messages without a call between; our loops are of calls";
    private static final String COMPACTION = "context-window errors one after another; our loops are of calls";
    private static final String NEXT_CALL = "refuses the next call of the tool; ours speaks on the failure before it";

    private static final Map<String, String> NOT_EXPRESSIBLE = notExpressible();

    private static Map<String, String> notExpressible() {
        Map<String, String> reasons = new TreeMap<>();
        for (int number = 12; number <= 51; number++) {
            reasons.put("gemini-cli-%03d".formatted(number), WORDS);
        }
        reasons.put("gemini-cli-054", WORDS);
        reasons.put("openhands-v0-022", MONOLOGUE);
        reasons.put("openhands-v0-023", MONOLOGUE);
        reasons.put("openhands-sdk-009", MONOLOGUE);
        for (int number = 24; number <= 29; number++) {
            reasons.put("openhands-v0-%03d".formatted(number), COMPACTION);
        }
        reasons.put("goose-007", NEXT_CALL);
        return reasons;
    }

    @Test
    void saysWhatEachPeerSaysWithThatPeersThresholds() {
        Map<String, int[]> counts = new TreeMap<>();
        List<String> disagreeing = new ArrayList<>();
        List<String> unforeseen = new ArrayList<>();
        for (Node.Fields row : Data.rows("conformance/loops.jsonl")) {
            LoopCase each = LoopCase.of(row);
            int[] count = counts.computeIfAbsent(each.source(), _ -> new int[3]);
            Optional<String> difference = difference(each);
            if (NOT_EXPRESSIBLE.containsKey(each.id())) {
                count[2]++;
            } else {
                count[difference.isEmpty() ? 0 : 1]++;
                difference.ifPresent(words -> disagreeing.add(each.id() + "  " + words));
            }
            if (isOfAnotherRule(each) != NOT_EXPRESSIBLE.containsKey(each.id())) {
                unforeseen.add(each.id());
            }
        }
        print(counts, disagreeing);

        assertThat(disagreeing).isEmpty();
        assertThat(unforeseen).isEmpty();
    }

    /// How our verdict differs from the peer's, if it does.
    private static Optional<String> difference(LoopCase each) {
        Peer peer = Peer.of(each.source(), each.config());
        List<Long> spoken = LoopCase.spoken(each.events(), peer.detectors());
        boolean stuck = peer.whenJudged() == Peer.Judged.EACH_STEP
                ? !spoken.isEmpty()
                : each.endsStuck(peer.detectors(), peer.spansTasks());
        if (stuck != each.isStuck()) {
            return Optional.of("stuck: %s, ours %s".formatted(each.isStuck(), stuck));
        }
        List<Long> stated = stated(each.expected());
        if (!stated.isEmpty() && !stated.equals(spoken.subList(0, Math.min(stated.size(), spoken.size())))) {
            return Optional.of("at %s, ours %s".formatted(stated, spoken));
        }
        if (each.expected().has("all_at") && stated.size() != spoken.size()) {
            return Optional.of("at %s only, ours %s".formatted(stated, spoken));
        }
        return warning(each, peer);
    }

    private static Optional<String> warning(LoopCase each, Peer peer) {
        List<Long> warned = LoopCase.spoken(each.events(), peer.warning());
        long last =
                each.events().isEmpty() ? -1 : each.events().getLast().origin().place();
        if (each.expected().has("nudge") && each.expected().isTrue("nudge") != warned.contains(last)) {
            return Optional.of("nudge: %s, ours at %s".formatted(each.expected().isTrue("nudge"), warned));
        }
        int nudges = each.expected().integer("nudges").orElse(warned.size());
        return nudges == warned.size()
                ? Optional.empty()
                : Optional.of("%d nudges, ours at %s".formatted(nudges, warned));
    }

    private static List<Long> stated(Node.Fields expected) {
        List<Long> stated = new ArrayList<>();
        for (Node node : expected.items("all_at").nodes()) {
            stated.add(Long.valueOf(((Node.Scalar) node).literal()));
        }
        if (stated.isEmpty()) {
            expected.number("first_at").ifPresent(stated::add);
        }
        return stated;
    }

    /// Whether a case is about something else than calls and their answers, told from the case itself.
    private static boolean isOfAnotherRule(LoopCase each) {
        boolean hasWords =
                has(each, Happening.AgentSpoke.class) && each.source().equals("gemini-cli");
        boolean isOfCalls = each.expected().textOr("kind", "").contains("tool_call");
        boolean isMonologue = each.expected().textOr("kind", "").equals("monologue")
                || each.id().equals("openhands-v0-023");
        return hasWords && !isOfCalls
                || isMonologue
                || has(each, Happening.ContextCompacted.class)
                || each.id().equals("goose-007");
    }

    private static boolean has(LoopCase each, Class<? extends Happening> kind) {
        return each.events().stream().anyMatch(event -> kind.isInstance(event.what()));
    }

    private static void print(Map<String, int[]> counts, List<String> disagreeing) {
        Report report = new Report("loop-conformance");
        report.line("%-16s %6s %9s %15s".formatted("peer", "agree", "disagree", "not expressible"));
        counts.forEach(
                (source, count) -> report.line("%-16s %6d %9d %15d".formatted(source, count[0], count[1], count[2])));
        report.line("");
        disagreeing.forEach(each -> report.line("DISAGREES  %s".formatted(each)));
        NOT_EXPRESSIBLE.forEach((id, reason) -> report.line("not expressible  %-18s %s".formatted(id, reason)));
        report.print();
    }
}
