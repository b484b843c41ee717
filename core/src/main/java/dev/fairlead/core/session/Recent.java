package dev.fairlead.core.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The last few of something, oldest first. Adding to a full one forgets the oldest, and only counts it.
///
/// @param items what is kept, oldest first
/// @param capacity the most that is kept, at least 1
/// @param total how many there ever were
public record Recent<T>(List<T> items, int capacity, long total) {

    public Recent {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity %d keeps nothing".formatted(capacity));
        }
        items = List.copyOf(items);
    }

    /// Nothing yet.
    public static <T> Recent<T> ofLast(int capacity) {
        return new Recent<>(List.of(), capacity, 0);
    }

    /// With one more at the end.
    public Recent<T> with(T item) {
        List<T> next = new ArrayList<>(capacity);
        next.addAll(items.size() < capacity ? items : items.subList(items.size() - capacity + 1, items.size()));
        next.add(item);
        return new Recent<>(next, capacity, total + 1);
    }

    /// The newest.
    public Optional<T> last() {
        return items.isEmpty() ? Optional.empty() : Optional.of(items.getLast());
    }

    /// Whether older ones were forgotten.
    public boolean hasForgotten() {
        return total > items.size();
    }
}
