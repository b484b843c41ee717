package dev.fairlead.wire.otel;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.json.Node;
import dev.fairlead.wire.otel.Signal.Kind;
import dev.fairlead.wire.otel.Told.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The signals of one session, told as events.
///
/// A thing is often told more than once: by a span and by a log record, by the turn and by its answers, by a message
/// list that repeats all before it. One source is chosen for each kind of thing; the others are noted.
final class Conversation {

    private static final List<String> CONTEXT_TAGS =
            List.of("<session_context>", "<system-reminder>", "<environment_context>", "<user_instructions>", "<env>");

    private final Recollection recollection;
    private final LongSupplier orders;
    private final List<Signal> signals;
    private final List<Told> told = new ArrayList<>();
    private final Map<CallId, ToolUse> uses = new LinkedHashMap<>();
    private final Map<String, CallId> callsOfSpans = new LinkedHashMap<>();
    private final List<Phase> phases = new ArrayList<>();
    private final Sources sources;

    private record Phase(Signal signal, ToolUse use, Place start, Place end) {}

    Conversation(List<Signal> signals, Recollection recollection, LongSupplier orders) {
        this.signals =
                signals.stream().sorted(Comparator.comparing(Signal::start)).toList();
        this.recollection = recollection;
        this.orders = orders;
        this.sources = Sources.of(this.signals);
    }

    /// What happened, in no order yet.
    List<Told> tell() {
        Signal first = signals.getFirst();
        if (recollection.starts()) {
            told.add(new Told(place(first, first.start()), started(first)));
        }
        for (Signal each : signals) {
            boolean isTool = Role.of(each) == Role.TOOL && !each.span().isEmpty();
            Attributes.text(each.attributes(), Keys.CALL)
                    .filter(_ -> isTool && each.kind() == Kind.SPAN)
                    .ifPresent(call -> callsOfSpans.put(each.span(), new CallId(call)));
        }
        for (Signal each : signals) {
            int before = told.size();
            hear(each);
            if (told.size() == before && Role.of(each) != Role.TOOL) {
                note(each);
            }
        }
        for (ToolUse use : uses.values()) {
            if (!recollection.isReturned(use.id())) {
                told.addAll(use.tell(recollection.isCalled(use.id())));
                recollection.keep(use.id(), use.isReturned());
            }
        }
        phases.stream()
                .filter(each -> !each.use().isToldAt(each.start(), each.end()))
                .forEach(each -> note(each.signal()));
        return told;
    }

    private Happening.SessionStarted started(Signal first) {
        Optional<String> directory = signals.stream()
                .flatMap(each -> Attributes.text(each.attributes(), Keys.DIRECTORY).stream())
                .findFirst()
                .or(() -> Attributes.text(first.resource(), Keys.DIRECTORY));
        return new Happening.SessionStarted(
                Vendors.agent(first.service()),
                Attributes.text(first.resource(), Keys.VERSION),
                directory,
                Attributes.text(first.resource(), Keys.BRANCH));
    }

    private void hear(Signal signal) {
        Place start = place(signal, signal.start());
        Node.Fields attributes = signal.attributes();
        Attributes.text(attributes, Keys.MODEL).ifPresent(recollection::use);
        switch (Role.of(signal)) {
            case AGENT -> agent(signal, start);
            case CHAT -> chat(signal, start);
            case TOOL -> tool(signal);
            case PROMPT -> Attributes.text(attributes, Keys.PROMPT).ifPresent(text -> person(start, text));
            case ANSWER -> answer(signal, start, Sources.Speaker.RECORD);
            case USAGE -> {
                answer(signal, start, Sources.Speaker.USAGE);
                tokens(signal, start, signal.kind() == Kind.SPAN ? Sources.Counter.CHAT : Sources.Counter.RECORD);
            }
            case DECISION -> decision(signal, start);
            case END -> told.add(new Told(start, new Happening.SessionEnded(attributes.textOr("reason", "unstated"))));
            case NOTE -> {}
        }
    }

    private void agent(Signal signal, Place start) {
        if (!sources.hasPrompts()) {
            List<Part> asked = parts(signal, Keys.ASKED).stream()
                    .filter(part -> part.kind() == Part.Kind.TEXT && part.role().equals("user"))
                    .toList();
            Attributes.text(signal.attributes(), Keys.PROMPT)
                    .or(() -> asked.isEmpty()
                            ? Optional.empty()
                            : Optional.of(asked.getLast().text()))
                    .ifPresent(text -> person(start, text));
        }
        Place end = place(signal, signal.end());
        if (sources.speaker() == Sources.Speaker.AGENT) {
            spoke(parts(signal, Keys.ANSWERED), signal, end);
        }
        tokens(signal, end, Sources.Counter.AGENT);
    }

