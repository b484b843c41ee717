package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.syntax.Call;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.core.detect.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Flags a shell that is handed a command put together from parts.
final class CommandInjection implements Analyzer {

    private static final AnalyzerCard CARD = new AnalyzerCard(
            "command-injection",
            Dimension.SECURITY,
            Severity.HIGH,
            78,
            "a command for a shell is put together out of text and values",
            "commands that are put together in another function; values that were checked before",
            "start the program with a list of arguments, without a shell");

    private static final Set<String> ALWAYS = Set.of(
            "os.system",
            "os.popen",
            "commands.getoutput",
            "subprocess.getoutput",
            "subprocess.getstatusoutput",
            "shell_exec",
            "passthru",
            "child_process.exec",
            "child_process.execSync",
            "cp.exec",
            "cp.execSync",
            "execSync",
            "popen",
            "system");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "/bin/sh", "/bin/bash", "cmd", "cmd.exe", "zsh");

    @Override
    public AnalyzerCard card() {
        return CARD;
    }

    @Override
    public List<Remark> analyze(SourceText source) {
        return source.calls().stream()
                .filter(each -> isBuiltCommand(each, source))
                .map(each -> Place.remark(
                        CARD, source, each.node(), "hands a shell a command that is put together from values: `%s`"))
                .toList();
    }

    private static boolean isBuiltCommand(Call call, SourceText source) {
        Optional<SyntaxNode> first = call.argument(0);
        if (first.isEmpty()) {
            return false;
        }
        boolean isShell = ALWAYS.contains(call.path())
                || call.path().endsWith(".getRuntime().exec")
                || call.path().equals("exec") && isScript(source)
                || call.path().startsWith("subprocess.")
                        && call.named("shell").filter("True"::equals).isPresent();
        return isShell && Text.isBuilt(first.get()) || isShellWithCommand(call);
    }

    /// `exec` of a module is imported by its name in scripts; of a regular expression it is called on something.
    private static boolean isScript(SourceText source) {
        return switch (source.language()) {
            case JAVASCRIPT, TYPESCRIPT, PHP -> true;
            case BASH, C, C_SHARP, CPP, GO, JAVA, KOTLIN, PYTHON, RUBY, RUST -> false;
        };
    }

    /// `sh -c` and a command.
    private static boolean isShellWithCommand(Call call) {
        List<SyntaxNode> arguments = call.arguments();
        for (int i = 0; i + 2 < arguments.size(); i++) {
            String program = Text.unquoted(arguments.get(i).text());
            String option = Text.unquoted(arguments.get(i + 1).text());
            if (SHELLS.contains(program) && (option.equals("-c") || option.equals("/c"))) {
                return Text.isBuilt(arguments.get(i + 2));
            }
        }
        return false;
    }
}
