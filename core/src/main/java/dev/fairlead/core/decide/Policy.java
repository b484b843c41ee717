package dev.fairlead.core.decide;

import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What is done about which class of findings.
///
/// @param modes the mode of each class that has one of its own
/// @param otherwise the mode of the others
/// @param cooldown how many events must pass after guidance about a class before the next about the same class
/// @param mostNudges the most guidance that one session is given; what comes after is only recorded
public record Policy(Map<Misbehaviour, Mode> modes, Mode otherwise, long cooldown, int mostNudges) {

    /// Everything is looked for and recorded, nothing is done: what reading stored sessions needs.
    public static final Policy OBSERVE = new Policy(Map.of(), Mode.SHADOW, 20, 5);

    public Policy {
        if (cooldown < 0 || mostNudges < 0) {
            throw new IllegalArgumentException("cooldown %d or cap %d is negative".formatted(cooldown, mostNudges));
        }
        modes = Map.copyOf(modes);
    }

    /// The mode of a class.
    public Mode mode(Misbehaviour misbehaviour) {
        return modes.getOrDefault(misbehaviour, otherwise);
    }

    /// Weighs what was just found against what was already said.
    ///
    /// @param findings of one event
    /// @param sequence that event's number
    public Weighed weigh(Restraint restraint, List<Finding> findings, long sequence) {
        List<Finding> looked = new ArrayList<>();
        List<Finding> said = new ArrayList<>();
        Mode strongest = Mode.SHADOW;
        Restraint next = restraint;
        for (Finding finding : findings) {
            Mode mode = mode(finding.misbehaviour());
            if (mode == Mode.OFF) {
                continue;
            }
            looked.add(finding);
            boolean mayNudge = next.allows(finding.misbehaviour(), sequence, this);
            if (mode == Mode.SHADOW || (mode == Mode.NUDGE && !mayNudge)) {
                continue;
            }
            said.add(finding);
            strongest = mode.compareTo(strongest) > 0 ? mode : strongest;
            next = mode == Mode.NUDGE ? next.after(finding.misbehaviour(), sequence) : next;
        }
        return new Weighed(next, looked, decision(strongest, said, looked));
    }

    private static Decision decision(Mode strongest, List<Finding> said, List<Finding> looked) {
        return switch (strongest) {
            case OFF, SHADOW -> new Decision.Proceed(looked);
            case NUDGE -> new Decision.Nudge(said);
            case ASK -> new Decision.Ask(said);
            case REFUSE -> new Decision.Refuse(said);
        };
    }

    /// The outcome of weighing.
    ///
    /// @param restraint what was said so far, with this
    /// @param findings those whose class is not switched off
    public record Weighed(Restraint restraint, List<Finding> findings, Decision decision) {
        public Weighed {
            findings = List.copyOf(findings);
        }
    }

    /// What a session was already told, so that it is not told too often.
    ///
    /// @param nudges how often in all
    /// @param last the sequence of the last guidance about each class
    public record Restraint(int nudges, Map<Misbehaviour, Long> last) {

        /// Nothing said yet.
        public static final Restraint NONE = new Restraint(0, Map.of());

        public Restraint {
            last = Map.copyOf(last);
        }

        boolean allows(Misbehaviour misbehaviour, long sequence, Policy policy) {
            Long before = last.get(misbehaviour);
            boolean cooled = before == null || sequence - before >= policy.cooldown();
            return cooled && nudges < policy.mostNudges();
        }

        Restraint after(Misbehaviour misbehaviour, long sequence) {
            Map<Misbehaviour, Long> next = new EnumMap<>(Misbehaviour.class);
            next.putAll(last);
            next.put(misbehaviour, sequence);
            return new Restraint(nudges + 1, next);
        }
    }
}
