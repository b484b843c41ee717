package dev.fairlead.wire.export;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.Exporter;
import dev.fairlead.wire.json.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes sessions as traces in OTLP's JSON with the names of the GenAI conventions, one export request a line.
///
/// A session is a trace: each task of the person an `invoke_agent` span, in it a `chat` span for every answer and an
/// `execute_tool` span for every call that came back. A message is written once, with the span that it is news to: an
/// answer's input holds only what was put before the agent since the answer before. Ids are made from the session's,
/// so that the same session always gives the same trace.
public final class OtlpWriter implements Exporter {

    private final Writer target;
    private final List<Event> events = new ArrayList<>();

    /// A writer to a stream, which stays open. The events of one file are held at a time.
    public OtlpWriter(Writer target) {
        this.target = target;
    }

    @Override
    public void write(Event event) {
        events.add(event);
    }

    @Override
    public void endFile() throws IOException {
        List<Course> courses = Course.of(events).values().stream()
                .filter(each -> !each.turns().isEmpty())
                .toList();
        events.clear();
        for (Course each : courses) {
            Optional<Course> above =
                    courses.stream().filter(other -> other.isAbove(each)).findFirst();
            try (JsonWriter json = new JsonWriter(target)) {
                request(json, each, above);
            }
            target.write('\n');
        }
    }

    private static void request(JsonWriter json, Course course, Optional<Course> above) {
        json.object().array("resourceSpans");
        json.object().object("resource").array("attributes");
        OtlpSpan.attribute(json, "service.name", course.agent());
        course.started()
                .flatMap(Happening.SessionStarted::version)
                .ifPresent(version -> OtlpSpan.attribute(json, "service.version", version));
        course.started()
                .flatMap(Happening.SessionStarted::directory)
                .ifPresent(path -> OtlpSpan.attribute(json, "process.working_directory", path));
        course.started()
                .flatMap(Happening.SessionStarted::branch)
                .ifPresent(name -> OtlpSpan.attribute(json, "vcs.ref.head.name", name));
        json.endArray().endObject().array("scopeSpans");
        json.object().object("scope").text("name", "fairlead").endObject().array("spans");
        Ids ids =
                new Ids(above.orElse(course).session().value(), course.session().value());
        Optional<String> parent =
                above.map(each -> new Ids(each.session().value(), each.session().value()).span());
        for (List<Turn> task : tasks(course.turns())) {
            task(json, course, task, ids, parent);
        }
        json.endArray().endObject().endArray().endObject().endArray().endObject();
    }

    /// The turns from one task of the person to the next.
    private static List<List<Turn>> tasks(List<Turn> turns) {
        List<List<Turn>> tasks = new ArrayList<>();
        for (Turn turn : turns) {
            if (turn.source() == Turn.Source.USER || tasks.isEmpty()) {
                tasks.add(new ArrayList<>());
            }
            tasks.getLast().add(turn);
        }
        return tasks;
    }

    private static void task(JsonWriter json, Course course, List<Turn> turns, Ids ids, Optional<String> parent) {
        String agent = ids.span();
        Turn first = turns.getFirst();
        OtlpSpan span = new OtlpSpan("invoke_agent " + course.agent(), ids.trace(), agent, parent.orElse(""));
        span.put("gen_ai.operation.name", "invoke_agent");
        span.put("gen_ai.agent.name", course.agent());
        about(span, course, course.model());
        course.started()
                .flatMap(Happening.SessionStarted::directory)
                .ifPresent(directory -> span.put("process.working_directory", directory));
        if (first.source() == Turn.Source.USER) {
            span.put("gen_ai.input.messages", GenAiMessages.of(List.of(first)));
        }
        span.write(
                json,
                first.first().at(),
                turns.stream().map(OtlpWriter::end).max(Instant::compareTo).orElseThrow());
        List<Turn> news = new ArrayList<>();
        for (Turn turn : turns) {
            switch (turn.source()) {
                case USER -> {}
                case SYSTEM -> news.add(turn);
                case AGENT -> {
                    answer(json, course, turn, news, ids, agent);
                    news.clear();
                }
            }
        }
    }

    private static void answer(JsonWriter json, Course course, Turn turn, List<Turn> news, Ids ids, String agent) {
        OtlpSpan span = new OtlpSpan("chat " + turn.model().orElse("model"), ids.trace(), ids.span(), agent);
        span.put("gen_ai.operation.name", "chat");
        about(span, course, turn.model());
        if (!news.isEmpty()) {
            span.put("gen_ai.input.messages", GenAiMessages.of(news));
        }
        if (turn.message().isPresent()
                || turn.thought().isPresent()
                || !turn.uses().isEmpty()) {
            span.put("gen_ai.output.messages", GenAiMessages.of(List.of(turn)));
        }
        Tokens tokens = turn.tokens();
        if (!tokens.equals(Tokens.NONE)) {
            span.put("gen_ai.usage.input_tokens", tokens.read());
            span.put("gen_ai.usage.output_tokens", tokens.output());
            span.put("gen_ai.usage.cache_read.input_tokens", tokens.cached());
            span.put("gen_ai.usage.cache_creation.input_tokens", tokens.cacheWritten());
        }
        span.write(json, turn.first().at(), turn.said());
        for (Turn.Use use : turn.uses()) {
            use.result()
                    .ifPresent(result -> OtlpSpan.ofTool(use, result, ids.trace(), ids.span(), agent)
                            .with("gen_ai.conversation.id", course.session().value())
                            .write(json, turn.said(), end(use, turn)));
        }
    }

    private static void about(OtlpSpan span, Course course, Optional<String> model) {
        span.put("gen_ai.provider.name", GenAiMessages.provider(model.orElse("")));
        span.put("gen_ai.conversation.id", course.session().value());
        model.filter(name -> !name.isBlank()).ifPresent(name -> span.put("gen_ai.request.model", name));
    }

    private static Instant end(Turn turn) {
        return turn.uses().stream().map(use -> end(use, turn)).reduce(turn.said(), OtlpWriter::later);
    }

    private static Instant end(Turn.Use use, Turn turn) {
        return later(turn.said(), use.returned().map(Event::at).orElse(turn.said()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
