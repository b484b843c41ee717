package dev.fairlead.wire.minisweagent;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.Value;
import dev.fairlead.wire.Arguments;
import dev.fairlead.wire.CommonTools;
import dev.fairlead.wire.Content;
import dev.fairlead.wire.Narrator;
import dev.fairlead.wire.Usage;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The turns of a trajectory: an answer with one command, and what the client showed of it.
///
/// An answer with no command, or with several, is one that the client refuses: it is told as a call of its tool that
/// failed.
final class MiniSweAgentTurns {

    private static final String TOOL = "bash";

    /// With which the client asks the agent to begin its words.
    private static final String MARK = "THOUGHT:";

    private static final String OPEN = "```bash";
    private static final String OPEN_LATER = "```mswea_bash_command";
    private static final String CLOSE = "\n```";
    private static final Pattern STATUS = Pattern.compile("\\A<returncode>(-?\\d{1,9})</returncode>\\s*");
    private static final String TIMED_OUT = "The last command <command>";

    private final Narrator narrator;
    private final String model;
    private boolean isRefused;

    /// @param model the model's name, where an answer does not say it
    MiniSweAgentTurns(Narrator narrator, String model) {
        this.narrator = narrator;
        this.model = model;
    }

    void tell(Node.Fields message) {
        switch (message.textOr("role", "")) {
            case "assistant" -> answer(message);
            case "user", "tool", "exit" -> shown(message);
            default -> narrator.unread("a message of the unknown role `%s`".formatted(message.textOr("role", "")), "");
        }
    }

    private void answer(Node.Fields message) {
        Node.Fields response = message.fields("extra").fields("response");
        narrator.used(response.textOr("model", model), Usage.of(response.fields("usage")));
        for (Node choice : response.items("choices").nodes()) {
            if (choice instanceof Node.Fields each) {
                narrator.thought(each.fields("message").textOr("reasoning", ""));
            }
        }
        String text = Content.of(message.get("content")).text();
        List<Node> calls = message.items("tool_calls").nodes();
        if (calls.isEmpty()) {
            written(text);
        } else {
            narrator.spoke(text);
            calls.forEach(this::called);
        }
    }

    private void called(Node node) {
        if (node instanceof Node.Fields call) {
            Node.Fields function = call.fields("function");
            Arguments arguments = Arguments.of(function.get("arguments"));
            String tool = function.textOr("name", TOOL);
            Action action = CommonTools.action(tool, arguments);
            narrator.called(call.textOr("id", ""), tool, arguments.value(), action);
        }
    }

    /// An answer whose command stands in its text.
    private void written(String text) {
        List<String> commands = commands(text);
        int first = text.indexOf("```");
        String words = (first < 0 ? text : text.substring(0, first)).strip();
        narrator.spoke(words.startsWith(MARK) ? words.substring(MARK.length()).strip() : words);
        isRefused = commands.size() != 1;
        if (isRefused) {
            Value.Fields arguments = Value.Fields.of(Map.of("text", new Value.Text(text)));
            narrator.called("", TOOL, arguments, new Action.Other());
        } else {
            String line = commands.getFirst().strip();
            Value.Fields arguments = Value.Fields.of(Map.of("command", new Value.Text(line)));
            narrator.called("", TOOL, arguments, new Action.Command(line, Optional.empty()));
        }
    }

    /// The commands in a text: what stands between fences that are marked as such.
    private static List<String> commands(String text) {
        String open = text.contains(OPEN_LATER) ? OPEN_LATER : OPEN;
        List<String> commands = new ArrayList<>();
        int at = text.indexOf(open);
        while (at >= 0) {
            int start = text.indexOf('\n', at);
            int end = start < 0 ? -1 : text.indexOf(CLOSE, start);
            if (end < 0) {
                break;
            }
            commands.add(text.substring(Math.min(start + 1, end), end));
            at = text.indexOf(open, end + CLOSE.length());
        }
        return commands;
    }

    private void shown(Node.Fields message) {
        String text = Content.of(message.get("content")).text();
        String call = message.textOr("tool_call_id", "");
        Matcher status = STATUS.matcher(text);
        OptionalInt stated = message.fields("extra").integer("returncode");
        boolean isStated = status.find();
        if (isStated) {
            stated = OptionalInt.of(Integer.parseInt(status.group(1)));
        }
        if (!narrator.isOpen(call)) {
            boolean isEnd = message.textOr("role", "").equals("exit");
            narrator.say(isEnd ? new Happening.Noted("exit") : new Happening.TaskGiven(text, 0));
        } else if (stated.isPresent()) {
            Outcome outcome = stated.getAsInt() == 0 ? Outcome.SUCCEEDED : Outcome.FAILED;
            narrator.returned(call, outcome, stated, unwrapped(isStated ? text.substring(status.end()) : text), 0);
        } else {
            boolean isFailed = isRefused || text.startsWith(TIMED_OUT);
            boolean isSubmission = message.textOr("role", "").equals("exit") || text.startsWith("diff --git");
            Outcome worked = isSubmission ? Outcome.SUCCEEDED : Outcome.UNSTATED;
            narrator.returned(call, isFailed ? Outcome.FAILED : worked, OptionalInt.empty(), text, 0);
        }
    }

    /// What the command printed, without the marks that the client puts around it.
    private static String unwrapped(String text) {
        String open = "<output>\n";
        String close = "</output>";
        String whole = text.stripTrailing();
        return whole.startsWith(open) && whole.endsWith(close)
                ? whole.substring(open.length(), whole.length() - close.length())
                : whole;
    }
}
