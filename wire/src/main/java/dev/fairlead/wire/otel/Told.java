package dev.fairlead.wire.otel;

import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import java.time.Instant;
import java.util.Comparator;

/// What happened, when and where. What has the same time, or none, stays in the order in which it was met.
record Told(Place place, Happening what) {

    static final Comparator<Told> BY_TIME = Comparator.comparing(
                    (Told told) -> told.place().at())
            .thenComparingLong(told -> told.place().order());

    /// A point of time and of a source.
    ///
    /// @param order its number among all points
    record Place(Instant at, long order, Origin origin) {}
}
