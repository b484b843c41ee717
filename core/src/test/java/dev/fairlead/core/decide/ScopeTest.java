package dev.fairlead.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.effect.Place;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the parts of a policy count.
final class ScopeTest {

    private static final Place PLACE = new Place("/work/app", Optional.of("/work/app"), "/home/ada");

    @ParameterizedTest
    @CsvSource({
        "main,          main,            true",
        "main,          maintenance,     false",
        "release/*,     release/2.1,     true",
        "release/*,     release/2.1/fix, false",
        "release/**,    release/2.1/fix, true",
        "*-bot,         merge-bot,       true",
        "v?,            v1,              true",
        "v?,            v10,             false",
        "**/x,          a/b/x,           true",
        "a*b*c,         aXbYbZc,         true",
        "a*b*c,         aXbYbZ,          false",
    })
    void matchesNamesByPatterns(String pattern, String name, boolean isMatch) {
        assertThat(Glob.matches(pattern, name)).isEqualTo(isMatch);
    }

    /// Twice as much of both takes about four times as long, not a thousand times.
    @Test
    void noPatternMakesItGoBackAndForth() {
        assertThat(Glob.matches("*a".repeat(200) + "b", "a".repeat(4_000))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "infra/     | rm -rf infra/prod           | REFUSE",
                "infra/     | rm -rf /work/app/infra/prod | REFUSE",
                "infra/     | rm -rf src                  | SHADOW",
                "infra/     | rm -rf .                    | REFUSE", // holds what is meant
                "infra/     | rm -rf $X                   | REFUSE", // could be it
                "infra/     | rm -rf inf*                 | REFUSE",
                "~/data     | rm -rf ~/data/x             | REFUSE",
                "**/secret/ | rm -rf a/b/secret/c         | REFUSE",
                "/srv       | rm -rf /srv-old             | SHADOW",
            })
    void restrictsWhatLiesThereOrCould(String path, String command, Mode mode) {
        assertThat(mode(path, Mode.SHADOW, Mode.REFUSE, command)).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "infra/ | rm -rf infra/prod | SHADOW",
                "infra/ | rm -rf .          | REFUSE",
                "infra/ | rm -rf $X         | REFUSE",
                "infra/ | rm -rf inf*       | REFUSE",
            })
    void loosensOnlyWhatSurelyLiesThere(String path, String command, Mode mode) {
        assertThat(mode(path, Mode.REFUSE, Mode.SHADOW, command)).isEqualTo(mode);
    }

    private static Mode mode(String path, Mode elsewhere, Mode there, String command) {
        Scope scope = new Scope(List.of(), List.of(), List.of(), List.of(path), List.of(), Optional.empty());
        Layer layer = new Layer(
                Level.PERSON,
                "test",
                Optional.empty(),
                new Modes(Map.of("delete-forced", elsewhere), Map.of()),
                List.of(new Clause(scope, new Modes(Map.of("delete-forced", there), Map.of()), "line 1")),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Set.of(),
                Dealings.NONE);
        return Gate.over(new Policy(List.of(layer), Guidance.USUAL, "test"))
                .decide(command, PLACE)
                .mode();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T15:59:59Z, false", // a Friday in Oslo, an hour ahead
        "2026-11-20T17:00:00Z, true",
        "2026-11-21T06:59:59Z, true", // still Friday's night
        "2026-11-21T07:00:00Z, false",
        "2026-11-21T17:00:00Z, false", // Saturday is none of the days
        "2026-11-20T05:00:00Z, false", // the end of Thursday's night
    })
    void hoursThatEndTheNextDayBelongToTheDayTheyBeginOn(Instant at, boolean holds) {
        Hours friday = new Hours(
                EnumSet.of(DayOfWeek.FRIDAY), LocalTime.of(18, 0), LocalTime.of(8, 0), ZoneId.of("Europe/Oslo"));
        assertThat(friday.hold(at)).isEqualTo(holds);
    }

    @Test
    void aDayWithoutHoursIsWhole() {
        Hours weekend =
                new Hours(EnumSet.of(DayOfWeek.SATURDAY), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneId.of("UTC"));
        assertThat(weekend.hold(Instant.parse("2026-11-21T00:00:00Z"))).isTrue();
        assertThat(weekend.hold(Instant.parse("2026-11-21T23:59:59Z"))).isTrue();
        assertThat(weekend.hold(Instant.parse("2026-11-22T00:00:00Z"))).isFalse();
    }
}
