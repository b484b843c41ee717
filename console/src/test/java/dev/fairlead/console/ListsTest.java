package dev.fairlead.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.events.EventLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lists leave out is told, and can be reached.
final class ListsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    private final Hand hand = new Hand(NOW);
    private final Stand stand;

    ListsTest(@TempDir Path folder) {
        this.stand = Stand.in(folder, Duration.ofMinutes(1), hand);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private void send(String id, Instant at, List<Happening> happenings) {
        SessionId session = new SessionId(id);
        String lines = IntStream.range(0, happenings.size())
                .mapToObj(i -> EventLine.write(new Event(session, i, at, Origin.index(i), happenings.get(i))))
                .collect(Collectors.joining("\n"));
        assertThat(stand.events(lines)).contains("\"added\":" + happenings.size());
    }

    private static Happening began(String agent) {
        return new Happening.SessionStarted(agent, Optional.empty(), Optional.of("/srv/shop"), Optional.empty());
    }

    @Test
    void aSearchInASessionSaysHowManyPlacesAreLeftAndLeadsToThem() {
        List<Happening> happenings = new ArrayList<>(List.of(began("codex"), new Happening.TaskGiven("count", 0)));
        for (int i = 0; i < 130; i++) {
            happenings.add(new Happening.AgentSpoke("a needle, the one of number " + i));
        }
        send("long", NOW, happenings);
        String first = stand.until("/session/find?id=long&channel=live&q=needle", "number 59");
        assertThat(first)
                .contains("60 steps, and 70 more behind them", "from=62", "number 59")
                .doesNotContain("number 60");
        String second = stand.get("/session/find?id=long&channel=live&q=needle&from=62");
        assertThat(second).contains("60 further steps, and 10 more behind them", "number 60", "from=122");
        String third = stand.get("/session/find?id=long&channel=live&q=needle&from=122");
        assertThat(third).contains("10 further steps<", "number 129").doesNotContain(Say.say("session.find.next"));
    }

    @Test
    void contextThatComesInARowIsFoldedIntoOne() {
        Happening.ContextInjected.Source hook = Happening.ContextInjected.Source.HOOK;
        send(
                "rows",
                NOW,
                List.of(
                        began("codex"),
                        new Happening.ContextInjected(hook, "lint", "all is well"),
                        new Happening.ContextInjected(hook, "lint", "all is well"),
                        new Happening.ContextInjected(hook, "types", "all is well"),
                        new Happening.AgentSpoke("Done.")));
        String page = stand.until("/session/steps?id=rows&channel=live&from=0", "Done.");
        assertThat(page).contains("context, 3 times:", "hook lint × 2, hook types");
        assertThat(page).containsOnlyOnce("class=\"fold several\"");
    }

    @Test
    void settledQuestionsAreToldApartByWhatBecameOfThem() {
        Plays play = new Plays(stand, "asking", "/srv/shop").asks("Publish it");
        for (String end : List.of("one", "two")) {
            CompletableFuture<String> answer = play.wants("git push --force origin " + end);
            String inbox = stand.until("/approvals/list", "/approval?id=");
            String id = inbox.replaceAll("(?s).*?/approval\\?id=(\\w+).*", "$1");
            stand.post("/approval", "id", id, "decision", end.equals("one") ? "deny" : "once", "why", "not now");
            answer.join();
        }
        assertThat(stand.get("/approvals?outcome=denied"))
                .contains("origin one")
                .doesNotContain("origin two");
        assertThat(stand.get("/approvals?outcome=used")).contains("origin two").doesNotContain("origin one");
        assertThat(stand.get("/approvals?outcome=expired")).contains(Say.say("approvals.settled.none"));
        assertThat(stand.ask("/session?id=asking&channel=live&call=call-0")
                        .headers()
                        .firstValue("Location"))
                .contains("/session?id=asking&channel=live&step=4#s4");
    }

    @Test
    void aSessionThatWasSentTellsItsOwnTimesAndItsAgent() {
        send(
                "old",
                NOW.minus(Duration.ofHours(3)),
                List.of(began("opencode"), new Happening.TaskGiven("yesterday", 0)));
        send(
                "sent",
                NOW.minusSeconds(60),
                List.of(
                        began("opencode"),
                        new Happening.TaskGiven("press ahead", 0),
                        new Happening.TokensUsed("made-up-1", new Tokens(900, 0, 0, 100))));
        assertThat(stand.get("/now?state=quiet"))
                .contains("yesterday", "2026-11-21T06:30:00Z", "<b>opencode</b>")
                .doesNotContain("press ahead");
        assertThat(stand.get("/now?state=working"))
                .contains("press ahead", "1.0k tokens", "cost unknown", "no policy states a price for made-up-1");
        // what comes of tomorrow counts as of now
        send("tomorrow", NOW.plus(Duration.ofDays(1)), List.of(began("pi"), new Happening.TaskGiven("soon", 0)));
        assertThat(stand.get("/now?text=soon")).contains("2026-11-21T09:30:00Z").doesNotContain("2026-11-22");
    }

    @Test
    void findingsAndSessionsAreNarrowedByModelAndPerson() {
        send(
                "one",
                NOW,
                List.of(
                        began("pi"),
                        new Happening.TaskGiven("first", 0),
                        new Happening.TokensUsed("m-1", Tokens.NONE)));
        send(
                "two",
                NOW,
                List.of(
                        began("pi"),
                        new Happening.TaskGiven("second", 0),
                        new Happening.TokensUsed("m-2", Tokens.NONE)));
        stand.until("/sessions", "second");
        assertThat(stand.get("/sessions?model=m-1")).contains("first").doesNotContain("second");
        assertThat(stand.get("/sessions?person=nobody")).contains(Say.say("empty.narrowed"));
        assertThat(stand.get("/findings?model=m-1&person=anna")).contains(Say.say("empty.narrowed"));
    }
}
