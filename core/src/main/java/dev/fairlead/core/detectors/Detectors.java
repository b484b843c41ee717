package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Card;
import dev.fairlead.core.detect.Detector;
import java.util.List;

/// The catalogue: every detector, in alphabetical order.
public final class Detectors {

    private Detectors() {}

    /// All detectors with their own thresholds.
    public static List<Detector<?>> all() {
        return List.of(
                new AnnouncedCheck(),
                new CheckBypass(),
                new CheckLeftOut(),
                new ConstraintLost(),
                new DestructiveAction(),
                new EditChurn(),
                new ErrorIgnored(),
                new Exfiltration(),
                new FalseSuccess(),
                new GitPeek(),
                new InstructionIgnored(),
                new NeedlessConfirmation(),
                new NoProgress(),
                new OversightTampering(),
                new PrematureStop(),
                new RemoteCode(),
                new RepeatedToolFailure(),
                new RepetitionLoop(),
                new RestrictionCircumvention(),
                new SecretExposure(),
                new TestTampering(),
                new ToolMisuse(),
                new UnaskedCommit(),
                new UnaskedFile(),
                new UnprovenClaim(),
                new UnrequestedChange(),
                new WrongAssumption());
    }

    /// Those whose word was measured precise enough to be told: what is on by default.
    public static List<Detector<?>> proven() {
        return all().stream()
                .filter(detector -> detector.card().standing() == Card.Standing.PROVEN)
                .toList();
    }

    /// The loop detector with other thresholds than its own, as another tool or a policy has them.
    public static Detector<?> repetitionLoop(LoopLimits limits) {
        return new RepetitionLoop(limits);
    }

    /// The detector of repeated failures with other limits than its own.
    public static Detector<?> repeatedToolFailure(FailureLimits limits) {
        return new RepeatedToolFailure(limits);
    }
}
