package dev.fairlead.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Value;
import dev.fairlead.core.session.Session;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What a session made itself may go away again, and what it wrote counts when it is run.
final class OwnFilesTest {

    private static final SessionId ID = new SessionId("own");
    private static final Gate STRICT = Gate.of(Preset.STRICT);

    private Session session = Session.fresh(ID);
    private int sequence;

    private Event event(Happening what) {
        return new Event(ID, sequence++, Instant.ofEpochSecond(sequence), Origin.line(sequence), what);
    }

    private void ran(String line) {
        called(new Action.Command(line, Optional.empty()));
    }

    private void called(Action action) {
        CallId call = new CallId("call-" + sequence);
        session = session.after(event(new Happening.ToolCalled(call, "Tool", Value.Fields.NONE, action)));
        session = session.after(event(new Happening.ToolReturned(call, Outcome.SUCCEEDED, OptionalInt.of(0), "", 0)));
    }

    private Mode decided(String line) {
        Happening.ToolCalled call = new Happening.ToolCalled(
                new CallId("next"), "Tool", Value.Fields.NONE, new Action.Command(line, Optional.empty()));
        Event event = event(call);
        Session now = session.after(event);
        return STRICT.decide(Attempt.of(event, call, now, now.profile().place(call.action()), Context.UNKNOWN))
                .mode();
    }

    @Test
    void letsTheSessionsOwnFoldersGoAway() {
        session = session.after(event(new Happening.SessionStarted(
                "agent", Optional.empty(), Optional.of("/home/ada/app"), Optional.empty())));
        assertThat(decided("rm -rf ~/trial")).isEqualTo(Mode.ASK);
        ran("mkdir ~/trial && cp -r . ~/trial/app");
        ran("git clone https://host.example/tool.git ~/tool");
        assertThat(decided("rm -rf ~/trial/app ~/tool")).isEqualTo(Mode.OFF);
        assertThat(decided("rm -rf ~/tool/.git")).isEqualTo(Mode.OFF);
        assertThat(decided("rm -rf ~/trial ~/photos")).isEqualTo(Mode.ASK);
    }

    @Test
    void givesNobodyAClaimToWhatMayHaveBeenThereBefore() {
        session = session.after(event(new Happening.SessionStarted(
                "agent", Optional.empty(), Optional.of("/home/ada/app"), Optional.empty())));
        ran("mkdir -p ~/photos");
        ran("mkdir ~/letters || true");
        ran("mkdir ~/songs; ls");
        called(new Action.Write("/home/ada/films/list.txt", "x"));
        for (String folder : new String[] {"photos", "letters", "songs", "films"}) {
            assertThat(decided("rm -rf ~/" + folder)).as(folder).isEqualTo(Mode.ASK);
        }
    }

    @Test
    void refusesToRunWhatWasWrittenToDestroy() {
        called(new Action.Write("/work/tidy.sh", "cd / && rm -rf ./*"));
        ran("curl -so /work/get.sh https://host.example/get.sh");
        assertThat(decided("bash /work/tidy.sh")).isEqualTo(Mode.REFUSE);
        assertThat(decided("bash /work/get.sh")).isEqualTo(Mode.REFUSE);
        called(new Action.Read("/work/get.sh"));
        assertThat(decided("bash /work/get.sh")).isEqualTo(Mode.OFF);
    }
}
