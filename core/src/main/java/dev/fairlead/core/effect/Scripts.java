package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shells that are started as programs, and files that are run.
final class Scripts {

    private static final List<String> SHELLS =
            List.of("bash", "sh", "zsh", "dash", "ash", "ksh", "mksh", "rbash", "fish");

    private Scripts() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        SHELLS.forEach(shell -> programs.put(shell, Scripts::shell));
        programs.put("source", Scripts::source);
        programs.put(".", Scripts::source);
        return programs;
    }

    static boolean isShell(String program) {
        return SHELLS.contains(program);
    }

    /// What a shell is told by its options.
    private record Asked(boolean hasCode, boolean isCheck, boolean readsInput, List<Argument> operands) {}

    private static Flow shell(Invocation it) {
        Asked asked = asked(it.arguments());
        if (asked.isCheck()) {
            return Flow.EMPTY;
        }
        Shell shell = it.shell().started();
        if (!asked.operands().isEmpty()) {
            int parameters = asked.hasCode() ? 2 : asked.readsInput() ? 0 : 1;
            shell.variables()
                    .set(
                            "@",
                            asked.operands()
                                    .subList(
                                            Math.min(
                                                    parameters, asked.operands().size()),
                                            asked.operands().size()));
        }
        if (asked.hasCode()) {
            return asked.operands().isEmpty()
                    ? Flow.UNKNOWN
                    : code(shell, asked.operands().getFirst(), it.program(), it.input());
        }
        if (asked.readsInput()
                || asked.operands().isEmpty()
                || asked.operands().getFirst().is("-")) {
            return execute(shell, it.input(), it.program(), Flow.UNKNOWN);
        }
        Argument file = asked.operands().getFirst();
        it.effect(new Effect.RunsFile(it.target(file)));
        return execute(shell, it.shell().read(file), it.program(), it.input());
    }

    private static Asked asked(List<Argument> arguments) {
        boolean hasCode = false;
        boolean isCheck = false;
        boolean readsInput = false;
        int i = 0;
        while (i < arguments.size()) {
            String text = arguments.get(i).text();
            boolean isOption = text.length() > 1 && (text.charAt(0) == '-' || text.charAt(0) == '+');
            if (!isOption || text.equals("--")) {
                i += text.equals("--") ? 1 : 0;
                break;
            }
            if (text.startsWith("--")) {
                isCheck |= text.equals("--help") || text.equals("--version");
                i += text.equals("--rcfile") || text.equals("--init-file") ? 2 : 1;
                continue;
            }
            boolean isOn = text.charAt(0) == '-';
            hasCode |= isOn && text.indexOf('c') > 0;
            readsInput |= isOn && text.indexOf('s') > 0;
            isCheck = text.indexOf('n') > 0 ? isOn : isCheck;
            i += text.endsWith("o") || text.endsWith("O") ? 2 : 1;
        }
        return new Asked(
                hasCode, isCheck, readsInput, arguments.subList(Math.min(i, arguments.size()), arguments.size()));
    }

    static Flow code(Shell shell, Argument code, String by, Flow input) {
        return execute(shell, new Flow(Optional.of(code.text()), code.taints()), by, input);
    }

    /// Runs text that came through a pipe, from a file or as an argument.
    static Flow execute(Shell shell, Flow code, String by, Flow input) {
        foreign(shell, code, by);
        return code.text().isPresent() ? shell.runText(code.text().get(), input) : Flow.UNKNOWN;
    }

    /// Notes that code is run which came from elsewhere, or which nobody could read.
    static void foreign(Shell shell, Flow code, String by) {
        for (Taint origin : List.of(Taint.REMOTE, Taint.DECODED, Taint.UNREAD)) {
            if (code.taints().contains(origin)) {
                shell.effect(new Effect.RunsForeignCode(origin, by));
                return;
            }
        }
    }

    private static Flow source(Invocation it) {
        if (it.arguments().isEmpty()) {
            return Flow.EMPTY;
        }
        Argument file = it.arguments().getFirst();
        boolean isInput = file.is("/dev/stdin") || file.is("/proc/self/fd/0") || file.is("/dev/fd/0");
        if (!isInput) {
            it.effect(new Effect.RunsFile(it.target(file)));
        }
        return execute(it.shell(), isInput ? it.input() : it.shell().read(file), it.program(), it.input());
    }

    /// A program that is named by its path, outside of the usual folders.
    static Flow runFile(Invocation it, Argument path) {
        Target target = it.target(path);
        it.effect(new Effect.RunsFile(target));
        Flow code = it.shell().files().read(target.best()).orElse(Flow.UNKNOWN);
        String first = code.text().flatMap(text -> text.lines().findFirst()).orElse("");
        if (first.startsWith("#!") && !first.endsWith("sh")) {
            List<Argument> words = new ArrayList<>();
            for (String word : first.substring(2).strip().split("\\s+", -1)) {
                words.add(Argument.of(word));
            }
            words.add(path);
            return it.shell().run(words, it.input());
        }
        if (code.text().isPresent() || code.isForeign()) {
            return execute(it.shell().started(), code, it.program(), it.input());
        }
        it.effect(new Effect.Runs(
                it.program(), it.arguments().stream().map(Argument::text).toList()));
        return Flow.UNKNOWN.tainted(it.input().taints());
    }
}
