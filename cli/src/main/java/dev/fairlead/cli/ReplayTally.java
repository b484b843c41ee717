package dev.fairlead.cli;

import dev.fairlead.core.decide.Decision;
import dev.fairlead.core.decide.Mode;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.event.SessionId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a replay adds up to.
final class ReplayTally implements Replay.Hearer {

    private final int samples;
    private final Set<String> budgets = new HashSet<>();
    private final Map<String, Group> rules = new TreeMap<>();
    private final Map<String, Group> classes = new TreeMap<>();
    private final Map<String, Group> changes = new TreeMap<>();
    private final Map<Mode, Long> modes = new EnumMap<>(Mode.class);
    private long sessions;
    private long calls;
    private long approvals;
    private long changed;

    /// Calls that have something in common.
    ///
    /// @param modes how many were met how
    /// @param samples the first of them
    record Group(Map<Mode, Long> modes, List<Replay.Decided> samples) {

        Group() {
            this(new EnumMap<>(Mode.class), new ArrayList<>());
        }

        long count(Mode mode) {
            return modes.getOrDefault(mode, 0L);
        }

        long all() {
            return modes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// @param samples the most that are kept of each group
    ReplayTally(int samples) {
        this.samples = samples;
    }

    @Override
    public void session() {
        sessions++;
    }

    @Override
    public void decided(Replay.Decided decided) {
        calls++;
        Ruling ruling = decided.ruling();
        modes.merge(heard(ruling), 1L, Long::sum);
        ruling.decisive().ifPresent(objection -> {
            Group group = rules.computeIfAbsent(objection.rule(), _ -> new Group());
            add(group, objection.mode(), decided);
            boolean isAsked = objection.mode() == Mode.ASK;
            approvals +=
                    isAsked && isAskedAnew(objection.rule(), decided.event().session()) ? 1 : 0;
        });
        decided.other().ifPresent(other -> {
            if (heard(other) != heard(ruling)) {
                changed++;
                String change = "%s → %s".formatted(word(heard(other)), word(heard(ruling)));
                add(changes.computeIfAbsent(change, _ -> new Group()), heard(ruling), decided);
            }
        });
    }

    @Override
    public void found(Decision decision) {
        Mode mode = switch (decision) {
            case Decision.Proceed proceed -> Mode.SHADOW;
            case Decision.Nudge nudge -> Mode.NUDGE;
            case Decision.Ask ask -> Mode.ASK;
            case Decision.Refuse refuse -> Mode.REFUSE;
            case Decision.Pause pause -> Mode.REFUSE;
            case Decision.Stop stop -> Mode.REFUSE;
        };
        approvals += mode == Mode.ASK ? 1 : 0;
        for (Finding finding : decision.because()) {
            Group group = classes.computeIfAbsent(finding.misbehaviour().code(), _ -> new Group());
            group.modes().merge(mode, 1L, Long::sum);
        }
    }

    /// A person who was asked about a budget once lets the session go on to its end.
    private boolean isAskedAnew(String rule, SessionId session) {
        return !rule.startsWith("budget-") || budgets.add(rule + " " + session);
    }

    private void add(Group group, Mode mode, Replay.Decided decided) {
        group.modes().merge(mode, 1L, Long::sum);
        if (group.samples().size() < samples) {
            group.samples().add(decided);
        }
    }

    /// What somebody hears: nothing of what is off or in shadow.
    static Mode heard(Ruling ruling) {
        return ruling.mode().isHeard() ? ruling.mode() : Mode.OFF;
    }

    /// What becomes of a call.
    static String word(Mode mode) {
        return switch (mode) {
            case OFF, SHADOW -> "allowed";
            case NUDGE -> "nudged";
            case ASK -> "asked";
            case REFUSE -> "refused";
        };
    }

    long count(Mode mode) {
        return modes.getOrDefault(mode, 0L);
    }

    long sessions() {
        return sessions;
    }

    long calls() {
        return calls;
    }

    /// How often a person is asked.
    long approvals() {
        return approvals;
    }

    /// How many calls the other policy would have decided about otherwise.
    long changed() {
        return changed;
    }

    /// By the rule that decides.
    Map<String, Group> rules() {
        return rules;
    }

    /// By the class of findings.
    Map<String, Group> classes() {
        return classes;
    }

    /// By what became of it, and what becomes of it now.
    Map<String, Group> changes() {
        return changes;
    }
}
