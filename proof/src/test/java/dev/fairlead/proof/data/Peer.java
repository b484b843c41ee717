package dev.fairlead.proof.data;

import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.core.detectors.FailureLimits;
import dev.fairlead.core.detectors.FailureLimits.Sameness;
import dev.fairlead.core.detectors.LoopLimits;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.stream.Stream;

/// Another project's rule of when an agent is stuck, in terms of our detectors: one profile for each peer, with the
/// thresholds of the configuration that a test case states.
///
/// @param detectors those that stand for the rule; none where the case switches it off
/// @param warning those that stand for the peer's milder word, where it has one
/// @param whenJudged whether any step may be found stuck, or only the last is asked about
/// @param spansTasks whether the person's words leave the count as it is
record Peer(List<Detector<?>> detectors, List<Detector<?>> warning, Judged whenJudged, boolean spansTasks) {

    private static final int MOST_COUNTED = 6;

    /// When a peer is asked for its verdict in its own tests.
    enum Judged {
        /// After every step.
        EACH_STEP,
        /// Once, after the last step.
        AT_THE_END
    }

    static Peer of(String source, Node.Fields config) {
        return switch (source) {
            case "openhands-v0" -> openHands(config);
            case "openhands-sdk" -> openHandsSdk(config);
            case "gemini-cli" ->
                eachStep(Detectors.repetitionLoop(new LoopLimits(
                        count(config, "tool_call_threshold", 5),
                        count(config, "tool_call_threshold", 5),
                        5,
                        false,
                        1)));
            case "goose" -> goose(config);
            case "cline" -> cline(config);
            case "roo-code" -> rooCode(config);
            default -> throw new AssertionError("no profile for `%s`".formatted(source));
        };
    }

    /// Four equal calls with equal answers, three equal calls that fail, or three rounds of two; over the whole history
    /// where nobody sits beside it, else since the person last spoke.
    private static Peer openHands(Node.Fields config) {
        boolean spans = config.isTrue("headless");
        LoopLimits loops =
                new LoopLimits(count(config, "action_observation", 4), count(config, "alternating", 6) / 2, 2, true, 1);
        FailureLimits failures = FailureLimits.inARow(count(config, "action_error", 3), Sameness.CALL);
        return new Peer(
                List.of(
                        Detectors.repetitionLoop(spans ? loops.acrossTasks() : loops),
                        Detectors.repeatedToolFailure(spans ? failures.acrossTasks() : failures)),
                List.of(),
                Judged.AT_THE_END,
                spans);
    }

    /// The same since the person last spoke, with a nudge at the third equal call that fails and a stop at the fourth.
    private static Peer openHandsSdk(Node.Fields config) {
        int nudge = count(config, "action_error", 3);
        LoopLimits loops = new LoopLimits(
                count(config, "action_observation", 4), count(config, "alternating_pattern", 6) / 2, 2, true, 1);
        return new Peer(
                List.of(
                        Detectors.repetitionLoop(loops),
                        Detectors.repeatedToolFailure(FailureLimits.inARow(nudge + 1, Sameness.CALL))),
                List.of(Detectors.repeatedToolFailure(FailureLimits.inARow(nudge, Sameness.CALL))),
                Judged.AT_THE_END,
                false);
    }

    /// More than so many equal calls in a row, and three equal complaints of one tool in a row.
    private static Peer goose(Node.Fields config) {
        return config.has("same_error_threshold")
                ? eachStep(Detectors.repeatedToolFailure(
                        FailureLimits.inARow(count(config, "same_error_threshold", 3), Sameness.COMPLAINT)))
                : eachStep(Detectors.repetitionLoop(identical(count(config, "max_repetitions", 2) + 1)));
    }

    /// Equal calls in a row, a warning and then a stop; and so many failures in a row, whatever they are, over tasks
    /// too.
    private static Peer cline(Node.Fields config) {
        if (config.isTrue("disabled")) {
            return eachStep();
        }
        if (config.has("max_consecutive_mistakes")) {
            return eachStep(Detectors.repeatedToolFailure(
                    FailureLimits.inARow(count(config, "max_consecutive_mistakes", MOST_COUNTED), Sameness.NOTHING)
                            .acrossTasks()));
        }
        int reported = count(config, config.textOr("report_level", "soft"), 3);
        return eachStep(Detectors.repetitionLoop(identical(reported)));
    }

    /// More than so many equal calls in a row, again and again; a limit of 0 or below switches it off.
    private static Peer rooCode(Node.Fields config) {
        int limit = count(config, "limit", 3);
        return limit <= 0
                ? eachStep()
                : eachStep(Detectors.repetitionLoop(identical(limit + 1).speakingAgain()));
    }

    private static LoopLimits identical(int calls) {
        return new LoopLimits(calls, 0, 1, false, 1);
    }

    private static Peer eachStep(Detector<?>... detectors) {
        return new Peer(List.of(detectors), List.of(), Judged.EACH_STEP, false);
    }

    private static int count(Node.Fields config, String name, int otherwise) {
        return config.integer(name).orElse(otherwise);
    }

    /// All that is watched with.
    List<Detector<?>> all() {
        return Stream.concat(detectors.stream(), warning.stream()).toList();
    }
}
