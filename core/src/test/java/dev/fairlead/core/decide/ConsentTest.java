package dev.fairlead.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.effect.Effects;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.session.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a person's words let pass, and what they do not.
final class ConsentTest {

    private static final Place PLACE = new Place("/work/app", Optional.of("/work/app"), "/home/ada");
    private static final Gate SOFT = Gate.over(new Policy(
            List.of(new Layer(
                    Level.PERSON,
                    "soft",
                    Optional.of(Preset.OBSERVE),
                    Modes.NONE,
                    List.of(),
                    List.of(),
                    List.of(new Entry(
                            Entry.Force.SOFT,
                            Set.of("delete-forced", "force-push", "publish", "discard-all", "drop-data"),
                            List.of(),
                            List.of(),
                            Scope.EVERYWHERE,
                            "line 1")),
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    Set.of(),
                    Dealings.NONE)),
            Guidance.USUAL,
            "soft"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delete the old migrations folder             | rm -rf db/old_migrations      | ALLOW",
                "delete the old migrations folder             | rm -rf old/migrations         | ALLOW",
                "delete the old migrations folder             | rm -rf db                     | DENY",
                "delete the old migrations folder             | rm -rf db/migrations          | DENY",
                "delete the old migrations folder             | rm -rf db/old_migrations src  | DENY",
                "Please remove dist/ and rebuild.             | rm -rf dist                   | ALLOW",
                "remove dist/assets                           | rm -rf dist                   | DENY",
                "remove the dist folder's cache               | rm -rf dist                   | DENY",
                "remove dist-old                              | rm -rf dist                   | DENY",
                "don't delete dist                            | rm -rf dist                   | DENY",
                "should I delete dist?                        | rm -rf dist                   | DENY",
                "delete dist if nobody needs it               | rm -rf dist                   | DENY",
                "delete everything but dist                   | rm -rf dist                   | DENY",
                "clean up the PR                              | git push -f origin topic      | DENY",
                "force-push the branch topic                  | git push -f origin topic      | ALLOW",
                "force-push the branch topic                  | git push -f origin main       | DENY",
                "force-push the branch topic                  | git push -f origin topic main | DENY",
                "run `git push -f origin main` now            | git push -f origin main       | ALLOW",
                "never run `git push -f origin main`          | git push -f origin main       | DENY",
                "run `git push -f origin main2`               | git push -f origin main       | DENY",
                "publish it                                   | npm publish                   | ALLOW",
                "make it ready to be published                | npm publish                   | DENY",
                "throw away what is not committed             | git reset --hard              | DENY",
                "discard all changes                          | git reset --hard              | ALLOW",
            })
    void clearsOnlyWhatThePersonNamed(String words, String command, Answer answer) {
        assertThat(SOFT.decide(attempt("s", words, command)).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"s, ALLOW", "s/child, DENY"})
    void takesNoAgentsWordForThePersons(String session, Answer answer) {
        assertThat(SOFT.decide(attempt(session, "delete dist", "rm -rf dist")).answer())
                .isEqualTo(answer);
    }

    private static Attempt attempt(String id, String words, String command) {
        Event event = new Event(new SessionId(id), 0, Event.NO_TIME, Origin.line(1), new Happening.TaskGiven(words, 0));
        Session session = Session.fresh(event.session()).after(event);
        return new Attempt(
                "shell",
                new Action.Command(command, Optional.empty()),
                Effects.of(command, PLACE),
                PLACE,
                Context.of(session, Event.NO_TIME),
                session);
    }
}
