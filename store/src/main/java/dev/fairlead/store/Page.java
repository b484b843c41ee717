package dev.fairlead.store;

import java.util.List;
import java.util.Optional;

/// One page of what a query found, the latest first.
///
/// @param next the cursor of the page that follows, empty on the last
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}
