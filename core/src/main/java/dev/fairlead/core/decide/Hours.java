package dev.fairlead.core.decide;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/// A part of the week.
///
/// @param days on which it begins, never empty
/// @param from the first moment of the day
/// @param until the first moment that no longer belongs to it; the same as `from` for whole days; before `from` it
///     lies on the next day
/// @param zone whose clock counts
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone) {
    public Hours {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("hours on no day");
        }
        days = Set.copyOf(days);
    }

    boolean hold(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean isLate = !time.isBefore(from);
        boolean isEarly = time.isBefore(until);
        if (from.isBefore(until)) {
            return isLate && isEarly && days.contains(local.getDayOfWeek());
        }
        return isLate && days.contains(local.getDayOfWeek())
                || isEarly && days.contains(local.getDayOfWeek().minus(1));
    }
}
