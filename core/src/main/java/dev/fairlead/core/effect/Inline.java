package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Interpreters of other languages: a program on the command line, from a pipe or in a file is looked through for the
/// calls that touch files, start programs or send something.
final class Inline {

    /// How an interpreter is given its program.
    private record Interpreter(Language language, Spec spec, List<String> code) {}

    private static final Map<String, Interpreter> INTERPRETERS = Map.ofEntries(
            entry("python", Language.PYTHON, "c= m= W= X= I E s S B u v q x b i O", "c"),
            entry("pypy", Language.PYTHON, "c= m= W= X= I E s S B u", "c"),
            entry("node", Language.NODE, "eval|e= print|p= require|r= input-type= import= check|c", "eval", "print"),
            entry("nodejs", Language.NODE, "eval|e= print|p= require|r=", "eval", "print"),
            entry("bun", Language.NODE, "eval|e= print|p=", "eval", "print"),
            entry("perl", Language.PERL, "e= E= M= m= I= i w n p l a F= 0 s T c", "e", "E"),
            entry("ruby", Language.RUBY, "e= r= I= w n p l a i c", "e"),
            entry("php", Language.PHP, "r= B= R= E= d= f= n", "r"),
            entry("lua", Language.LUA, "e= l= i v", "e"),
            entry("R", Language.R, "e= f= q vanilla no-save slave", "e"),
            entry("Rscript", Language.R, "e=", "e"),
            entry("julia", Language.JULIA, "e|eval= E|print= L=", "e", "E"));

    private Inline() {}

    private static Map.Entry<String, Interpreter> entry(
            String name, Language language, String options, String... code) {
        return Map.entry(
                name,
                new Interpreter(language, Spec.of(options + " help version").stopping(), List.of(code)));
    }

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        INTERPRETERS.keySet().forEach(name -> programs.put(name, Inline::run));
        programs.put("pwsh", Windows::powershell);
        programs.put("powershell", Windows::powershell);
        programs.put("cmd", Windows::cmd);
        programs.put("Remove-Item", Windows::direct);
        for (String browser : List.of("msedge", "chrome", "firefox", "xdg-open", "open", "start")) {
            programs.put(browser, Windows::browser);
        }
        programs.put("ipython", Inline::run);
        return programs;
    }

    private static Flow run(Invocation it) {
        Interpreter interpreter = INTERPRETERS.getOrDefault(it.program(), INTERPRETERS.get("python"));
        if (interpreter == null) {
            return Flow.UNKNOWN;
        }
        Options options = it.options(interpreter.spec());
        if (options.isHelp() || options.has("m")) {
            return module(it, options);
        }
        List<Argument> codes = new ArrayList<>();
        interpreter.code().forEach(name -> codes.addAll(options.values(name)));
        if (!codes.isEmpty()) {
            for (Argument code : codes) {
                code(it, interpreter.language(), new Flow(Optional.of(code.text()), code.taints()));
            }
            return Flow.UNKNOWN.tainted(it.input().taints());
        }
        if (options.operands().isEmpty() || options.operands().getFirst().is("-")) {
            code(it, interpreter.language(), it.input());
            return Flow.UNKNOWN;
        }
        Argument file = options.operands().getFirst();
        it.effect(new Effect.RunsFile(it.target(file)));
        code(it, interpreter.language(), it.shell().read(file));
        return Flow.UNKNOWN.tainted(it.input().taints());
    }

    /// A module that is run as a program: some are known under a name of their own.
    private static Flow module(Invocation it, Options options) {
        String module = options.value("m").map(Argument::text).orElse("");
        if (module.equals("pip") || module.equals("twine") || module.equals("pipx")) {
            List<Argument> words = new ArrayList<>(List.of(Argument.of(module)));
            words.addAll(options.operands());
            return it.shell().run(words, it.input());
        }
        if (TestRuns.isRunner(module)) {
            TestRuns.tests(it.shell(), module, options.operands());
        }
        return Flow.UNKNOWN.tainted(it.input().taints());
    }

    private static void code(Invocation it, Language language, Flow code) {
        if (code.taints().contains(Taint.REMOTE) || code.taints().contains(Taint.DECODED)) {
            Taint origin = code.taints().contains(Taint.REMOTE) ? Taint.REMOTE : Taint.DECODED;
            it.effect(new Effect.RunsForeignCode(origin, it.program()));
        }
        code.text().ifPresent(text -> new Calls(it, language).in(text, 0));
    }

    /// The texts that stand in quotes right behind a beginning.
    static List<String> quotedAfter(String code, String beginning) {
        List<String> found = new ArrayList<>();
        int at = code.indexOf(beginning);
        while (at >= 0 && found.size() < 32) {
            int open = at + beginning.length();
            if (open < code.length() && (code.charAt(open) == '"' || code.charAt(open) == '\'')) {
                int close = code.indexOf(code.charAt(open), open + 1);
                if (close > 0) {
                    found.add(code.substring(open + 1, close));
                }
            }
            at = code.indexOf(beginning, open);
        }
        return found;
    }
}
