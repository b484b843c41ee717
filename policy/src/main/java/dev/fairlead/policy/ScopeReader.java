package dev.fairlead.policy;

import dev.fairlead.core.decide.Hours;
import dev.fairlead.core.decide.Scope;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads where a part of a policy counts.
final class ScopeReader {

    private ScopeReader() {}

    static Scope everywhere() {
        return Scope.EVERYWHERE;
    }

    static Scope read(Section section) throws BrokenPolicy {
        Optional<Section> time = section.section("time");
        Scope scope = new Scope(
                section.texts("agent"),
                section.texts("repository"),
                section.texts("branch"),
                section.texts("path"),
                section.texts("person"),
                time.isEmpty() ? Optional.empty() : Optional.of(hours(time.get())));
        section.end();
        return scope;
    }

    private static Hours hours(Section section) throws BrokenPolicy {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (Scalar each : section.scalars("days")) {
            List<String> ends = List.of(each.text().split("-", 2));
            DayOfWeek last = day(each, ends.getLast());
            DayOfWeek day = day(each, ends.getFirst());
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        Hours hours = new Hours(
                days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
                time(section, "from"),
                time(section, "until"),
                zone(section));
        section.end();
        return hours;
    }

    private static DayOfWeek day(Scalar word, String name) throws BrokenPolicy {
        for (DayOfWeek day : DayOfWeek.values()) {
            String whole = day.name().toLowerCase(Locale.ROOT);
            if (whole.equals(name) || whole.substring(0, 3).equals(name)) {
                return day;
            }
        }
        throw word.broken("`days` takes days such as mon or mon-fri, not `%s`".formatted(word.text()));
    }

    private static LocalTime time(Section section, String key) throws BrokenPolicy {
        Optional<Scalar> word = section.scalar(key);
        if (word.isEmpty()) {
            return LocalTime.MIDNIGHT;
        }
        try {
            return LocalTime.parse(word.get().text());
        } catch (DateTimeException fault) {
            throw word.get()
                    .broken("`%s` takes a time such as 18:00, not `%s`"
                            .formatted(key, word.get().text()));
        }
    }

    private static ZoneId zone(Section section) throws BrokenPolicy {
        Optional<Scalar> word = section.scalar("zone");
        if (word.isEmpty()) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(word.get().text());
        } catch (DateTimeException fault) {
            throw word.get()
                    .broken("`zone` takes a zone such as Europe/Oslo, not `%s`"
                            .formatted(word.get().text()));
        }
    }
}
