package dev.fairlead.core.decide;

import dev.fairlead.core.detect.Misbehaviour;
import java.util.EnumMap;
import java.util.Map;

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

    boolean allows(Misbehaviour misbehaviour, long sequence, Guidance guidance) {
        Long before = last.get(misbehaviour);
        boolean cooled = before == null || sequence - before >= guidance.cooldown();
        return cooled && nudges < guidance.most();
    }

    Restraint after(Misbehaviour misbehaviour, long sequence) {
        Map<Misbehaviour, Long> next = new EnumMap<>(Misbehaviour.class);
        next.putAll(last);
        next.put(misbehaviour, sequence);
        return new Restraint(nudges + 1, next);
    }
}
