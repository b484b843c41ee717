package dev.fairlead.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.decide.Guidance;
import dev.fairlead.core.decide.Mode;
import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Severity;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A session written as a play, with what guidance makes of it behind `<<` on each line where something changes.
///
/// ```text
/// task  TEXT      the person speaks       runs  COMMAND   a command that works
/// says  TEXT      the agent speaks        fails COMMAND   a command that fails
/// edits PATH      a change that works     ends            the session is over
/// found CLASS     a finding of the class, at the event before
/// mended N        a review says that the finding made at event N is gone
/// listens         the agent takes what is due           stops     it would stop, and takes what sends it back
/// answers yes|no  a person answers what holds it up
/// ```
final class GuidePlay {

    private static final SessionId SESSION = new SessionId("play");

    private final Mode mode;
    private final Guidance guidance;
    private Guide guide;
    private Session session = Session.fresh(SESSION);
    private long sequence;
    private final List<Intervention> all = new ArrayList<>();

    GuidePlay(Mode mode, Guidance guidance, boolean isShadowed) {
        this.mode = mode;
        this.guidance = guidance;
        this.guide = Guide.fresh(isShadowed);
    }

    /// A play under a policy that nudges, without a cooldown.
    static GuidePlay nudging() {
        return new GuidePlay(Mode.NUDGE, new Guidance(0, 5), false);
    }

    /// Plays it and checks what changes where.
    ///
    /// @return every change, in order
    List<Intervention> play(String text) {
        List<String> played = new ArrayList<>();
        List<String> expected = text.lines()
                .filter(line -> !line.isBlank())
                .map(String::stripTrailing)
                .toList();
        for (String line : expected) {
            String order = line.replaceFirst("\\s*<<.*", "");
            List<Intervention> changed = perform(order.strip());
            all.addAll(changed);
            StringBuilder said = new StringBuilder(order);
            changed.forEach(each -> said.append(" << ").append(shown(each)));
            played.add(said.toString());
        }
        String wanted = String.join("\n", expected).replaceAll("[ ]+<< ", " << ");
        assertThat(String.join("\n", played)).isEqualTo(wanted);
        return List.copyOf(all);
    }

    Guide guide() {
        return guide;
    }

    private static String shown(Intervention each) {
        String rung = each.rung().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String state = each.state().name().toLowerCase(Locale.ROOT);
        String end = each.state() == State.DROPPED
                ? ": " + each.dropped()
                : each.outcome() == dev.fairlead.core.guide.Outcome.TOO_SOON
                        ? ""
                        : ", " + each.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return rung + " " + state + end;
    }

    private List<Intervention> perform(String line) {
        String[] parts = line.split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "task" -> tell(new Happening.TaskGiven(rest, 0));
            case "says" -> tell(new Happening.AgentSpoke(rest));
            case "ends" -> tell(new Happening.SessionEnded(""));
            case "runs" -> call(new Action.Command(rest, Optional.empty()), rest, Outcome.SUCCEEDED);
            case "fails" -> call(new Action.Command(rest, Optional.empty()), rest, Outcome.FAILED);
            case "edits" ->
                call(
                        new Action.Edit(rest, List.of(new Action.Replacement("a", "b" + sequence, false))),
                        rest + sequence,
                        Outcome.SUCCEEDED);
            case "found" -> found(Misbehaviour.of(rest).orElseThrow());
            case "mended" ->
                tell(new Happening.ChangeReviewed(
                        new CallId("edit"), 0, Optional.empty(), List.of(Long.parseLong(rest))));
            case "listens" -> deliver(guide.due(), false);
            case "stops" -> deliver(guide.dueAtStop(), true);
            case "answers" ->
                tell(new Happening.ApprovalAnswered(
                        new CallId(guide.hold().orElseThrow().id()), rest.equals("yes"), "somebody"));
            default -> throw new IllegalArgumentException("a play has no `%s`".formatted(parts[0]));
        };
    }

    private List<Intervention> call(Action action, String what, dev.fairlead.core.event.Outcome outcome) {
        CallId id = new CallId("c" + sequence);
        Value.Fields arguments = Value.Fields.of(Map.of("what", new Value.Text(what)));
        List<Intervention> changed = new ArrayList<>(tell(new Happening.ToolCalled(id, "Tool", arguments, action)));
        changed.addAll(tell(new Happening.ToolReturned(id, outcome, OptionalInt.empty(), "", 0)));
        return changed;
    }

    private List<Intervention> deliver(Optional<Intervention> due, boolean isAtStop) {
        return due.map(each -> tell(new Happening.GuidanceDelivered("d", each.about(), each.text(), isAtStop)))
                .orElse(List.of());
    }

    private List<Intervention> found(Misbehaviour misbehaviour) {
        Finding finding = new Finding(
                "d",
                misbehaviour,
                Severity.MEDIUM,
                1,
                "did something wrong",
                "do it right",
                List.of(new Evidence(sequence, Origin.index(sequence), Optional.empty())));
        return fold(new Happening.Noted("finding"), List.of(Judged.of(finding, mode, true)), false);
    }

    private List<Intervention> tell(Happening what) {
        return fold(what, List.of(), true);
    }

    /// A finding is made at the event before it: the session is then as it was.
    private List<Intervention> fold(Happening what, List<Judged> judged, boolean isOwn) {
        Event event = new Event(SESSION, sequence, Instant.ofEpochSecond(sequence), Origin.index(sequence), what);
        session = isOwn ? session.after(event) : session;
        sequence++;
        Guide.Guided guided = guide.after(event, session, judged, guidance);
        guide = guided.guide();
        return guided.changed();
    }
}
