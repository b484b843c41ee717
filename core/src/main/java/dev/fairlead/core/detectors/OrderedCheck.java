package dev.fairlead.core.detectors;

import dev.fairlead.core.shell.CheckKind;
import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A check that a person's message orders by its command, such as `npm run lint` under the heading “Verification”.
///
/// @param name the program and its task, without options and without `run`: what makes two runs the same check
/// @param kind what it checks
record OrderedCheck(String name, CheckKind kind) {

    /// The most that are kept of one message.
    static final int MOST = 8;

    private static final int MOST_LINES = 400;

    /// The longest line that is looked at, in characters.
    private static final int LONGEST = 400;

    /// A heading, or a line that ends with a colon, which says that checks follow.
    private static final Pattern OPENS = Pattern.compile(
            "^(?:#{1,6} .*|\\**)(?:verif|validat|test plan|how to test|acceptance|definition of done)",
            Pattern.CASE_INSENSITIVE);

    /// Words of which every such heading has one: most messages have none and are soon passed over.
    private static final Vocabulary MARKS =
            Vocabulary.of("verif*", "validat*", "test plan", "how to test", "acceptance", "definition of done");

    /// What a person does: nobody expects it of the agent.
    private static final Pattern BY_HAND = Pattern.compile("\\bmanual", Pattern.CASE_INSENSITIVE);

    /// The checks that a message orders, in its order.
    static List<OrderedCheck> in(String text) {
        if (!MARKS.isIn(text)) {
            return List.of();
        }
        List<OrderedCheck> found = new ArrayList<>();
        boolean isOpen = false;
        boolean isFenced = false;
        for (String line : text.lines().limit(MOST_LINES).toList()) {
            if (line.length() > LONGEST) {
                continue;
            }
            String words = line.strip();
            if (words.startsWith("```")) {
                isFenced = !isFenced;
            } else if (!isFenced && (words.startsWith("#") || opens(words))) {
                isOpen = opens(words);
            } else if (isOpen && BY_HAND.matcher(words).find()) {
                isOpen = false;
            } else if (isOpen) {
                commands(line, isFenced).forEach(command -> addTo(found, command));
            }
        }
        return List.copyOf(found);
    }

    private static boolean opens(String line) {
        return MARKS.isIn(line) && OPENS.matcher(line).find();
    }

    /// The command lines in a line of text: all of it within a block of code, and what stands in backquotes elsewhere.
    private static List<String> commands(String line, boolean isFenced) {
        if (isFenced) {
            return List.of(line);
        }
        List<String> spans = new ArrayList<>();
        int from = line.indexOf('`');
        while (from >= 0) {
            int to = line.indexOf('`', from + 1);
            if (to < 0) {
                break;
            }
            spans.add(line.substring(from + 1, to));
            from = line.indexOf('`', to + 1);
        }
        return spans;
    }

    private static void addTo(List<OrderedCheck> found, String command) {
        for (SimpleCommand each : CommandLine.of(command).commands()) {
            of(each).filter(check -> found.size() < MOST && !found.contains(check))
                    .ifPresent(found::add);
        }
    }

    /// The check that a command is, empty where it is none by a tool that is known.
    static Optional<OrderedCheck> of(SimpleCommand command) {
        if (command.words().size() < 2 || !CheckKind.isOfTool(command)) {
            return Optional.empty();
        }
        String task = command.operand(1);
        if (task.equals("run") || task.equals("exec")) {
            int at = command.words().indexOf(task);
            task = command.operand(at + 1);
        }
        String name = task.isEmpty() ? command.program() : command.program() + " " + task;
        return CheckKind.of(command).map(kind -> new OrderedCheck(name, kind));
    }

    /// The word by which a text would speak of this check: its task.
    String word() {
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
