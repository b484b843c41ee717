package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.decide.Attempt;
import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Preset;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.TaskGiven;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Value;
import dev.fairlead.core.gate.Rule;
import dev.fairlead.core.session.Session;
import dev.fairlead.policy.BrokenPolicy;
import dev.fairlead.policy.LoadedPolicy;
import dev.fairlead.policy.PolicyPlaces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of failures in docs/gate.md, row by row: each test bears the name of its row.
final class FailureSemanticsTest {

    private static final Place PLACE = new Place("/work", Optional.of("/work"), "/home/ada");
    private static final Gate BALANCED = Gate.of(Preset.BALANCED);
    private static final Path PAGE = Path.of("..", "docs", "gate.md");

    @TempDir
    private Path folder;

    /// A row is told by its first words, so that none is left out on either side.
    @Test
    void everyRowOfTheTableHasItsTest() throws IOException {
        List<String> rows = Files.readString(PAGE)
                .lines()
                .dropWhile(line -> !line.startsWith("## When something goes wrong"))
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", 3)[1].strip())
                .toList();
        assertThat(rows)
                .containsExactly(
                        "a payload of 1 MB",
                        "a payload of 5 MB",
                        "a payload of 50 MB",
                        "a malformed payload",
                        "a payload that nests deeply",
                        "a decision that takes too long",
                        "a tool that nobody knows",
                        "an agent that nobody knows",
                        "a rule that throws",
                        "a policy that is missing",
                        "a policy that is broken",
                        "a call of a sub-agent",
                        "the first event of a session that began before we did");
    }

    @Test
    void aPayloadOf1Mb() {
        assertThat(batch("{\"id\":1,\"command\":\"echo '" + "x".repeat(1 << 20) + "'; rm -rf /\"}"))
                .startsWith("{\"id\":1,\"decision\":\"deny\",\"rules\":[\"delete-system\"");
    }

    @Test
    void aPayloadOf5Mb() {
        assertThat(batch("{\"id\":5,\"command\":\"echo '" + "x".repeat(5 << 20) + "'; rm -rf /\"}"))
                .startsWith("{\"id\":5,\"decision\":\"ask\",\"rules\":[\"not-understood\"]")
                .contains("longer than 2,097,152 characters");
    }

    @Test
    void aPayloadOf50Mb() {
        assertThat(batch("{\"id\":50,\"command\":\"" + "\\n".repeat(25 << 20) + "\"}\n{\"id\":51,\"command\":\"ls\"}"))
                .startsWith("{\"error\":\"line 1 is longer than 16,777,216 bytes\",\"decision\":\"ask\"")
                .contains("\n{\"id\":51,\"decision\":\"allow\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¦',
            value = {
                "{\"id\":1,                | line 1 is not JSON",
                "[]                        | line 1 is not one JSON object",
                "{\"id\":1}                | line 1 has no `command` that is a string",
                "{\"id\":1,\"command\":[]}  | line 1 has no `command` that is a string",
            })
    void aMalformedPayload(String line, String error) {
        assertThat(batch(line)).contains("\"error\":\"" + error + "\",\"decision\":\"ask\"");
    }

    @Test
    void aPayloadThatNestsDeeply() {
        assertThat(batch("{\"command\":\"" + "( ".repeat(49) + "ls" + " )".repeat(49) + "\"}"))
                .startsWith("{\"decision\":\"ask\",\"rules\":[\"not-understood\"]");
        assertThat(batch("{\"command\":\"ls\",\"x\":" + "[".repeat(600) + "]".repeat(600) + "}"))
                .startsWith("{\"error\":\"line 1 is not JSON\",\"decision\":\"ask\"");
    }

    @Test
    void aDecisionThatTakesTooLong() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        try (Deadline deadline = new Deadline(Duration.ofMillis(20))) {
            Ruling late = deadline.answer(
                    () -> {
                        never.await();
                        return BALANCED.decide("ls", PLACE);
                    },
                    why -> BALANCED.undecided(why, PLACE, Context.UNKNOWN));
            assertThat(late.answer()).isEqualTo(Answer.ASK);
            assertThat(late.decisive().orElseThrow().reason()).endsWith("it took longer than 20 ms to look at");
            Ruling failed = deadline.answer(
                    () -> {
                        throw new StackOverflowError();
                    },
                    why -> BALANCED.undecided(why, PLACE, Context.UNKNOWN));
            assertThat(failed.answer()).isEqualTo(Answer.ASK);
            assertThat(deadline.answer(() -> "in time", why -> why)).isEqualTo("in time");
        }
    }

    @Test
    void aToolThatNobodyKnows() {
        Attempt attempt = attempt(new Action.Other(), Session.fresh(new SessionId("s")), PLACE);
        assertThat(BALANCED.decide(attempt).answer()).isEqualTo(Answer.ALLOW);
        assertThat(BALANCED.decide(attempt).objections())
                .extracting(Ruling.Objection::rule)
                .containsExactly("unknown-tool");
        assertThat(Gate.of(Preset.STRICT).decide(attempt).answer()).isEqualTo(Answer.ASK);
    }

