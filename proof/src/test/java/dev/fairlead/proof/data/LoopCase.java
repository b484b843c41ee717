package dev.fairlead.proof.data;

import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.watch.Watch;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A test case of another project: a short history, and whether that project calls it stuck.
///
/// @param events the history in our terms; each keeps its index in the case as its origin
record LoopCase(String id, String source, Node.Fields config, Node.Fields expected, List<Event> events) {

    static LoopCase of(Node.Fields row) {
        String source = row.textOr("source", "");
        History history = new History(source.equals("openhands-v0"), isOffFromTheStart(row));
        return new LoopCase(
                row.textOr("id", ""),
                source,
                row.fields("config"),
                row.fields("expected"),
                history.of(row.items("events").nodes()));
    }

    /// Whether a case switches the detector off by its configuration, not by an event.
    private static boolean isOffFromTheStart(Node.Fields row) {
        return row.fields("config").isTrue("disabled_at_some_point")
                && row.items("events").nodes().stream()
                        .noneMatch(event -> History.type((Node.Fields) event).equals("detector_disabled"));
    }

    boolean isStuck() {
        return expected.isTrue("stuck");
    }

    /// The indices of the calls at which one of the detectors speaks, in order.
    static List<Long> spoken(List<Event> events, List<Detector<?>> detectors) {
        List<Long> spoken = new ArrayList<>();
        Optional<Watch> watch = Optional.empty();
        for (Event event : events) {
            SessionId session = event.session();
            Watch before = watch.filter(each -> each.session().id().equals(session))
                    .orElseGet(() -> Watch.over(session, detectors, Policy.OBSERVE));
            Watch.Step step = before.after(event);
            watch = Optional.of(step.watch());
            step.findings()
                    .forEach(finding -> spoken.add(finding.last().origin().place()));
        }
        return spoken;
    }

    /// Whether the history ends in a loop: some end of it makes a detector speak on its last event.
    boolean endsStuck(List<Detector<?>> detectors, boolean spansTasks) {
        List<Event> asked = new ArrayList<>();
        for (Event event : events) {
            boolean isTask = event.what() instanceof Happening.TaskGiven;
            if (isTask && !spansTasks) {
                asked.clear();
            } else if (!isTask) {
                asked.add(event);
            }
        }
        for (int from = 0; from < asked.size(); from++) {
            long last = asked.getLast().origin().place();
            if (spoken(asked.subList(from, asked.size()), detectors).contains(last)) {
                return true;
            }
        }
        return false;
    }

    /// Reads the events of a case.
    private static final class History {

        private final List<Event> events = new ArrayList<>();
        private final boolean errorsHaveNoTool;
        private Optional<CallId> waiting = Optional.empty();
        private int conversation;
        private boolean isSilenced;

        /// @param errorsHaveNoTool whether only an answer without a tool's name is what the peer calls an error
        /// @param isSilenced whether the detector is off
        History(boolean errorsHaveNoTool, boolean isSilenced) {
            this.errorsHaveNoTool = errorsHaveNoTool;
            this.isSilenced = isSilenced;
        }

        List<Event> of(List<Node> rows) {
            for (int i = 0; i < rows.size(); i++) {
                boolean isAnswered = i + 1 < rows.size()
                        && type((Node.Fields) rows.get(i + 1)).equals("tool_result");
                add((Node.Fields) rows.get(i), i, isAnswered);
            }
            return events;
        }

        private void add(Node.Fields row, int index, boolean isAnswered) {
            switch (type(row)) {
                case "tool_call" -> call(row, index, isAnswered);
                case "tool_result" -> answer(index, outcome(row), row.textOr("result", ""));
                case "message" -> tell(index, message(row));
                case "compaction" -> tell(index, new Happening.ContextCompacted("auto", 0));
                case "new_conversation" -> conversation++;
                case "detector_disabled" -> isSilenced = true;
                case "text_delta" -> tell(index, new Happening.AgentSpoke(row.textOr("text", "")));
                case "thought" -> tell(index, new Happening.AgentThought(row.textOr("text", "")));
                default -> tell(index, new Happening.Noted(type(row)));
            }
        }

        private void call(Node.Fields row, int index, boolean isAnswered) {
            CallId id = new CallId("call-" + index);
            tell(
                    index,
                    new Happening.ToolCalled(
                            id, row.textOr("tool", "unnamed"), Node.arguments(row.fields("args")), new Action.Other()));
            waiting = Optional.of(id);
            if (!isAnswered) {
                answer(index, Outcome.SUCCEEDED, "");
            }
        }

        private void answer(int index, Outcome outcome, String text) {
            CallId id = waiting.orElseGet(() -> new CallId("unknown-" + index));
            tell(index, new Happening.ToolReturned(id, outcome, OptionalInt.empty(), text, 0));
            waiting = Optional.empty();
        }

        private Outcome outcome(Node.Fields row) {
            boolean failed = row.isTrue("is_error") && !(errorsHaveNoTool && row.has("tool"));
            return failed ? Outcome.FAILED : Outcome.SUCCEEDED;
        }

        private static Happening message(Node.Fields row) {
            String text = row.textOr("text", "");
            return switch (row.textOr("role", "")) {
                case "user" -> new Happening.TaskGiven(text, 0);
                case "assistant" -> new Happening.AgentSpoke(text);
                default -> new Happening.ContextInjected(Happening.ContextInjected.Source.SYSTEM, "", text);
            };
        }

        private static String type(Node.Fields row) {
            return row.textOr("type", "");
        }

        private void tell(int index, Happening what) {
            if (!isSilenced) {
                events.add(new Event(
                        new SessionId("case-" + conversation), index, Event.NO_TIME, Origin.index(index), what));
            }
        }
    }
}
