package dev.fairlead.core.guide;

import java.util.List;
import java.util.Optional;

/// Whether what guidance rests on still holds when the agent next listens.
///
/// Guidance that comes too late is worse than none: it sends an agent back to what it has already put right.
final class Ground {

    /// How many events guidance outlives, at the most.
    static final long OLDEST = 40;
    /// How many other calls in a row show that an agent has moved on from what it repeated.
    private static final int MOVED_ON = 2;

    private Ground() {}

    /// Why it no longer holds; empty where it does.
    ///
    /// @param now the sequence of the newest event
    static Optional<String> lost(Intervention intervention, Course course, long now) {
        if (course.person() > intervention.decided()) {
            return Optional.of("the person has spoken since");
        }
        if (now - intervention.decided() > OLDEST && !Guide.IN_CODE.contains(intervention.misbehaviour())) {
            return Optional.of("more than %d events have passed since".formatted(OLDEST));
        }
        List<Deed> since = course.since(intervention.decided());
        return switch (intervention.misbehaviour()) {
            case REPETITION_LOOP, EDIT_CHURN, NO_PROGRESS -> movedOn(intervention, since);
            case REPEATED_TOOL_FAILURE, TOOL_MISUSE, ERROR_IGNORED -> worked(intervention, since);
            case FALSE_SUCCESS ->
                course.passed() > intervention.decided() ? Optional.of("a check has passed since") : Optional.empty();
            case INSTRUCTION_IGNORED,
                    UNREQUESTED_CHANGE,
                    CONSTRAINT_LOST,
                    PREMATURE_STOP,
                    WRONG_ASSUMPTION,
                    TEST_TAMPERING,
                    CHECK_BYPASS,
                    RESTRICTION_CIRCUMVENTION,
                    OVERSIGHT_TAMPERING,
                    GIT_PEEK,
                    DESTRUCTIVE_ACTION,
                    SECRET_EXPOSURE,
                    EXFILTRATION,
                    REMOTE_CODE,
                    INJECTED_INSTRUCTION,
                    COMPLEXITY_RISE,
                    SECURITY_FINDING,
                    DUPLICATION,
                    COVERAGE_DROP,
                    SECRET_COMMITTED,
                    STANDARDS_VIOLATION,
                    UNKNOWN_DEPENDENCY,
                    GUIDANCE_IGNORED,
                    PREMATURE_GIVE_UP,
                    NEEDLESS_CONFIRMATION -> Optional.empty();
        };
    }

    private static Optional<String> movedOn(Intervention intervention, List<Deed> since) {
        boolean isElsewhere = since.size() >= MOVED_ON
                && since.subList(since.size() - MOVED_ON, since.size()).stream()
                        .allMatch(deed -> deed.call() != intervention.call());
        return isElsewhere ? Optional.of("the agent has moved on by itself") : Optional.empty();
    }

    private static Optional<String> worked(Intervention intervention, List<Deed> since) {
        return since.stream().anyMatch(deed -> deed.worked())
                ? Optional.of("a call has worked since")
                : movedOn(intervention, since);
    }
}
