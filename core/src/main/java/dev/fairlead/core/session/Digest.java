package dev.fairlead.core.session;

import dev.fairlead.core.event.Value;
import java.util.Map;

/// Short numbers that stand for long texts: equal texts have equal digests, and unequal ones almost never do.
///
/// Not for secrets or signatures: the digests are quick, not hard to forge. Two of the 128 states that are kept of
/// a file collide with a probability below one in a million.
public final class Digest {

    /// The digest of nothing.
    public static final long EMPTY = 0;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Digest() {}

    /// The digest of a text.
    public static long of(String text) {
        return text.isEmpty() ? EMPTY : mix(text.hashCode() * GOLDEN + text.length());
    }

    /// The digest of one thing after another; the order counts.
    public static long join(long first, long second) {
        return mix(first * GOLDEN + second);
    }

    /// The digest of the arguments of a call. The order of keys does not count, nor does what only describes the
    /// call.
    public static long of(Value value) {
        return switch (value) {
            case Value.Text text -> of(text.text().strip());
            case Value.Numeral number -> join(1, of(number.literal()));
            case Value.Flag flag -> flag.set() ? 2 : 3;
            case Value.Nothing _ -> 4;
            case Value.Items items -> {
                long sum = 5;
                for (Value item : items.values()) {
                    sum = join(sum, of(item));
                }
                yield sum;
            }
            case Value.Fields fields -> {
                long sum = 6;
                for (Map.Entry<String, Value> field : fields.values().entrySet()) {
                    if (!isDescription(field.getKey())) {
                        sum = join(join(sum, of(field.getKey())), of(field.getValue()));
                    }
                }
                yield sum;
            }
        };
    }

    private static boolean isDescription(String key) {
        return key.equals("description") || key.equals("explanation") || key.equals("justification");
    }

    /// Spreads the bits of a number over all 64 (the finaliser of SplitMix64, Steele, Lea and Flood, OOPSLA 2014).
    private static long mix(long number) {
        long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
