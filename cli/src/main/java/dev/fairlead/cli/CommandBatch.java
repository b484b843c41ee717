package dev.fairlead.cli;

import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Value;
import dev.fairlead.wire.Lines;
import dev.fairlead.wire.TranscriptReader;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// Answers questions about commands, line by line. Every line that is not blank has an answer with a decision: one that
/// cannot be read is a command that is not understood.
///
/// A line may say where and who by itself; what it leaves out is as the options say.
final class CommandBatch implements Lines.Listener {

    private static final List<String> TEXTS =
            List.of("command", "cwd", "workspace", "agent", "repository", "branch", "person", "at");

    private final Gate gate;
    private final Context context;
    private final Whereabouts whereabouts;
    private final Deadline deadline;
    private final PrintWriter out;

    CommandBatch(Gate gate, Context context, Whereabouts whereabouts, Deadline deadline, PrintWriter out) {
        this.gate = gate;
        this.context = context;
        this.whereabouts = whereabouts;
        this.deadline = deadline;
        this.out = out;
    }

    /// Answers to the end of the stream.
    void answer(InputStream questions) throws IOException {
        new Lines(questions, TranscriptReader.LONGEST_LINE).each(this);
    }

    @Override
    public void line(long number, byte[] bytes, int from, int length, boolean isEnded) {
        String line = new String(bytes, from, length, StandardCharsets.UTF_8);
        if (!line.isBlank()) {
            say(line, number);
        }
    }

    @Override
    public void tooLong(long number, long length) {
        refuse(Optional.empty(), "line %d is longer than %,d bytes".formatted(number, TranscriptReader.LONGEST_LINE));
    }

    private void say(String line, long number) {
        try {
            List<Node> nodes = JsonReader.ofAll().read(line);
            if (nodes.size() != 1 || !(nodes.getFirst() instanceof Node.Fields asked)) {
                refuse(Optional.empty(), "line %d is not one JSON object".formatted(number));
                return;
            }
            Optional<Value> id = asked.has("id") ? Optional.of(Node.value(asked.get("id"))) : Optional.empty();
            Optional<String> fault = fault(asked);
            if (fault.isPresent()) {
                refuse(id, "line %d %s".formatted(number, fault.get()));
                return;
            }
            Place place = whereabouts.at(asked.text("cwd"), asked.text("workspace"));
            Context here = Circumstances.at(place, said(asked));
            write(id, Optional.empty(), CheckCommand.decide(gate, asked.textOr("command", ""), place, here, deadline));
        } catch (MalformedJson fault) {
            refuse(Optional.empty(), "line %d is not JSON".formatted(number));
        }
    }

    /// What is wrong with a question, if anything.
    private static Optional<String> fault(Node.Fields asked) {
        if (!asked.has("command")) {
            return Optional.of("has no `command` that is a string");
        }
        for (String key : TEXTS) {
            if (asked.has(key) && !(asked.get(key) instanceof Node.Text)) {
                return Optional.of("has no `%s` that is a string".formatted(key));
            }
        }
        boolean isTimed = asked.text("at")
                .map(CommandBatch::time)
                .map(Optional::isPresent)
                .orElse(true);
        return isTimed ? Optional.empty() : Optional.of("has an `at` that is no time such as 2026-11-20T17:30:00Z");
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /// What a line says of who asks, and the options where it says nothing.
    private Context said(Node.Fields asked) {
        return new Context(
                        asked.text("agent"),
                        asked.text("repository"),
                        asked.text("branch"),
                        asked.text("person"),
                        asked.text("at").flatMap(CommandBatch::time).orElse(Event.NO_TIME),
                        asked.isTrue("subagent"))
                .or(context);
    }

    private void refuse(Optional<Value> id, String error) {
        write(id, Optional.of(error), gate.undecided(error, whereabouts.place(), context));
    }

    private void write(Optional<Value> id, Optional<String> error, Ruling ruling) {
        StringWriter answer = new StringWriter();
        try (JsonWriter json = new JsonWriter(answer)) {
            json.object();
            id.ifPresent(each -> json.value("id", each));
            error.ifPresent(each -> json.text("error", each));
            CheckCommand.write(json, ruling);
            json.endObject();
        }
        out.print(answer + "\n");
        out.flush(); // who asks line by line waits for it
    }
}
