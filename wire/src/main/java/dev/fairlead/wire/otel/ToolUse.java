package dev.fairlead.wire.otel;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.wire.codex.CodexResults;
import dev.fairlead.wire.events.EventReader;
import dev.fairlead.wire.json.Node;
import dev.fairlead.wire.otel.Told.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One tool call, gathered from everything that speaks of it: the model's answer, the decision whether it may run, the
/// spans and records of its phases, and the result that the model was shown.
///
/// Where several say how it ended the worst counts: a sender may call a command that failed a success, since it ran.
final class ToolUse {

    /// From what says nothing to what counts most.
    private static final List<Outcome> WORSE = List.of(
            Outcome.UNSTATED,
            Outcome.SUCCEEDED,
            Outcome.RUNNING,
            Outcome.FAILED,
            Outcome.SKIPPED,
            Outcome.INTERRUPTED,
            Outcome.DENIED,
            Outcome.REFUSED);

    private final CallId id;
    private final String service;
    private String tool = "";
    private Optional<Node> arguments = Optional.empty();
    private Optional<Place> called = Optional.empty();
    private Optional<Place> returned = Optional.empty();
    private Outcome outcome = Outcome.UNSTATED;
    private OptionalInt status = OptionalInt.empty();
    private String text = "";
    private String error = "";

    ToolUse(CallId id, String service) {
        this.id = id;
        this.service = service;
    }

    CallId id() {
        return id;
    }

    /// Whether it is told at one of two points.
    boolean isToldAt(Place start, Place end) {
        return called.filter(start::equals).isPresent()
                || returned.filter(end::equals).isPresent();
    }

    /// The model called it.
    void made(Place place, String name, Optional<Node> stated) {
        tool = tool.isEmpty() ? name : tool;
        arguments = arguments.isPresent() ? arguments : stated.filter(ToolUse::saysSomething);
        if (called.isEmpty() || place.at().isBefore(called.get().at())) {
            called = Optional.of(place);
        }
    }

    /// One of its phases was recorded.
    void heard(Signal signal, Place start, Place end) {
        Node.Fields attributes = signal.attributes();
        Node.Fields asked = object(attributes, Keys.ASKED);
        made(start, Attributes.text(attributes, Keys.TOOL).orElse(""), stated(attributes, asked));
        ended(end);
        Optional<Boolean> success = Attributes.flag(attributes, Keys.SUCCESS);
        Optional<String> fault = Attributes.text(attributes, Keys.ERROR);
        success.ifPresent(good -> judged(good ? Outcome.SUCCEEDED : Outcome.FAILED));
        if (signal.failed() || fault.isPresent() && success.isEmpty()) {
            judged(Outcome.FAILED);
        } else if (signal.sound()) {
            judged(Outcome.SUCCEEDED);
        }
        fault.or(() -> Optional.of(signal.message()).filter(_ -> signal.failed()))
                .ifPresent(words -> error = error.isEmpty() ? words : error);
        Attributes.number(attributes, Keys.EXIT).ifPresent(this::exited);
        attributes
                .text("ai.toolCall.result")
                .ifPresent(result -> shown(Part.text(Attributes.parsed(new Node.Text(result)))));
        Attributes.text(attributes, Keys.RESULT)
                .or(() -> Attributes.structure(attributes, Keys.RESULT).map(Part::text))
                .ifPresent(this::shown);
        for (Node.Fields mark : signal.marks()) {
            Attributes.structure(Attributes.plain(mark.items("attributes")), Keys.RESULT)
                    .ifPresent(result -> shown(Part.text(result)));
        }
        outcome(object(attributes, Keys.ANSWERED));
        attributes
                .text("fairlead.outcome")
                .flatMap(code -> EventReader.constant(Outcome.class, code))
                .ifPresent(own -> {
                    outcome = own;
                    error = "";
                });
    }

    /// The model was shown its result.
    void answered(Place place, String result) {
        if (returned.isEmpty()) {
            ended(place);
        }
        shown(result);
    }