    private void chat(Signal signal, Place start) {
        Place end = place(signal, signal.end());
        if (!Vendors.isErrand(signal)) {
            Recollection.Hearing hearing = recollection.hearing();
            for (Part part : parts(signal, Keys.SYSTEM)) {
                system(start, part.text(), hearing);
            }
            for (Part part : parts(signal, Keys.ASKED)) {
                asked(part, start, hearing);
            }
            spoke(Vendors.answer(signal), signal, end);
        }
        tokens(signal, place(signal, signal.end()), Sources.Counter.CHAT);
    }

    private void asked(Part part, Place start, Recollection.Hearing hearing) {
        if (part.kind() == Part.Kind.RESULT && !part.id().isBlank()) {
            Optional.ofNullable(uses.get(new CallId(part.id()))).ifPresent(use -> use.answered(start, part.text()));
        } else if (part.kind() == Part.Kind.TEXT && part.role().equals("user")) {
            if (CONTEXT_TAGS.stream().anyMatch(part.text()::startsWith)) {
                system(start, part.text(), hearing);
            } else if (hearing.isNew(part.text())) {
                told.add(new Told(start, new Happening.TaskGiven(part.text(), 0)));
            }
        } else if (part.kind() == Part.Kind.TEXT
                && (part.role().equals("system") || part.role().equals("developer"))) {
            system(start, part.text(), hearing);
        }
    }

    private void system(Place place, String text, Recollection.Hearing hearing) {
        if (hearing.isNew(text)) {
            told.add(new Told(place, new ContextInjected(ContextInjected.Source.SYSTEM, "", text)));
        }
    }

    private void spoke(List<Part> parts, Signal signal, Place end) {
        for (Part part : parts) {
            switch (part.kind()) {
                case TEXT -> told.add(new Told(again(end), new Happening.AgentSpoke(part.text())));
                case THOUGHT -> told.add(new Told(again(end), new Happening.AgentThought(part.text())));
                case CALL -> {
                    if (!part.id().isBlank()) {
                        use(new CallId(part.id()), signal).made(again(end), part.name(), part.arguments());
                    }
                }
                case RESULT -> {}
            }
        }
    }

    private void person(Place place, String text) {
        recollection.say(text);
        told.add(new Told(place, new Happening.TaskGiven(text, 0)));
    }

    private void answer(Signal signal, Place place, Sources.Speaker speaker) {
        if (sources.speaker() == speaker && !Vendors.isErrand(signal)) {
            Attributes.text(signal.attributes(), Keys.ANSWER)
                    .ifPresent(text -> told.add(new Told(place, new Happening.AgentSpoke(text))));
        }
    }

    private void tokens(Signal signal, Place place, Sources.Counter counter) {
        Tokens used = Vendors.tokens(signal.attributes());
        if (sources.counter() == counter && !used.equals(Tokens.NONE)) {
            told.add(new Told(again(place), new Happening.TokensUsed(recollection.model(), used)));
        }
    }

    private void tool(Signal signal) {
        Instant before = signal.kind() == Kind.LOG
                ? signal.start()
                        .minusMillis(Attributes.number(signal.attributes(), Keys.DURATION)
                                .orElse(0))
                : signal.start();
        Place start = place(signal, before.isBefore(signals.getFirst().start()) ? signal.start() : before);
        Place end = place(signal, signal.end());
        ToolUse use = use(
                call(signal)
                        .orElseGet(() -> new CallId(
                                "line-%d-%d".formatted(signal.origin().place(), start.order()))),
                signal);
        use.heard(signal, start, end);
        phases.add(new Phase(signal, use, start, end));
    }

    private void decision(Signal signal, Place place) {
        String decision = signal.attributes().textOr("decision", "");
        boolean isPerson = signal.attributes()
                .textOr("source", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("user");
        boolean isAllowed = !decision.startsWith("reject") && !decision.startsWith("den") && !decision.equals("abort");
        call(signal).filter(_ -> !decision.isEmpty()).ifPresent(call -> {
            ToolUse use = use(call, signal);
            use.made(place, Attributes.text(signal.attributes(), Keys.TOOL).orElse(""), Optional.empty());
            use.decided(place, isAllowed, isPerson);
            phases.add(new Phase(signal, use, place, place));
        });
    }

    private Optional<CallId> call(Signal signal) {
        return Attributes.text(signal.attributes(), Keys.CALL)
                .map(CallId::new)
                .or(() -> Optional.ofNullable(callsOfSpans.get(signal.parent())));
    }

    private ToolUse use(CallId call, Signal signal) {
        return uses.computeIfAbsent(call, id -> new ToolUse(id, signal.service()));
    }

    private static List<Part> parts(Signal signal, List<String> keys) {
        return Attributes.structure(signal.attributes(), keys).map(Part::of).orElse(List.of());
    }

    private void note(Signal signal) {
        told.add(new Told(place(signal, signal.start()), new Happening.Noted(signal.label())));
    }

    private Place place(Signal signal, Instant at) {
        return new Place(at, orders.getAsLong(), signal.origin());
    }

    private Place again(Place place) {
        return new Place(place.at(), orders.getAsLong(), place.origin());
    }
}
