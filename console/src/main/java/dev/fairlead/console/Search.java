package dev.fairlead.console;

import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.server.Door;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Filter;
import dev.fairlead.store.OverviewStore.By;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a page of a list is asked for: the fields that narrow it, and what they say at present.
///
/// @param address of the page
/// @param query behind its question mark, without the place of the page before
/// @param filter what follows for the store
record Search(String address, String query, List<Field> fields, Filter filter) {

    private static final int PAGE = 50;

    /// One field that narrows a list.
    ///
    /// @param choices what one may choose from; none where one writes
    record Field(String name, String value, List<String> choices) {

        /// Whether one writes into it.
        boolean isWritten() {
            return name.equals("session") || name.equals("deed");
        }

        String label() {
            return Say.say("filter." + name);
        }

        /// What a choice is called.
        String choice(String code) {
            return Say.named("filter." + name + ".", code);
        }
    }

    /// The same page from another place on.
    String after(String cursor) {
        return address + "?" + Addresses.with(query, "cursor", cursor);
    }

    /// The same as a file.
    String as(String format) {
        return address + "/export?" + Addresses.with(query, "format", format);
    }

    /// Whether anything narrows the list.
    boolean isNarrowed() {
        return fields.stream().anyMatch(each -> !each.value().isEmpty());
    }

    /// What is asked for.
    ///
    /// @param names of the fields that the page has
    static Search of(Door door, Asked asked, String... names) {
        List<Field> fields = new ArrayList<>();
        Filter filter = Filter.ALL.limit(PAGE);
        String query = "";
        for (String name : names) {
            String value = asked.part(name).orElse("");
            fields.add(new Field(name, value, choices(door, name)));
            if (!value.isEmpty()) {
                filter = with(filter, name, value, door.clock().instant());
                query = Addresses.with(query, name, value);
            }
        }
        Optional<String> cursor = asked.part("cursor");
        String address = asked.path().replaceFirst("/export$", "");
        return new Search(address, query, fields, cursor.isPresent() ? filter.after(cursor.get()) : filter);
    }

    private static List<String> choices(Door door, String name) {
        return switch (name) {
            case "agent" -> door.store().overview().names(By.AGENT);
            case "repository" -> door.store().overview().names(By.REPOSITORY);
            case "person" -> door.store().overview().names(By.PERSON);
            case "model" -> door.store().overview().names(By.MODEL);
            case "state" -> List.of("working", "waiting", "nudged", "paused", "stopped", "quiet", "ended");
            case "severity" -> List.of("low", "medium", "high");
            case "channel" -> List.of("live", "file");
            case "class" ->
                Arrays.stream(Misbehaviour.values())
                        .map(Misbehaviour::code)
                        .sorted()
                        .toList();
            case "since" -> List.of("1h", "24h", "7d", "30d", "90d");
            case "by" -> Arrays.stream(By.values()).map(FindingCard::code).toList();
            case "answer" -> List.of("allow", "ask", "deny");
            case "outcome" -> List.of("approved", "used", "denied", "expired");
            case "verdict" -> List.of("right", "wrong", "debatable");
            case "reach" -> List.of("delivered", "shadowed", "dropped", "decided");
            default -> List.of();
        };
    }

    private static Filter with(Filter filter, String name, String value, Instant now) {
        return switch (name) {
            case "agent" -> filter.agent(value);
            case "repository" -> filter.repository(value);
            case "model" -> filter.model(value);
            case "person" -> filter.person(value);
            case "text" -> filter.text(value);
            case "session" -> filter.session(new SessionId(value));
            case "class" ->
                filter.misbehaviour(Misbehaviour.of(value)
                        .orElseThrow(() -> new IllegalArgumentException(Say.say("error.no-class", value))));
            case "severity" -> filter.severity(constant(Severity.class, value));
            case "channel" -> filter.channel(constant(Channel.class, value));
            case "since" -> filter.since(since(value, now));
            case "until" -> filter.until(day(value).plus(Duration.ofDays(1)));
            case "answer", "verdict", "reach", "deed", "outcome" -> filter.state(value);
            default -> filter;
        };
    }

    private static Instant since(String value, Instant now) {
        return switch (value) {
            case "1h" -> now.minus(Duration.ofHours(1));
            case "24h" -> now.minus(Duration.ofDays(1));
            case "7d" -> now.minus(Duration.ofDays(7));
            case "30d" -> now.minus(Duration.ofDays(30));
            case "90d" -> now.minus(Duration.ofDays(90));
            default -> day(value);
        };
    }

    private static Instant day(String value) {
        try {
            return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException fault) {
            throw new IllegalArgumentException(Say.say("error.no-day", value), fault);
        }
    }

    /// The constant that is written so.
    static <E extends Enum<E>> E constant(Class<E> type, String code) {
        for (E each : type.getEnumConstants()) {
            if (FindingCard.code(each).equals(code.toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new IllegalArgumentException(Say.say("error.no-choice", code));
    }
}
