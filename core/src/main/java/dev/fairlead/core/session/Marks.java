package dev.fairlead.core.session;

import java.util.Arrays;

/// A small set of digests that forgets the oldest. Immutable, and eight bytes an entry, so that a detector can afford
/// to remember dozens of names.
public final class Marks {

    private final int capacity;
    private final long[] digests;

    private Marks(int capacity, long[] digests) {
        this.capacity = capacity;
        this.digests = digests;
    }

    /// Nothing yet.
    public static Marks ofLast(int capacity) {
        return new Marks(capacity, new long[0]);
    }

    /// Whether this is among what is remembered.
    public boolean has(long digest) {
        for (long each : digests) {
            if (each == digest) {
                return true;
            }
        }
        return false;
    }

    /// Whether nothing is remembered.
    public boolean isEmpty() {
        return digests.length == 0;
    }

    /// With one more; itself where it is known already.
    public Marks with(long digest) {
        if (has(digest)) {
            return this;
        }
        boolean forgets = digests.length == capacity;
        int kept = forgets ? capacity - 1 : digests.length;
        long[] next = new long[kept + 1];
        System.arraycopy(digests, forgets ? 1 : 0, next, 0, kept);
        next[kept] = digest;
        return new Marks(capacity, next);
    }

    /// Without this one; itself where it is not known.
    public Marks without(long digest) {
        if (!has(digest)) {
            return this;
        }
        return new Marks(
                capacity, Arrays.stream(digests).filter(each -> each != digest).toArray());
    }

    /// Nothing again; itself where there is nothing.
    public Marks cleared() {
        return digests.length == 0 ? this : ofLast(capacity);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Marks that && capacity == that.capacity && Arrays.equals(digests, that.digests);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digests);
    }

    @Override
    public String toString() {
        return "%d of %d marks".formatted(digests.length, capacity);
    }
}
