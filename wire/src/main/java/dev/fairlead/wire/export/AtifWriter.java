package dev.fairlead.wire.export;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.Exporter;
import dev.fairlead.wire.events.EventWriter;
import dev.fairlead.wire.json.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes sessions as trajectories of ATIF 1.7, one a line.
///
/// A sub-agent whose parent stands in the same file is embedded in its parent's trajectory. What the format has no
/// place for is kept under `extra.fairlead`. A session in which nothing was said or done has no steps, which the
/// format does not allow: it is left out.
public final class AtifWriter implements Exporter {

    private static final String VERSION = "ATIF-v1.7";

    private final Writer target;
    private final List<Event> events = new ArrayList<>();

    /// A writer to a stream, which stays open. The events of one file are held at a time.
    public AtifWriter(Writer target) {
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
            if (courses.stream().noneMatch(other -> other.isAbove(each))) {
                List<Course> within = courses.stream().filter(each::isAbove).toList();
                try (JsonWriter json = new JsonWriter(target)) {
                    trajectory(json, each, each.session().value(), within);
                }
                target.write('\n');
            }
        }
    }

    /// @param id names it among the trajectories of its file: a sub-agent's is what follows its parent's in its
    /// session's
    private static void trajectory(JsonWriter json, Course course, String id, List<Course> within) {
        json.object()
                .text("schema_version", VERSION)
                .text("session_id", course.session().value())
                .text("trajectory_id", id);
        agent(json, course);
        json.array("steps");
        int number = 1;
        for (Turn turn : course.turns()) {
            step(json, turn, number++, course, within);
        }
        json.endArray();
        Tokens tokens = course.tokens();
        json.object("final_metrics")
                .number("total_prompt_tokens", tokens.read())
                .number("total_completion_tokens", tokens.output())
                .number("total_cached_tokens", tokens.cached())
                .number("total_steps", course.turns().size())
                .endObject();
        if (!within.isEmpty()) {
            json.array("subagent_trajectories");
            within.forEach(each -> trajectory(json, each, course.below(each.session()), List.of()));
            json.endArray();
        }
        if (!course.before().isEmpty()) {
            json.object("extra").object("fairlead");
            others(json, course.before());
            json.endObject().endObject();
        }
        json.endObject();
    }

    private static void agent(JsonWriter json, Course course) {
        Optional<Happening.SessionStarted> started = course.started();
        Optional<String> directory = started.flatMap(Happening.SessionStarted::directory);
        Optional<String> branch = started.flatMap(Happening.SessionStarted::branch);
        json.object("agent")
                .text("name", course.agent())
                .text(
                        "version",
                        started.flatMap(Happening.SessionStarted::version).orElse("unknown"));
        course.model().ifPresent(model -> json.text("model_name", model));
        if (directory.isPresent() || branch.isPresent()) {
            json.object("extra").object("fairlead");
            directory.ifPresent(path -> json.text("directory", path));
            branch.ifPresent(name -> json.text("branch", name));
            json.endObject().endObject();
        }
        json.endObject();
    }

    private static void step(JsonWriter json, Turn turn, int number, Course course, List<Course> within) {
        json.object().number("step_id", number);
        if (!turn.first().at().equals(Event.NO_TIME)) {
            json.text("timestamp", turn.first().at().toString());
        }
        json.text("source", EventWriter.code(turn.source()))
                .text("message", turn.message().orElse(""));
        turn.thought().ifPresent(thought -> json.text("reasoning_content", thought));
        turn.model().filter(model -> !model.isBlank()).ifPresent(model -> json.text("model_name", model));
        if (!turn.uses().isEmpty()) {
            calls(json, turn.uses());
        }
        List<String> children = turn.others().stream()
                .filter(each -> each.what() instanceof Happening.SubagentStarted)
                .map(each -> ((Happening.SubagentStarted) each.what()).child())
                .filter(child -> within.stream().anyMatch(each -> each.session().equals(child)))
                .map(course::below)
                .toList();
        boolean hasResults = turn.uses().stream().anyMatch(use -> use.returned().isPresent());
        if (turn.source() == Turn.Source.AGENT && (hasResults || !children.isEmpty())) {
            observation(json, turn.uses(), children);
        }
        if (!turn.tokens().equals(Tokens.NONE)) {
            metrics(json, turn.tokens());
        }
        extra(json, turn);
        json.endObject();
    }

    private static void calls(JsonWriter json, List<Turn.Use> uses) {
        json.array("tool_calls");
        for (Turn.Use use : uses) {
            json.object()
                    .text("tool_call_id", use.call().call().value())
                    .text("function_name", use.call().tool())
                    .value("arguments", use.call().arguments())
                    .endObject();
        }
        json.endArray();
    }

    private static void observation(JsonWriter json, List<Turn.Use> uses, List<String> children) {
        json.object("observation").array("results");
        for (Turn.Use use : uses) {
            use.result().ifPresent(result -> result(json, result));
        }
        for (String child : children) {
            json.object().array("subagent_trajectory_ref");
            json.object().text("trajectory_id", child).endObject();
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }

    private static void result(JsonWriter json, ToolReturned result) {
        json.object().text("source_call_id", result.call().value()).text("content", result.text());
        if (result.outcome() != Outcome.UNSTATED || result.exitStatus().isPresent() || result.images() > 0) {
            json.object("extra").object("fairlead").text("outcome", EventWriter.code(result.outcome()));
            if (result.exitStatus().isPresent()) {
                json.number("exitStatus", result.exitStatus().getAsInt());
            }
            json.number("images", result.images()).endObject().endObject();
        }
        json.endObject();
    }

    private static void metrics(JsonWriter json, Tokens tokens) {
        json.object("metrics")
                .number("prompt_tokens", tokens.read())
                .number("completion_tokens", tokens.output())
                .number("cached_tokens", tokens.cached());
        if (tokens.cacheWritten() > 0) {
            json.object("extra")
                    .number("cache_creation_input_tokens", tokens.cacheWritten())
                    .endObject();
        }
        json.endObject();
    }

    /// What the format has no place for: what put a text there, images, and everything that is no step.
    private static void extra(JsonWriter json, Turn turn) {
        boolean isInjected = turn.first().what() instanceof Happening.ContextInjected;
        boolean hasImages = turn.first().what() instanceof Happening.TaskGiven task && task.images() > 0;
        if (!isInjected && !hasImages && turn.others().isEmpty()) {
            return;
        }
        json.object("extra").object("fairlead");
        if (turn.first().what() instanceof Happening.ContextInjected injected) {
            json.text("source", EventWriter.code(injected.source())).text("name", injected.name());
        } else if (turn.first().what() instanceof Happening.TaskGiven task && hasImages) {
            json.number("images", task.images());
        }
        others(json, turn.others());
        json.endObject().endObject();
    }

    private static void others(JsonWriter json, List<Event> others) {
        if (!others.isEmpty()) {
            json.array("events");
            others.forEach(each -> EventWriter.write(json, each));
            json.endArray();
        }
    }
}
