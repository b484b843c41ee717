package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a shell does by itself: going elsewhere, reading, printing, running text.
final class Builtins {

    /// Before the name of a program, among the aliases, for where it was told to be.
    static final String HASHED = "hash ";

    /// Before the name of a command of the shell that was switched off.
    static final String DISABLED = "disabled ";

    private static final Spec CD = Spec.of("L P e @");
    private static final Spec READ = Spec.of("u= a= d= i= n= N= p= t= r s e");
    private static final Spec ROWS = Spec.of("u= C= c= d= n= O= s= t");
    private static final Set<String> DECLARING =
            Set.of("declare", "typeset", "local", "export", "readonly", "read", "unset", "eval", ".", "source");

    private static final List<String> QUIET = List.of(
            "true",
            "false",
            ":",
            "exit",
            "return",
            "break",
            "continue",
            "wait",
            "jobs",
            "fg",
            "bg",
            "disown",
            "times",
            "umask",
            "ulimit",
            "getopts",
            "shift",
            "type",
            "which",
            "whereis",
            "dirs",
            "history",
            "let",
            "test",
            "[",
            "sleep",
            "logout",
            "suspend",
            "complete",
            "compgen",
            "bind",
            "caller");

    private Builtins() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        QUIET.forEach(name -> programs.put(name, it -> Flow.UNKNOWN));
        programs.put("cd", Builtins::cd);
        programs.put("pushd", Builtins::cd);
        programs.put("popd", it -> enter(it, Optional.empty()));
        programs.put("echo", Builtins::echo);
        programs.put("printf", Builtins::printf);
        programs.put("eval", Builtins::eval);
        programs.put("read", Builtins::read);
        programs.put("mapfile", Builtins::rows);
        programs.put("readarray", Builtins::rows);
        programs.put(
                "trap",
                it -> it.arguments().size() > 1 ? text(it, it.arguments().getFirst()) : Flow.EMPTY);
        programs.put("set", Builtins::set);
        programs.put("shopt", it -> {
            if (it.has("lastpipe") && it.has("-s")) {
                it.shell().variables().keepLastStage();
            }
            return Flow.EMPTY;
        });
        programs.put("hash", Builtins::hash);
        programs.put("enable", it -> {
            Options options = it.options(Spec.of("n a d f= p s"));
            options.operands().stream()
                    .filter(name -> options.has("n"))
                    .forEach(name -> it.shell().aliases().put(DISABLED + name.text(), "-"));
            return Flow.EMPTY;
        });
        return programs;
    }

    /// Whether what stands before or behind this word is set in the shell itself.
    static boolean declares(String word) {
        return DECLARING.contains(word);
    }

    private static Flow cd(Invocation it) {
        List<Argument> operands = it.options(CD).operands();
        if (operands.isEmpty()) {
            return enter(it, Optional.of(it.shell().place().home()));
        }
        Argument to = operands.getFirst();
        if (to.is("-")) {
            Argument before = it.shell().variables().get("OLDPWD").getFirst();
            return enter(it, before.isKnown() ? Optional.of(before.text()) : Optional.empty());
        }
        return enter(it, it.target(to).path().filter(path -> !to.isPattern()));
    }

    private static Flow enter(Invocation it, Optional<String> directory) {
        it.shell().variables().enter(directory);
        return Flow.EMPTY;
    }

    private static Flow echo(Invocation it) {
        List<Argument> words = it.arguments();
        boolean isEscaped = false;
        boolean isEnded = true;
        while (!words.isEmpty() && isEchoOption(words.getFirst().text())) {
            isEscaped |= words.getFirst().text().contains("e");
            isEnded &= !words.getFirst().text().contains("n");
            words = words.subList(1, words.size());
        }
        Argument line = words.isEmpty() ? Argument.of("") : Expander.joined(words);
        String text = isEscaped ? Formats.escaped(line.text(), true) : line.text();
        return new Flow(Optional.of(text + (isEnded ? "\n" : "")).filter(known -> line.isKnown()), line.taints());
    }

    private static boolean isEchoOption(String word) {
        boolean isShort = word.length() > 1 && word.length() < 5 && word.charAt(0) == '-';
        return isShort && word.chars().skip(1).allMatch(c -> "neE".indexOf(c) >= 0);
    }

    private static Flow printf(Invocation it) {
        List<Argument> words = it.arguments();
        if (words.size() > 2 && words.getFirst().is("-v")) {
            Argument value = Formats.printed(words.subList(2, words.size()));
            it.shell().variables().set(words.get(1).text(), List.of(value));
            return Flow.EMPTY;
        }
        List<Argument> printed = !words.isEmpty() && words.getFirst().is("--") ? words.subList(1, words.size()) : words;
        return printed.isEmpty() ? Flow.EMPTY : Formats.printed(printed).asFlow();
    }

    private static Flow eval(Invocation it) {
        return it.arguments().isEmpty() ? Flow.EMPTY : text(it, Expander.joined(it.arguments()));
    }

    /// Runs an argument as a script in this shell.
    private static Flow text(Invocation it, Argument code) {
        return Scripts.execute(it.shell(), new Flow(Optional.of(code.text()), code.taints()), "eval", it.input());
    }

    private static Flow read(Invocation it) {
        Options options = it.options(READ);
        Flow source = options.value("u").map(number -> held(it, number)).orElse(it.input());
        String line =
                source.text().map(text -> text.lines().findFirst().orElse("")).orElse("");
        Argument whole = new Argument(
                source.text().isPresent() ? line : "$REPLY", source.text().isPresent(), false, source.taints());
        List<Argument> names = options.operands().isEmpty() ? List.of(Argument.of("REPLY")) : options.operands();
        String[] words = names.size() == 1 ? new String[] {line} : line.strip().split("\\s+", names.size());
        for (int i = 0; i < names.size(); i++) {
            Argument value = i < words.length ? whole.withText(words[i]) : Argument.of("");
            it.shell().variables().set(names.get(i).text(), List.of(whole.isKnown() ? value : whole));
        }
        return Flow.EMPTY;
    }

    private static Flow held(Invocation it, Argument number) {
        return Optional.ofNullable(it.shell().descriptors().get(number.text()))
                .map(Redirector::flow)
                .orElse(Flow.UNKNOWN);
    }

    private static Flow rows(Invocation it) {
        Options options = it.options(ROWS);
        Flow source = options.value("u").map(number -> held(it, number)).orElse(it.input());
        String name = options.operand(0).isEmpty() ? "MAPFILE" : options.operand(0);
        Argument unknown = new Argument("${" + name + "[0]}", false, false, source.taints());
        it.shell()
                .variables()
                .set(
                        name,
                        source.text().isPresent()
                                ? source.text()
                                        .get()
                                        .lines()
                                        .limit(64)
                                        .map(Argument::of)
                                        .toList()
                                : List.of(unknown));
        return Flow.EMPTY;
    }

    private static Flow set(Invocation it) {
        int dashes = it.arguments().indexOf(Argument.of("--"));
        if (dashes >= 0) {
            List<Argument> rest =
                    it.arguments().subList(dashes + 1, it.arguments().size());
            it.shell().variables().set("@", rest);
        }
        return it.arguments().isEmpty() ? Flow.from(Taint.SECRET) : Flow.EMPTY;
    }

    /// A program is remembered under a name of the script's choice.
    private static Flow hash(Invocation it) {
        Options options = it.options(Spec.of("p= d l r t"));
        options.value("p").ifPresent(path -> it.shell().aliases().put(HASHED + options.operand(0), path.text()));
        return Flow.EMPTY;
    }
}
