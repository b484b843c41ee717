package dev.fairlead.core.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Value;
import dev.fairlead.core.watch.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// A session written as a play: one event a line, and `<< detector-id` where a detector must speak. On every other
/// line it must be silent.
///
/// ```text
/// task    TEXT             the person speaks            says   TEXT   the agent speaks
/// works_in PATH            the session begins there     asks   TEXT   asks the person
/// thinks  TEXT             the agent thinks
/// runs    COMMAND          a command                    reads  PATH   reads a file
/// edits   PATH: OLD => NEW replaces text                writes PATH: CONTENT
/// looks   PATTERN          searches                     polls  NAME   asks after a task
/// delegates TASK           starts a sub-agent
/// works   TEXT             the call succeeded           fails  TEXT   it failed
/// exits   N TEXT           it ended with a status       refused       a person said no
/// answers TEXT             it came back without a flag  skipped       it never ran
/// ```
final class Script {

    private static final SessionId SESSION = new SessionId("play");

    private final List<String> lines;
    private int calls;

    private Script(List<String> lines) {
        this.lines = lines;
    }

    static Script of(String text) {
        return new Script(text.lines().filter(line -> !line.isBlank()).toList());
    }

    /// Plays it and checks who speaks where.
    ///
    /// @return everything found, in order
    List<Finding> play(Detector<?> detector) {
        Watch watch = Watch.over(SESSION, List.of(detector), Policy.OBSERVE);
        List<String> played = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String event = line.replaceFirst("\\s*<<.*", "");
            Watch.Step step = watch.after(new Event(
                    SESSION, i, Instant.ofEpochSecond(1_700_000_000 + i), Origin.line(i + 1), happening(event)));
            watch = step.watch();
            findings.addAll(step.findings());
            StringBuilder said = new StringBuilder(event);
            for (Finding finding : step.findings()) {
                said.append(" << ")
                        .append(finding.detector())
                        .append(' ')
                        .append(finding.severity().code());
            }
            played.add(said.toString());
        }
        List<String> expected = lines.stream()
                .map(line -> line.replaceFirst("\\s+<<\\s*", " << "))
                .toList();
        assertThat(String.join("\n", played)).isEqualTo(String.join("\n", expected));
        return findings;
    }

    private Happening happening(String line) {
        String[] parts = line.strip().split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "task" -> new Happening.TaskGiven(plain(rest), 0);
            case "says" -> new Happening.AgentSpoke(rest);
            case "thinks" -> new Happening.AgentThought(rest);
            case "works_in" ->
                new Happening.SessionStarted("play", Optional.empty(), Optional.of(rest), Optional.empty());
            case "asks" -> called("AskUserQuestion", Map.of("question", rest), new Action.Ask(rest));
            case "runs" -> called("Bash", Map.of("command", rest), new Action.Command(rest, Optional.empty()));
            case "reads" -> called("Read", Map.of("file_path", rest), new Action.Read(rest));
            case "looks" -> called("Grep", Map.of("pattern", rest), new Action.Search(rest, Optional.empty()));
            case "delegates" -> called("Task", Map.of("prompt", rest), new Action.Delegate(rest));
            case "polls" -> called("TaskOutput", Map.of("task_id", rest), new Action.Poll(rest));
            case "edits" -> edit(rest);
            case "writes" -> write(rest);
            case "works" -> returned(Outcome.SUCCEEDED, OptionalInt.empty(), rest);
            case "fails" -> returned(Outcome.FAILED, OptionalInt.empty(), rest);
            case "answers" -> returned(Outcome.UNSTATED, OptionalInt.empty(), rest);
            case "refused" -> returned(Outcome.REFUSED, OptionalInt.empty(), rest);
            case "skipped" -> returned(Outcome.SKIPPED, OptionalInt.empty(), rest);
            case "exits" -> exited(rest);
            default -> throw new IllegalArgumentException("a play has no `%s`".formatted(parts[0]));
        };
    }

    private Happening edit(String rest) {
        String[] target = rest.split(": ", 2);
        String[] texts = target[1].split(" => ", 2);
        Action.Replacement replacement = new Action.Replacement(plain(texts[0]), plain(texts[1]), false);
        return called(
                "Edit",
                Map.of("file_path", target[0], "old_string", texts[0], "new_string", texts[1]),
                new Action.Edit(target[0], List.of(replacement)));
    }

    private Happening write(String rest) {
        String[] target = rest.split(": ", 2);
        return called(
                "Write",
                Map.of("file_path", target[0], "content", target[1]),
                new Action.Write(target[0], plain(target[1])));
    }

    private static String plain(String text) {
        return text.replace("\\n", "\n");
    }

    private Happening exited(String rest) {
        String[] parts = rest.split("\\s+", 2);
        int status = Integer.parseInt(parts[0]);
        return returned(
                status == 0 ? Outcome.SUCCEEDED : Outcome.FAILED,
                OptionalInt.of(status),
                plain(parts.length > 1 ? parts[1] : ""));
    }

    private Happening called(String tool, Map<String, String> arguments, Action action) {
        Map<String, Value> values = new TreeMap<>();
        arguments.forEach((key, text) -> values.put(key, new Value.Text(text)));
        return new Happening.ToolCalled(new CallId("call-" + ++calls), tool, Value.Fields.of(values), action);
    }

    private Happening returned(Outcome outcome, OptionalInt status, String text) {
        return new Happening.ToolReturned(new CallId("call-" + calls), outcome, status, text, 0);
    }
}
