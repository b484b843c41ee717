package dev.fairlead.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Flaw;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.core.event.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written down holds no secrets, and otherwise says what it said.
final class RedactionTest {

    private static final String RANDOM = "Zk3v9QxW7Lm2pT8d";
    private static final String LINE = "curl -H 'Authorization: Bearer " + RANDOM + RANDOM + "' https://api.acme.dev";
    private static final String MASKED = "curl -H 'Authorization: Bearer Zk3v…[masked]' https://api.acme.dev";
    private static final CallId CALL = new CallId("c1");

    /// Every kind of happening and action that holds texts, with the same text in each place.
    private static List<Function<String, Happening>> kinds() {
        return List.of(
                text -> new Happening.SessionStarted("codex", Optional.of("1"), Optional.of(text), Optional.of(text)),
                text -> new Happening.DirectoryChanged(text, Optional.of(text)),
                text -> new Happening.TaskGiven(text, 2),
                text -> new Happening.ContextInjected(Happening.ContextInjected.Source.RULES, "a.md", text),
                Happening.AgentSpoke::new,
                Happening.AgentThought::new,
                text -> new Happening.ToolReturned(CALL, Outcome.FAILED, OptionalInt.of(1), text, 3),
                text -> new Happening.GuidanceDelivered("no-progress", 4, text),
                text -> new Happening.ChangeReviewed(
                        CALL,
                        1,
                        Optional.of(new Flaw("tls-off", Flaw.Side.SECURITY, true, text, 3, 9, text, "leave it on")),
                        List.of(2L)),
                text -> new Happening.ApprovalAsked(CALL, text),
                text -> new Happening.JudgeAnswered(text, true, 0.5),
                text -> new Happening.SubagentStarted(new SessionId("a/b"), text),
                Happening.SessionEnded::new,
                text -> new Happening.Unread(text, text),
                text -> called(text, new Action.Command(text, Optional.of(text))),
                text -> called(text, new Action.Read(text)),
                text -> called(text, new Action.Edit(text, List.of(new Action.Replacement(text, text, true)))),
                text -> called(text, new Action.Write(text, text)),
                text -> called(
                        text,
                        new Action.Patch(List.of(new Action.FilePatch(text, Action.FilePatch.Kind.ADD, text, text)))),
                text -> called(text, new Action.Search(text, Optional.of(text))),
                text -> called(text, new Action.Fetch(text)),
                text -> called(text, new Action.Delegate(text)),
                text -> called(text, new Action.Poll(text)),
                text -> called(text, new Action.Ask(text)));
    }

    private static Happening called(String text, Action action) {
        Value.Fields inner = Value.Fields.of(Map.of("deep", new Value.Items(List.of(new Value.Text(text)))));
        return new Happening.ToolCalled(
                CALL, "bash", Value.Fields.of(Map.of("text", new Value.Text(text), "more", inner)), action);
    }

    static Stream<Happening> withoutTexts() {
        return Stream.of(
                new Happening.AgentInterrupted(),
                new Happening.ContextCompacted("auto", 9),
                new Happening.TokensUsed("m", Tokens.NONE),
                new Happening.ApprovalAnswered(CALL, true, "ann"),
                new Happening.SwitchThrown("all", true, "ann"),
                new Happening.SubagentEnded(new SessionId("a/b")),
                new Happening.Noted("x"),
                called("x", new Action.Plan()),
                called("x", new Action.Other()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void masksEveryTextAndLeavesTheRestEqual(Function<String, Happening> kind) {
        assertThat(Redaction.of(kind.apply(LINE))).isEqualTo(kind.apply(MASKED));
        assertThat(Redaction.of(kind.apply(MASKED))).isEqualTo(kind.apply(MASKED));
        assertThat(Redaction.of(kind.apply("make it pass"))).isEqualTo(kind.apply("make it pass"));
    }

    @ParameterizedTest
    @MethodSource("withoutTexts")
    void leavesWhatHasNoTexts(Happening what) {
        assertThat(Redaction.of(what)).isEqualTo(what);
    }

    @Test
    void tellsASecretFromTheKeyThatItStandsUnder() {
        Happening call = new Happening.ToolCalled(
                CALL,
                "login",
                Value.Fields.of(Map.of("password", new Value.Text(RANDOM), "name", new Value.Text(RANDOM))),
                new Action.Other());
        assertThat(Redaction.of(call))
                .isEqualTo(new Happening.ToolCalled(
                        CALL,
                        "login",
                        Value.Fields.of(
                                Map.of("password", new Value.Text("…[masked]"), "name", new Value.Text(RANDOM))),
                        new Action.Other()));
    }

    @Test
    void handsBackTheSameEventWhereNothingIsToBeHidden() {
        Event event = new Event(
                new SessionId("s"), 3, Instant.EPOCH, Origin.line(1), new Happening.TaskGiven("make it pass", 0));
        assertThat(Redaction.of(event)).isSameAs(event);
        Event secret = new Event(event.session(), 3, event.at(), event.origin(), new Happening.TaskGiven(LINE, 0));
        assertThat(Redaction.of(secret))
                .isEqualTo(
                        new Event(event.session(), 3, event.at(), event.origin(), new Happening.TaskGiven(MASKED, 0)));
    }
}