    @Test
    void anAgentThatNobodyKnows() throws IOException, BrokenPolicy {
        Gate gate = Gate.over(policy("""
                version: 1
                where:
                  - {when: {agent: codex}, rules: {publish: refuse}}
                  - {when: {agent: claude-code}, rules: {publish: shadow}}
                """));
        assertThat(gate.decide("npm publish", PLACE).answer()).isEqualTo(Answer.DENY);
        assertThat(gate.decide("rm -rf /", PLACE).answer()).isEqualTo(Answer.DENY);
    }

    @Test
    void aRuleThatThrows() {
        Rule broken = new Rule("delete-system", "Throws.", "do not", (effect, setting) -> {
            throw new IllegalStateException("broken");
        });
        Ruling ruling = new Gate(Policy.of(Preset.BALANCED), List.of(broken)).decide("rm x", PLACE);
        assertThat(ruling.answer()).isEqualTo(Answer.ASK);
        assertThat(ruling.decisive().orElseThrow().reason())
                .isEqualTo("could not be weighed: the rule failed with `broken`");
    }

    @Test
    void aPolicyThatIsMissing() {
        LoadedPolicy loaded = PolicyPlaces.standing(PolicyPlaces.usual(folder, folder, folder));
        assertThat(loaded.policy()).isEqualTo(Policy.of(Preset.BALANCED));
        assertThat(loaded.notices()).containsExactly("there is no policy file; the preset `balanced` decides");
        Run named = run("check-command", "--policy", folder.resolve("none.yaml").toString(), "--", "ls");
        assertThat(named.status()).isEqualTo(2);
        assertThat(named.error()).startsWith(folder.resolve("none.yaml") + ": there is no such file");
    }

    @Test
    void aPolicyThatIsBroken() throws IOException {
        Path file = folder.resolve(".fairlead").resolve("policy.yaml");
        Files.createDirectories(folder.resolve(".fairlead"));
        Files.writeString(file, "version: 1\nextends: observe\nrules: {publish: of}\n");
        LoadedPolicy loaded = PolicyPlaces.standing(PolicyPlaces.usual(folder, folder.resolve("work"), folder));
        assertThat(Gate.over(loaded.policy()).decide("npm publish", PLACE).answer())
                .isEqualTo(Answer.ASK);
        assertThat(loaded.notices())
                .containsExactly(file + ", line 3: `publish` takes off, shadow, nudge, ask or refuse, not `of`;"
                        + " the file is left out");
        assertThat(run("check-command", "--policy", file.toString(), "--", "ls").status())
                .isEqualTo(2);
    }

    @Test
    void aCallOfASubAgent() {
        Session child = Session.fresh(new SessionId("s").child("helper"));
        Attempt attempt = attempt(new Action.Command("rm -rf ~", Optional.empty()), child, PLACE);
        assertThat(attempt.context().isSubagent()).isTrue();
        assertThat(BALANCED.decide(attempt).answer()).isEqualTo(Answer.DENY);
    }

    @Test
    void theFirstEventOfASessionThatBeganBeforeWeDid() throws IOException, BrokenPolicy {
        Session fresh = Session.fresh(new SessionId("s"));
        Action delete = new Action.Command("rm -rf /home/ada", Optional.empty());
        Place unknown = fresh.profile().place(delete);
        assertThat(BALANCED.decide(attempt(delete, fresh, unknown)).answer()).isEqualTo(Answer.DENY);
        Gate soft = Gate.over(policy("""
                version: 1
                soft: [{rule: delete-forced}]
                where: [{when: {branch: main}, rules: {publish: refuse}}]
                """));
        Action dist = new Action.Command("rm -rf dist", Optional.empty());
        Action publish = new Action.Command("npm publish", Optional.empty());
        assertThat(soft.decide(attempt(dist, fresh, unknown)).answer()).isEqualTo(Answer.DENY);
        assertThat(soft.decide(attempt(publish, fresh, unknown)).answer()).isEqualTo(Answer.DENY);
        Session told = fresh.after(event(fresh, new TaskGiven("delete dist", 0)));
        assertThat(soft.decide(attempt(dist, told, unknown)).answer()).isEqualTo(Answer.ALLOW);
    }

    private static Attempt attempt(Action action, Session session, Place place) {
        ToolCalled call = new ToolCalled(new CallId("c"), "Some", Value.Fields.NONE, action);
        return Attempt.of(event(session, call), call, session, place, Context.UNKNOWN);
    }

    private static Event event(Session session, Happening what) {
        return new Event(session.id(), 0, Event.NO_TIME, Origin.line(1), what);
    }

    private Policy policy(String text) throws IOException, BrokenPolicy {
        Path file = folder.resolve("policy.yaml");
        Files.writeString(file, text);
        return PolicyPlaces.named(List.of(file)).policy();
    }

    private static String batch(String line) {
        StringWriter answers = new StringWriter();
        Whereabouts whereabouts = new Whereabouts();
        try (Deadline deadline = new Deadline(Duration.ofSeconds(60))) {
            new CommandBatch(BALANCED, Context.UNKNOWN, whereabouts, deadline, new PrintWriter(answers))
                    .answer(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return answers.toString();
    }

    private static Run run(String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter error = new StringWriter();
        int status = Main.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(error))
                .execute(arguments);
        return new Run(status, output.toString(), error.toString());
    }
}
