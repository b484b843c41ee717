package dev.fairlead.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.core.event.Value;
import dev.fairlead.core.shell.CheckKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class SessionTest {

    private static final SessionId ID = new SessionId("s");

    private Session session = Session.fresh(ID);
    private long next;

    private void hear(Happening what) {
        session = session.after(new Event(ID, next, Instant.ofEpochSecond(100 + next), Origin.line(next + 1), what));
        next++;
    }

    private void call(String id, Action action) {
        hear(new Happening.ToolCalled(new CallId(id), "tool", Value.Fields.NONE, action));
    }

    private void back(String id, Outcome outcome, String text) {
        hear(new Happening.ToolReturned(new CallId(id), outcome, OptionalInt.empty(), text, 0));
    }

    private void command(String line, Outcome outcome) {
        call("c" + next, new Action.Command(line, Optional.empty()));
        back("c" + (next - 1), outcome, "text");
    }

    @Test
    void knowsWhoWorksWhereAndSinceWhen() {
        hear(new Happening.SessionStarted("agent", Optional.of("1.0"), Optional.of("/w"), Optional.of("main")));
        hear(new Happening.DirectoryChanged("/w/sub", Optional.empty()));
        hear(new Happening.TokensUsed("model-1", new Tokens(10, 5, 1, 3)));
        hear(new Happening.TokensUsed("model-2", new Tokens(1, 0, 0, 1)));
        assertThat(session.profile())
                .isEqualTo(new Profile(
                        "agent",
                        Optional.of("1.0"),
                        Optional.of("model-2"),
                        Optional.of("/w/sub"),
                        Optional.of("/w"),
                        Optional.of("main"),
                        Instant.ofEpochSecond(100),
                        Instant.ofEpochSecond(103)));
        assertThat(session.tally().tokens()).isEqualTo(new Tokens(11, 5, 1, 4));
        assertThat(session.tally().tokens().read()).isEqualTo(17);
    }

    @Test
    void takesNoTimeForTheFirstTime() {
        session = session.after(new Event(ID, 0, Event.NO_TIME, Origin.index(0), new Happening.Noted("x")));
        assertThat(session.profile().startedAt()).isEqualTo(Event.NO_TIME);
        session = session.after(new Event(ID, 1, Instant.ofEpochSecond(9), Origin.index(1), new Happening.Noted("x")));
        session = session.after(new Event(ID, 2, Instant.ofEpochSecond(7), Origin.index(2), new Happening.Noted("x")));
        assertThat(session.profile().startedAt()).isEqualTo(Instant.ofEpochSecond(9));
        assertThat(session.profile().endedAt()).isEqualTo(Instant.ofEpochSecond(9));
    }

    @Test
    void joinsCallsAndResultsByTheirIdWhateverTheirOrder() {
        call("a", new Action.Read("x"));
        call("b", new Action.Read("y"));
        assertThat(session.exchange()).isEmpty();
        back("b", Outcome.SUCCEEDED, "ok");
        assertThat(session.exchange().orElseThrow().call().id()).isEqualTo(new CallId("b"));
        assertThat(session.exchange().orElseThrow().call().origin()).isEqualTo(Origin.line(2));
        back("a", Outcome.FAILED, "File does not exist.");
        assertThat(session.exchange().orElseThrow().failure().orElseThrow().kind())
                .isEqualTo(FailureKind.NO_SUCH_PATH);
        assertThat(session.openCalls().size()).isZero();
        back("a", Outcome.SUCCEEDED, "again");
        assertThat(session.exchange()).isEmpty();
        assertThat(session.tally().toolCalls()).isEqualTo(2);
        assertThat(session.tally().toolFailures()).isEqualTo(1);
    }

    @Test
    void knowsWhatWasReadWrittenAndCreated() {
        call("a", new Action.Read("old"));
        back("a", Outcome.SUCCEEDED, "text");
        call("b", new Action.Write("new", "content"));
        back("b", Outcome.SUCCEEDED, "");
        call("c", new Action.Write("old", "content"));
        back("c", Outcome.SUCCEEDED, "");
        call("d", new Action.Write("never", "content"));
        back("d", Outcome.REFUSED, "no");
        assertThat(session.file("old").created()).isFalse();
        assertThat(session.file("old").lastRead()).isEqualTo(1);
        assertThat(session.file("old").lastWritten()).isEqualTo(5);
        assertThat(session.file("new").created()).isTrue();
        assertThat(session.file("new").content()).hasValue(Digest.of("content"));
        assertThat(session.file("new").state()).isEqualTo(session.file("old").state());
        assertThat(session.file("never")).isEqualTo(FileFacts.UNTOUCHED);
        assertThat(session.lastChange()).isEqualTo(5);
    }

    @Test
    void knowsTheStateOfAPatchedFile() {
        Action.FilePatch add = new Action.FilePatch("f", Action.FilePatch.Kind.ADD, "", "one");
        Action.FilePatch update = new Action.FilePatch("f", Action.FilePatch.Kind.UPDATE, "one", "two");
        Action.FilePatch undo = new Action.FilePatch("f", Action.FilePatch.Kind.UPDATE, "two", "one");
        Action.FilePatch delete = new Action.FilePatch("f", Action.FilePatch.Kind.DELETE, "", "");
        call("a", new Action.Patch(List.of(add)));
        back("a", Outcome.SUCCEEDED, "");
        long first = session.file("f").state();
        call("b", new Action.Patch(List.of(update)));
        back("b", Outcome.SUCCEEDED, "");
        assertThat(session.file("f").state()).isNotEqualTo(first);
        call("c", new Action.Patch(List.of(undo)));
        back("c", Outcome.SUCCEEDED, "");
        assertThat(session.file("f").state()).isEqualTo(first);
        call("d", new Action.Patch(List.of(delete)));
        back("d", Outcome.SUCCEEDED, "");
        assertThat(session.file("f").content()).hasValue(Digest.EMPTY);
    }

    @Test
    void keepsChecksAndGitActionsWithTheirOutcome() {
        command("pytest -q", Outcome.FAILED);
        command("git -C /w -c a=b add . && git commit -m 'rm -rf /' && npm run build", Outcome.SUCCEEDED);
        command("git push", Outcome.REFUSED);
        command("git status", Outcome.SUCCEEDED);
        assertThat(session.work().checks().items())
                .extracting(CheckRun::kind, CheckRun::passed)
                .containsExactly(tuple(CheckKind.TEST, false), tuple(CheckKind.BUILD, true));
        assertThat(session.work().git().items()).extracting(GitAction::verb).containsExactly("commit");
        assertThat(session.work().failures().items())
                .extracting(Failure::kind)
                .containsExactly(FailureKind.TEST_FAILED, FailureKind.REFUSED);
    }

    @Test
    void keepsMessagesRulesCompactionsInterruptionsAndSubagents() {
        hear(new Happening.TaskGiven("x".repeat(Message.KEPT + 1), 0));
        hear(new Happening.ContextInjected(Source.RULES, "RULES.md", "text"));
        hear(new Happening.ContextInjected(Source.HOOK, "hook", "text"));
        hear(new Happening.ContextCompacted("auto", 9));
        hear(new Happening.AgentInterrupted());
        hear(new Happening.SubagentStarted(ID.child("a"), "task"));
        hear(new Happening.Unread("reason", "y".repeat(500)));
        assertThat(session.messages().items()).extracting(Message::text).containsExactly("x".repeat(Message.KEPT));
        assertThat(session.rules().items()).containsExactly("RULES.md");
        assertThat(session.work().subagents().items()).containsExactly(new SessionId("s/a"));
        assertThat(session.tally()).isEqualTo(new Tally(7, 0, 0, 1, 1, 1, Tokens.NONE));
    }

    @Test
    void forgetsWhatWasTouchedLeastRecently() {
        for (int i = 0; i < Session.FILES + 1; i++) {
            call("r" + i, new Action.Read("f" + i));
            back("r" + i, Outcome.SUCCEEDED, "");
        }
        assertThat(session.file("f0")).isEqualTo(FileFacts.UNTOUCHED);
        assertThat(session.file("f1").lastRead()).isEqualTo(3);
        assertThat(session.files().forgotten()).isEqualTo(1);
        for (int i = 0; i < Session.OPEN_CALLS + 1; i++) {
            call("o" + i, new Action.Read("f"));
        }
        assertThat(session.openCall(new CallId("o0"))).isEmpty();
        assertThat(session.openCall(new CallId("o1"))).isPresent();
        for (int i = 0; i < Session.MESSAGES + 1; i++) {
            hear(new Happening.TaskGiven("m" + i, 0));
        }
        assertThat(session.messages().items().getFirst().text()).isEqualTo("m1");
        assertThat(session.messages().hasForgotten()).isTrue();
    }

    @Test
    void remembersCallsWithoutTheirBulk() {
        String bulk = "x".repeat(100_000);
        call("a", new Action.Write("f", bulk));
        call("b", new Action.Command(bulk, Optional.empty()));
        assertThat(session.openCall(new CallId("a")).orElseThrow().action())
                .isEqualTo(new Action.Write("f", "x".repeat(Call.KEPT)));
        assertThat(session.openCall(new CallId("a")).orElseThrow().changes())
                .containsExactly(new FileChange("f", FileChange.Kind.WRITE, Digest.of(bulk)));
        assertThat(session.openCall(new CallId("b")).orElseThrow().action())
                .isEqualTo(new Action.Command("x".repeat(Call.KEPT_COMMAND), Optional.empty()));
    }
}
