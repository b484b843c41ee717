package dev.fairlead.core.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A small map that forgets what was untouched for longest. Immutable: [#with] hands back another.
///
/// Keys are found by walking an array of hashes, which for the few hundred entries that are ever kept is as quick
/// as a tree and costs two small array copies to change.
public final class Shelf<K, V> {

    private final int capacity;
    private final int[] hashes;
    private final Object[] keys;
    private final Object[] values;
    private final long forgotten;

    private Shelf(int capacity, int[] hashes, Object[] keys, Object[] values, long forgotten) {
        this.capacity = capacity;
        this.hashes = hashes;
        this.keys = keys;
        this.values = values;
        this.forgotten = forgotten;
    }

    /// Nothing yet.
    ///
    /// @param capacity the most entries kept, at least 1
    public static <K, V> Shelf<K, V> ofLast(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity %d keeps nothing".formatted(capacity));
        }
        return new Shelf<>(capacity, new int[0], new Object[0], new Object[0], 0);
    }

    /// What stands under a key.
    @SuppressWarnings("unchecked") // only `with` puts values in, and it takes nothing but a V
    public Optional<V> get(K key) {
        int place = find(key);
        return place < 0 ? Optional.empty() : Optional.of((V) values[place]);
    }

    /// With this under a key, as the one touched last.
    public Shelf<K, V> with(K key, V value) {
        int place = find(key);
        int size = keys.length;
        int dropped = place >= 0 ? place : size == capacity ? 0 : size;
        int nextSize = place >= 0 || size == capacity ? size : size + 1;
        int[] nextHashes = new int[nextSize];
        Object[] nextKeys = new Object[nextSize];
        Object[] nextValues = new Object[nextSize];
        copyWithout(hashes, nextHashes, dropped, size);
        copyWithout(keys, nextKeys, dropped, size);
        copyWithout(values, nextValues, dropped, size);
        nextHashes[nextSize - 1] = key.hashCode();
        nextKeys[nextSize - 1] = key;
        nextValues[nextSize - 1] = value;
        boolean forgets = place < 0 && size == capacity;
        return new Shelf<>(capacity, nextHashes, nextKeys, nextValues, forgotten + (forgets ? 1 : 0));
    }

    /// Without this key.
    public Shelf<K, V> without(K key) {
        int place = find(key);
        if (place < 0) {
            return this;
        }
        int size = keys.length;
        int[] nextHashes = new int[size - 1];
        Object[] nextKeys = new Object[size - 1];
        Object[] nextValues = new Object[size - 1];
        copyWithout(hashes, nextHashes, place, size);
        copyWithout(keys, nextKeys, place, size);
        copyWithout(values, nextValues, place, size);
        return new Shelf<>(capacity, nextHashes, nextKeys, nextValues, forgotten);
    }

    /// The keys, the one untouched for longest first.
    @SuppressWarnings("unchecked") // only `with` puts keys in, and it takes nothing but a K
    public List<K> keys() {
        List<K> found = new ArrayList<>(keys.length);
        for (Object key : keys) {
            found.add((K) key);
        }
        return List.copyOf(found);
    }

    /// How many are kept.
    public int size() {
        return keys.length;
    }

    /// How many were forgotten to make room.
    public long forgotten() {
        return forgotten;
    }

    private int find(K key) {
        int hash = key.hashCode();
        for (int i = hashes.length - 1; i >= 0; i--) {
            if (hashes[i] == hash && keys[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static void copyWithout(Object from, Object to, int dropped, int size) {
        System.arraycopy(from, 0, to, 0, dropped);
        if (dropped < size) {
            System.arraycopy(from, dropped + 1, to, dropped, size - dropped - 1);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shelf<?, ?> that
                && capacity == that.capacity
                && forgotten == that.forgotten
                && Arrays.equals(keys, that.keys)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys) * 31 + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "%d of %d kept, %d forgotten".formatted(keys.length, capacity, forgotten);
    }
}
