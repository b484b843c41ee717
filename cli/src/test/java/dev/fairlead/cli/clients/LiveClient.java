package dev.fairlead.cli.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.connect.Json;
import dev.fairlead.cli.connect.WhenDown;
import dev.fairlead.cli.prove.Client;
import dev.fairlead.cli.prove.Turn;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.wire.Dialects;
import dev.fairlead.wire.TranscriptReader;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every connected client does, led by a scripted model.
interface LiveClient {

    /// Clients that end before they could be sent back, whose hooks cannot send them back, or do not
    /// tell what they said.
    Set<String> NEVER_SENT_BACK = Set.of("opencode", "cline", "copilot-cli");

    /// What the hooks of a client do not tell, or tell in other words than the stored session.
    Map<String, Set<String>> UNTOLD = Map.of("codex", Set.of("outcome"), "cline", Set.of("task", "text"));

    /// The clients that are played.
    Stream<Client> clients();

    @ParameterizedTest
    @MethodSource("clients")
    default void isWatched(Client client, @TempDir Path folder) throws IOException {
        try (Stand stand = new Stand(client, folder)) {
            Stand.Played played = stand.play(
                    client.shell("ls"),
                    client.shell("cat absent.txt"),
                    client.shell("echo two"),
                    Turn.says("all done"));
            Set<String> untold = UNTOLD.getOrDefault(client.agent(), Set.of());
            List<String> seen = course(only(stand.stored()), untold);

            assertThat(seen).as(played.said()).isEqualTo(course(only(transcripts(client, stand)), untold));
            assertThat(seen).filteredOn(each -> each.startsWith("calls")).hasSize(3);
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    default void isNudged(Client client, @TempDir Path folder) throws IOException {
        try (Stand stand = new Stand(client, folder)) {
            Turn again = client.shell("cat absent.txt");
            Stand.Played played = stand.play(again, again, again, again, Turn.says("there is no such file"));

            assertThat(played.asked())
                    .as(Json.flat(stand.ask("/api/v1/interventions")))
                    .contains("fl-");
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    default void isRefused(Client client, @TempDir Path folder) throws IOException {
        try (Stand stand = new Stand(client, folder)) {
            Stand.Played played = stand.play(client.shell("fairlead-canary-1 > ran.txt"), Turn.says("it was refused"));

            assertThat(stand.work().resolve("ran.txt")).doesNotExist();
            if (!client.agent().equals("cline")) { // a refusal ends its run
                assertThat(played.asked()).as(played.said()).contains("Refused by Fairlead (canary)");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    default void isHeldForApprovalAndReleased(Client client, @TempDir Path folder) throws IOException {
        try (Stand stand = new Stand(client, folder)) {
            Thread reviewer = Thread.ofVirtual().start(() -> approve(stand));
            Stand.Played played = stand.play(client.shell("git push --force origin main"), Turn.says("pushed"));
            reviewer.interrupt();

            assertThat(played.requests()).as(played.said()).hasSize(2);
            assertThat(stand.work().resolve("../remote.git/refs/heads/main"))
                    .as(played.said() + played.requests().getLast())
                    .exists();
        }
    }

    private static void approve(Stand stand) {
        while (!Thread.interrupted()) {
            for (Node each : stand.ask("/api/v1/approvals").items("approvals").nodes()) {
                if (each instanceof Node.Fields approval
                        && !approval.textOr("state", "").equals("granted")) {
                    stand.order(
                            "/api/v1/approvals/" + approval.textOr("id", ""),
                            Json.flat(Json.object("decision", "approve", "why", "seen")));
                    return;
                }
            }
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    default void isSentBackAtItsStop(Client client, @TempDir Path folder) throws IOException {
        if (NEVER_SENT_BACK.contains(client.agent())) {
            return;
        }
        try (Stand stand = new Stand(client, folder)) {
            Stand.Played played = stand.play(
                    client.shell("pytest -q"), Turn.says("All tests pass now."), Turn.says("I was wrong: one fails."));

            assertThat(played.requests()).as(played.said()).hasSize(3);
            assertThat(played.requests().getLast()).contains("fl-");
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    default void isStoppedByTheSwitch(Client client, @TempDir Path folder) throws IOException {
        try (Stand stand = new Stand(client, folder)) {
            Turn late = client.shell("echo late > late.txt");
            Stand.Played played = stand.play(List.of(client.shell("ls"), late, late, Turn.says("stopped")), request -> {
                if (request.number() == 2) {
                    stand.order(
                            "/api/v1/switches",
                            Json.flat(Json.object("scope", "all", "kind", "stop", "why", "the build is on fire")));
                }
            });

            assertThat(stand.work().resolve("late.txt")).as(played.said()).doesNotExist();
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    default void doesAsThePersonChoseWithoutAServer(Client client, @TempDir Path folder) throws IOException {
        try (Stand stand = new Stand(client, folder)) {
            stand.stopServer();
            stand.play(client.shell("echo open > open.txt"), Turn.says("done"));
            stand.connect(WhenDown.CLOSED);
            Stand.Played played = stand.play(client.shell("echo closed > closed.txt"), Turn.says("refused"));

            assertThat(stand.work().resolve("open.txt")).exists();
            assertThat(stand.work().resolve("closed.txt")).as(played.said()).doesNotExist();
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    default void isRefusedWhenTheServerHangs(Client client, @TempDir Path folder) throws IOException {
        try (Stand stand = new Stand(client, folder)) {
            stand.connect(WhenDown.CLOSED);
            stand.hangServer();
            Stand.Played played = stand.play(client.shell("echo hung > hung.txt"), Turn.says("refused"));

            assertThat(stand.work().resolve("hung.txt")).as(played.said()).doesNotExist();
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    default void isRefusedWhenTheServerIsKilledWhileAPersonIsAsked(Client client, @TempDir Path folder)
            throws IOException {
        try (Stand stand = new Stand(client, folder)) {
            stand.connect(WhenDown.CLOSED);
            stand.killServerOnceAsked();
            Stand.Played played = stand.play(client.shell("git push --force origin main"), Turn.says("refused"));

            assertThat(stand.work().resolve("../remote.git/refs/heads/main"))
                    .as(played.said())
                    .doesNotExist();
        }
    }

    private static List<Event> only(List<List<Event>> sessions) {
        assertThat(sessions).hasSize(1);
        return sessions.getFirst();
    }

    /// The sessions that the client itself stored.
    private static List<List<Event>> transcripts(Client client, Stand stand) throws IOException {
        Set<Path> files = new TreeSet<>(); // places may lie within one another
        for (String place : Dialects.of(client.agent()).orElseThrow().places()) {
            int star = place.indexOf('*');
            String within = star < 0 ? place : place.substring(0, place.lastIndexOf('/', star));
            for (Path home : stand.homes()) {
                if (Files.exists(home.resolve(within))) {
                    try (Stream<Path> all = Files.walk(home.resolve(within))) {
                        all.filter(file -> file.toString().matches(".*\\.(?:jsonl|json|db)"))
                                .forEach(files::add);
                    }
                }
            }
        }
        List<List<Event>> sessions = new ArrayList<>();
        for (Path file : files) {
            List<Event> events = new ArrayList<>();
            try (InputStream source = Files.newInputStream(file)) {
                new TranscriptReader("session", Optional.empty(), events::add).read(file, source);
            }
            if (events.stream().anyMatch(event -> event.what() instanceof Happening.ToolCalled)) {
                sessions.add(events);
            }
        }
        return sessions;
    }

    /// What matters of a session: the person's words, calls, and how they came back.
    private static List<String> course(List<Event> events, Set<String> untold) {
        List<String> course = new ArrayList<>();
        for (Event event : events) {
            if (event.what() instanceof Happening.TaskGiven given && !untold.contains("task")) {
                course.add("task " + given.text());
            } else if (event.what() instanceof Happening.ToolCalled called) {
                course.add("calls " + called.action());
            } else if (event.what() instanceof Happening.ToolReturned returned) {
                String outcome = untold.contains("outcome") ? "" : " " + returned.outcome();
                String text =
                        untold.contains("text") ? "" : " " + returned.text().strip();
                course.add("returns" + outcome + text);
            }
        }
        return course;
    }
}
