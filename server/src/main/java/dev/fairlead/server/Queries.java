package dev.fairlead.server;

import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Filter;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What requests ask for, out of their words. What makes no sense is said with the name of the parameter.
final class Queries {

    private Queries() {}

    /// The filter of a list.
    ///
    /// @throws IllegalArgumentException where a parameter is wrong
    static Filter filter(ServerRequest request) {
        Filter filter = Filter.ALL;
        for (String name : request.query().names()) {
            String value = request.query().first(name).orElse("");
            filter = with(filter, name, value);
        }
        return filter;
    }

    private static Filter with(Filter filter, String name, String value) {
        return switch (name) {
            case "agent" -> filter.agent(value);
            case "class" ->
                filter.misbehaviour(Misbehaviour.of(value)
                        .orElseThrow(
                                () -> new IllegalArgumentException("`class` is `%s`, which is none".formatted(value))));
            case "severity" -> filter.severity(constant(Severity.class, value, name));
            case "channel" -> filter.channel(constant(Channel.class, value, name));
            case "repository" -> filter.repository(value);
            case "session" -> filter.session(new SessionId(value));
            case "state" -> filter.state(value);
            case "text" -> filter.text(value);
            case "since" -> filter.since(instant(value, name));
            case "until" -> filter.until(instant(value, name));
            case "limit" -> filter.limit(number(value));
            case "cursor" -> filter.after(value);
            default -> throw new IllegalArgumentException("the parameter `%s` is not known".formatted(name));
        };
    }

    private static int number(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException fault) {
            throw new IllegalArgumentException("`limit` is `%s`, not a number".formatted(value), fault);
        }
    }

    private static Instant instant(String value, String name) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException fault) {
            throw new IllegalArgumentException(
                    "`%s` is `%s`, not a time such as 2026-01-31T12:00:00Z".formatted(name, value), fault);
        }
    }

    /// A duration such as `30m`, `2h` or `1d`; empty where nothing is said.
    static Optional<Duration> duration(String value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        try {
            long amount = Long.parseLong(value.substring(0, value.length() - 1));
            Duration unit = switch (value.charAt(value.length() - 1)) {
                case 's' -> Duration.ofSeconds(1);
                case 'm' -> Duration.ofMinutes(1);
                case 'h' -> Duration.ofHours(1);
                case 'd' -> Duration.ofDays(1);
                default -> throw new NumberFormatException(value);
            };
            return Optional.of(unit.multipliedBy(amount));
        } catch (NumberFormatException fault) {
            throw new IllegalArgumentException(
                    "`for` is `%s`, not a time such as 30m, 2h or 1d".formatted(value), fault);
        }
    }

    /// The constant that is written so.
    static <E extends Enum<E>> E constant(Class<E> type, String code, String name) {
        for (E each : type.getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(code)) {
                return each;
            }
        }
        throw new IllegalArgumentException("`%s` is `%s`, not one of %s"
                .formatted(name, code, Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }
}
