package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.shell.Command;
import dev.fairlead.core.shell.Script;
import dev.fairlead.core.shell.SimpleCommands;
import dev.fairlead.wire.json.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TreeSitterBash;

/// Our reader of shell scripts beside tree-sitter's: both find the same simple commands, or the difference has a
/// reason.
@Tag("data")
final class ShellDifferentialTest {

    @Test
    void findsTheSameCommandsAsAnIndependentParser() {
        List<String> scripts = new ArrayList<>();
        for (Node.Fields row : Data.rows("conformance/commands.jsonl")) {
            scripts.add(row.textOr("command", ""));
        }
        for (Action.Command command : Commands.of("corpus/claude-code", "corpus/codex")) {
            scripts.add(command.line());
        }
        TSParser parser = new TSParser();
        parser.setLanguage(new TreeSitterBash());
        Map<String, Integer> reasons = new TreeMap<>();
        Report cases = new Report("shell-differential-cases");
        for (String script : scripts) {
            String reason = reason(script, parser, cases);
            reasons.merge(reason, 1, Integer::sum);
        }
        Report report = new Report("shell-differential");
        reasons.forEach((reason, count) -> report.line("%5d  %s".formatted(count, reason)));
        report.line("%5d  in all".formatted(scripts.size()));
        report.print();
        cases.write();
        assertThat(reasons).doesNotContainKey("unexplained");
    }

    private static String reason(String script, TSParser parser, Report cases) {
        TSNode root = parser.parseString(null, script).getRootNode();
        if (!(Script.read(script) instanceof Script.Reading.Understood(Script read))) {
            return root.hasError() ? "neither understands" : "theirs reads what ours refuses";
        }
        if (root.hasError()) {
            return "ours reads what theirs finds broken";
        }
        SortedSet<Integer> ours = new TreeSet<>();
        for (Command.Simple simple : SimpleCommands.in(read)) {
            simple.words().stream().findFirst().ifPresent(word -> ours.add(word.start()));
        }
        SortedSet<Integer> theirs = new TreeSet<>();
        collect(root, script.getBytes(StandardCharsets.UTF_8), theirs);
        if (ours.equals(theirs)) {
            return "agree";
        }
        String why = explained(script);
        cases.line("%s: %s%n    ours %s theirs %s".formatted(why, script.replace("\n", "⏎"), ours, theirs));
        return why;
    }

    /// Why the two may differ, each reason told from the text alone.
    private static String explained(String script) {
        if (script.indexOf('`') >= 0) {
            return "backquotes are read as a text of their own, whose places differ";
        }
        if (script.contains("declare")
                || script.contains("export")
                || script.contains("local ")
                || script.contains("readonly")
                || script.contains("unset")
                || script.contains("typeset")) {
            return "declarations are commands to us, and a kind of their own to them";
        }
        if (script.contains("[ ") || script.contains("[[")) {
            return "`[` is a command to us, and a test to them";
        }
        if (script.contains("time ") || script.contains("coproc ")) {
            return "`time` and `coproc` are reserved words to us, as to bash, and programs to them";
        }
        return script.contains("((") ? "a calculation to us, a subshell in a subshell to them" : "unexplained";
    }

    /// Where the names of their commands begin, counted in characters.
    private static void collect(TSNode node, byte[] text, SortedSet<Integer> found) {
        if (node.getType().equals("command_name")) {
            int start = new String(text, 0, node.getStartByte(), StandardCharsets.UTF_8).length();
            found.add(start);
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            collect(node.getChild(i), text, found);
        }
    }
}
