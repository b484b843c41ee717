package dev.fairlead.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.effect.Place;
import dev.fairlead.core.effect.Tracker;
import dev.fairlead.core.effect.Tracking;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What version control keeps can be taken back, and what it does not keep cannot.
final class TrackedFilesTest {

    private static final Place PLACE = new Place("/work/app", Optional.of("/work/app"), "/home/ada");
    private static final Gate STRICT = Gate.of(Preset.STRICT);

    /// Everything in `src` is kept, `out` is left alone, and `notes` is nowhere else.
    private static final Tracker TRACKER = path -> path.startsWith("/work/app/src")
            ? Tracking.KEPT
            : path.startsWith("/work/app/out")
                    ? Tracking.IGNORED
                    : path.startsWith("/work/app/notes") ? Tracking.UNSAVED : Tracking.UNKNOWN;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rm -rf src              | ",
                "rm src/main.c           | ",
                "rm -rf src/*            | delete-forced",
                "rm -rf \"$X\"           | delete-forced, delete-unknown",
                "rm -rf out              | delete-forced",
                "rm out/app              | ",
                "rm notes                | delete-unsaved",
                "rm -r notes             | delete-unsaved",
                "rm -rf src notes        | delete-forced, delete-unsaved",
                "touch notes; rm other   | ",
                "git checkout -- src     | ",
                "git restore src/main.c  | ",
                "git checkout -- notes   | discard-some",
                "git stash drop          | discard-some",
            })
    void whatIsKeptMayGoAndWhatIsNotAsks(String command, String rules) {
        Ruling ruling = STRICT.decide(Attempt.of(command, PLACE, Context.UNKNOWN.with(TRACKER)));
        List<String> heard = ruling.heard().stream()
                .map(Ruling.Objection::rule)
                .distinct()
                .sorted()
                .toList();
        assertThat(heard).isEqualTo(rules == null ? List.of() : List.of(rules.split(", ", -1)));
    }
}
