package dev.fairlead.proof.bounds;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.core.event.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/// An agent at work for very long: tasks, thoughts, thousands of files, commands, failures, checks, commits, summaries
/// and
/// sub-agents, in the proportions of real sessions, and the same on every run.
final class BusySession implements MemoryIsBoundedTest.Story {

    private static final int FILES = 5_000;

    private final Random random = new Random(20_260_101);
    private Optional<CallId> open = Optional.empty();
    private String answer = "";

    @Override
    public Happening at(int step) {
        if (open.isPresent()) {
            return returned(open.get());
        }
        if (step % 250 == 0) {
            return new Happening.TaskGiven("task %d: %s".formatted(step, words(60)), 0);
        }
        if (step % 4_000 == 1) {
            return new Happening.ContextCompacted("auto", 160_000);
        }
        return switch (random.nextInt(8)) {
            case 0 -> new Happening.AgentSpoke(words(40));
            case 1 -> new Happening.TokensUsed("model-%d".formatted(step / 100_000), new Tokens(100, 20_000, 300, 400));
            case 2 -> step % 40 == 7 ? started(step) : new Happening.AgentThought(words(80));
            default -> called(step);
        };
    }

    private static Happening started(int step) {
        return new Happening.SubagentStarted(new SessionId("long").child("agent-" + step), "look around");
    }

    private Happening called(int step) {
        CallId id = new CallId("toolu_%020d".formatted(step));
        open = Optional.of(id);
        String path = path();
        answer = words(120);
        return switch (random.nextInt(6)) {
            case 0 -> call(id, "Read", path, new Action.Read(path));
            case 1 ->
                call(
                        id,
                        "Edit",
                        path,
                        new Action.Edit(path, List.of(new Action.Replacement(words(30), words(30), false))));
            case 2 -> call(id, "Write", path, new Action.Write(path, words(200)));
            case 3 -> call(id, "Grep", words(2), new Action.Search(words(2), Optional.of(path)));
            case 4 -> command(id, "git add %s && git commit -m '%s'".formatted(path, words(8)));
            default ->
                command(id, "cd /home/dev/project && go test ./%s/... 2>&1 | tail -%d".formatted(path, step % 90));
        };
    }

    private static Happening command(CallId id, String line) {
        return call(id, "Bash", line, new Action.Command(line, Optional.empty()));
    }

    private static Happening call(CallId id, String tool, String argument, Action action) {
        return new Happening.ToolCalled(
                id, tool, Value.Fields.of(Map.of("argument", new Value.Text(argument))), action);
    }

    private Happening returned(CallId id) {
        open = Optional.empty();
        return switch (random.nextInt(12)) {
            case 0 ->
                new Happening.ToolReturned(id, Outcome.FAILED, OptionalInt.of(1), "error: %s".formatted(answer), 0);
            case 1 ->
                new Happening.ToolReturned(
                        id, Outcome.FAILED, OptionalInt.empty(), "String to replace not found in file.\n" + answer, 0);
            case 2 -> new Happening.ToolReturned(id, Outcome.REFUSED, OptionalInt.empty(), "no", 0);
            default -> new Happening.ToolReturned(id, Outcome.SUCCEEDED, OptionalInt.empty(), answer, 0);
        };
    }

    private String path() {
        int file = random.nextInt(FILES);
        return "/home/dev/project/src/main/module-%d/package-%d/File%d.java".formatted(file % 20, file % 300, file);
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder(count * 7);
        for (int i = 0; i < count; i++) {
            text.append("word").append(random.nextInt(1_000)).append(' ');
        }
        return text.toString();
    }
}