    /// Somebody said whether it may run.
    ///
    /// @param isPerson whether that was a person
    void decided(Place place, boolean allowed, boolean isPerson) {
        if (!allowed) {
            ended(place);
            judged(isPerson ? Outcome.REFUSED : Outcome.DENIED);
        }
    }

    /// The call, unless it was told before, and the result, if there is one.
    List<Told> tell(boolean isCallKnown) {
        List<Told> told = new ArrayList<>();
        Node.Fields given = arguments.map(ToolUse::asObject).orElse(Node.Fields.NONE);
        String name = tool.isEmpty() ? "unnamed" : tool;
        if (!isCallKnown) {
            called.ifPresent(place -> told.add(new Told(
                    place, new ToolCalled(id, name, Node.arguments(given), OtelTools.action(service, tool, given)))));
        }
        String words = text.isEmpty() ? error : text;
        returned.map(place -> called.filter(before -> before.at().isAfter(place.at()))
                        .map(before -> new Place(before.at(), place.order(), place.origin()))
                        .orElse(place))
                .ifPresent(place -> told.add(new Told(place, new ToolReturned(id, outcome, status, words, 0))));
        return told;
    }

    boolean isReturned() {
        return returned.isPresent();
    }

    private void ended(Place place) {
        if (returned.isEmpty() || !place.at().isBefore(returned.get().at())) {
            returned = Optional.of(place);
        }
    }

    private void judged(Outcome stated) {
        outcome = WORSE.indexOf(stated) > WORSE.indexOf(outcome) ? stated : outcome;
    }

    private void exited(long code) {
        status = OptionalInt.of((int) code);
        judged(code == 0 ? Outcome.SUCCEEDED : Outcome.FAILED);
    }

    /// Takes in what the model was shown. Codex wraps it in lines that say how it ended.
    private void shown(String result) {
        if (result.isEmpty() || !text.isEmpty()) {
            return;
        }
        if (!service.startsWith("codex")) {
            text = result;
            return;
        }
        ToolReturned read = CodexResults.returned(id, new Node.Text(result));
        text = read.text();
        status = read.exitStatus();
        judged(read.outcome());
    }

    /// What Gemini CLI writes where the conventions have messages: the whole state of the call.
    private void outcome(Node.Fields state) {
        Node.Fields response = state.fields("response");
        switch (state.textOr("status", "")) {
            case "success" -> judged(Outcome.SUCCEEDED);
            case "error" -> judged(Outcome.FAILED);
            case "cancelled" -> judged(Outcome.INTERRUPTED);
            default -> {}
        }
        response.fields("data").number("exitCode").ifPresent(this::exited);
        for (Node each : response.items("responseParts").nodes()) {
            if (each instanceof Node.Fields part) {
                shown(Part.text(part.fields("functionResponse").get("response")));
            }
        }
    }

    private static Optional<Node> stated(Node.Fields attributes, Node.Fields asked) {
        Optional<String> command = attributes.text("full_command");
        Optional<String> path = attributes.text("file_path");
        return Attributes.structure(attributes, Keys.ARGUMENTS)
                .or(() -> asked.has("args") ? Optional.of(asked.get("args")) : Optional.empty())
                .or(() -> command.map(line -> object("command", new Node.Text(line))))
                .or(() -> path.map(file -> object("file_path", new Node.Text(file))));
    }

    private static boolean saysSomething(Node stated) {
        return !(stated instanceof Node.Text text && text.value().isEmpty())
                && !(stated instanceof Node.Scalar)
                && !(stated instanceof Node.Fields fields && fields.names().isEmpty());
    }

    private static Node.Fields asObject(Node given) {
        Node read = given instanceof Node.Text text ? Attributes.parsed(text) : given;
        return read instanceof Node.Fields fields ? fields : object("input", read);
    }

    private static Node.Fields object(String name, Node value) {
        return Node.Fields.of(List.of(name), List.of(value));
    }

    private static Node.Fields object(Node.Fields attributes, List<String> keys) {
        return Attributes.structure(attributes, keys)
                .filter(Node.Fields.class::isInstance)
                .map(Node.Fields.class::cast)
                .orElse(Node.Fields.NONE);
    }
}
