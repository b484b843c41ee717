package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Programs that run another program, which stands behind their own options.
final class Wrapping {

    /// Wrappers by their options; what follows is the program.
    private static final Map<String, Spec> PLAIN = Map.ofEntries(
            entry("nohup", ""),
            entry("time", "f|format= o|output= p a v"),
            entry("nice", "n|adjustment="),
            entry("ionice", "c|class= n|classdata= p= t"),
            entry("stdbuf", "i|input= o|output= e|error="),
            entry("setsid", "c f w"),
            entry("command", "p v V"),
            entry("builtin", ""),
            entry("exec", "a= c l"),
            entry("unbuffer", "p"),
            entry("caffeinate", "d i m s u t= w="),
            entry("strace", "o|output= e|trace= p= s= u= f q E= O= P= a= b="),
            entry("ltrace", "o= e= p= s= u= f"),
            entry(
                    "unshare",
                    "m|mount u i n p U C f r|map-root-user propagation= setgroups= mount-proc kill-child R= w="),
            entry("nsenter", "t|target= m u i n p U C F r= w= S= G="),
            entry("chrt", "p b f i o r d T= P= D="),
            entry("taskset", "a c p"),
            entry("xvfb-run", "a e= f= n= s|server-args= w="),
            entry("dbus-run-session", "config-file="),
            entry("faketime", "f m"),
            entry("flatpak-spawn", "host"),
            entry("proxychains", "f= q"),
            entry("proxychains4", "f= q"),
            entry("torsocks", ""),
            entry("firejail", "quiet noprofile"),
            entry("systemd-inhibit", "what= who= why= mode="),
            entry(
                    "systemd-run",
                    "unit|u= p|property= on-active= on-calendar= user scope t G wait pipe r uid= gid= E= slice= description="),
            entry("busybox", ""),
            entry("toybox", ""));

    private static final Set<String> OPERAND_FIRST = Set.of("taskset", "chrt", "faketime");
    private static final Spec SUDO = Spec.of(
                    "u|user= g|group= h|host= p|prompt= C= T= r= t= U= D|chdir= R|chroot= A b E H i k K l n P S s V v")
            .stopping();
    private static final Spec ENV = Spec.of("i|ignore-environment u|unset= C|chdir= S|split-string= 0 v|debug")
            .stopping();
    private static final Spec TIMEOUT =
            Spec.of("k|kill-after= s|signal= foreground preserve-status v").stopping();
    private static final Spec XARGS = Spec.of(
                    "I|replace= i n|max-args= P|max-procs= L|max-lines= l s|max-chars= d|delimiter= E= a|arg-file= 0|null r|no-run-if-empty t p x o")
            .stopping();
    private static final Spec WATCH = Spec.of("n|interval= d g t b e c x p").stopping();

    private Wrapping() {}

    private static Map.Entry<String, Spec> entry(String name, String options) {
        return Map.entry(name, Spec.of(options).stopping());
    }

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        PLAIN.keySet().forEach(name -> programs.put(name, Wrapping::plain));
        programs.put("sudo", Wrapping::sudo);
        programs.put("doas", Wrapping::sudo);
        programs.put("run0", Wrapping::sudo);
        programs.put("su", Wrapping::su);
        programs.put("env", Wrapping::env);
        programs.put("timeout", Wrapping::timeout);
        programs.put("gtimeout", Wrapping::timeout);
        programs.put("xargs", Wrapping::xargs);
        programs.put("watch", Wrapping::watch);
        programs.put("parallel", Wrapping::parallel);
        programs.put("flock", it -> locked(it));
        programs.put("script", it -> coded(it, "command|c"));
        programs.put("runuser", it -> coded(it, "command|c"));
        programs.put("tmux", it -> lastText(it));
        programs.put("screen", it -> behindOptions(it, "S= c= d m D R x X= L"));
        return programs;
    }

    private static Flow plain(Invocation it) {
        Options options = Options.of(it.arguments(), PLAIN.getOrDefault(it.program(), SUDO));
        if (it.program().equals("command") && options.has("v", "V")) {
            return Flow.UNKNOWN;
        }
        return it.shell().run(options.from(OPERAND_FIRST.contains(it.program()) ? 1 : 0), it.input());
    }

    private static Flow behindOptions(Invocation it, String spec) {
        return it.shell().run(it.options(Spec.of(spec).stopping()).operands(), it.input());
    }

    private static Flow sudo(Invocation it) {
        Options options = it.options(SUDO);
        List<Argument> words = new ArrayList<>(options.operands());
        while (!words.isEmpty() && words.getFirst().text().matches("[A-Za-z_][A-Za-z0-9_]*=.*")) {
            words.removeFirst();
        }
        if (!words.isEmpty() || options.has("s", "i")) {
            it.effect(new Effect.GainsPrivilege(it.program()));
        }
        return it.shell().run(words, it.input());
    }

    private static Flow su(Invocation it) {
        it.effect(new Effect.GainsPrivilege("su"));
        return coded(it, "command|c");
    }

    /// A script in an option.
    private static Flow coded(Invocation it, String option) {
        Options options = it.options(Spec.of(option + "= l m p s|shell= u|user= g= q a e f"));
        Optional<Argument> code = options.value("command");
        return code.isPresent()
                ? Scripts.code(it.shell().started(), code.get(), it.program(), it.input())
                : Flow.UNKNOWN;
    }

    private static Flow locked(Invocation it) {
        Options options = it.options(Spec.of("c= n s x u w|timeout= o e E= F").stopping());
        List<Argument> behind = options.from(1);
        if (behind.size() == 2 && behind.getFirst().is("-c")) {
            return Scripts.code(it.shell().started(), behind.get(1), it.program(), it.input());
        }
        return it.shell().run(behind, it.input());
    }

    private static Flow env(Invocation it) {
        Options options = it.options(ENV);
        List<Argument> words = new ArrayList<>();
        options.value("S").ifPresent(text -> {
            for (String word : Words.split(text.text())) {
                words.add(text.withText(word));
            }
        });
        words.addAll(options.operands());
        if (words.isEmpty()) {
            return options.has("i") ? Flow.EMPTY : Flow.from(Taint.SECRET);
        }
        Shell shell = options.has("i") ? it.shell().bare() : it.shell().copy();
        options.value("C").ifPresent(to -> shell.run(List.of(Argument.of("cd"), to), Flow.EMPTY));
        int from = 0;
        while (from < words.size() && words.get(from).text().matches("[A-Za-z_][A-Za-z0-9_]*=(?s).*")) {
            String text = words.get(from).text();
            int equals = text.indexOf('=');
            shell.variables()
                    .setExported(
                            text.substring(0, equals), List.of(words.get(from).withText(text.substring(equals + 1))));
            from++;
        }
        return shell.run(words.subList(from, words.size()), it.input());
    }

    private static Flow timeout(Invocation it) {
        return it.shell().run(it.options(TIMEOUT).from(1), it.input());
    }

    /// The program gets what is read as its last arguments, or in place of a mark.
    private static Flow xargs(Invocation it) {
        Options options = it.options(XARGS);
        List<Argument> words = new ArrayList<>(options.operands());
        if (words.isEmpty()) {
            return it.input();
        }
        Flow input = options.value("a").map(it.shell()::read).orElse(it.input());
        List<Argument> items = items(input, options);
        Optional<Argument> mark = options.value("I");
        if (options.has("i") && mark.isEmpty()) {
            mark = Optional.of(Argument.of("{}"));
        }
        if (mark.isEmpty()) {
            words.addAll(items);
            return it.shell().run(words, Flow.UNKNOWN);
        }
        String wanted = mark.get().text();
        Argument item = items.isEmpty() ? Argument.of("") : items.getFirst();
        List<Argument> filled = new ArrayList<>();
        for (Argument word : words) {
            boolean isMarked = word.text().contains(wanted);
            filled.add(
                    isMarked
                            ? new Argument(
                                    word.text().replace(wanted, item.text()),
                                    word.isKnown() && item.isKnown(),
                                    false,
                                    Flow.union(word.taints(), item.taints()))
                            : word);
        }
        return it.shell().run(filled, Flow.UNKNOWN);
    }

    private static List<Argument> items(Flow input, Options options) {
        if (input.text().isEmpty()) {
            return List.of(new Argument("$items", false, false, input.taints()));
        }
        List<Argument> items = new ArrayList<>();
        String separators = options.has("0") ? "\0" : options.has("I") || options.has("L") ? "\n" : " \t\n";
        for (String item : Words.split(input.text().get(), separators)) {
            items.add(new Argument(item, true, false, input.taints()));
        }
        return items;
    }

    private static Flow watch(Invocation it) {
        List<Argument> words = it.options(WATCH).operands();
        return words.isEmpty()
                ? Flow.UNKNOWN
                : Scripts.code(it.shell().started(), Expander.joined(words), it.program(), Flow.UNKNOWN);
    }

    private static Flow parallel(Invocation it) {
        List<Argument> words = it.options(Spec.of("j|jobs= a= k N= L= S= results= delay= timeout=")
                        .stopping())
                .operands();
        int end = words.indexOf(Argument.of(":::"));
        List<Argument> program = end < 0 ? words : words.subList(0, end);
        if (program.isEmpty()) {
            return Scripts.execute(it.shell().started(), it.input(), "parallel", Flow.UNKNOWN);
        }
        return Scripts.code(it.shell().started(), Expander.joined(program), it.program(), Flow.UNKNOWN);
    }

    /// A terminal that is given a script as its last argument.
    private static Flow lastText(Invocation it) {
        if (it.arguments().isEmpty()) {
            return Flow.UNKNOWN;
        }
        Argument last = it.arguments().getLast();
        boolean runs = it.has("new-session")
                || it.has("new")
                || it.has("new-window")
                || it.has("neww")
                || it.has("split-window")
                || it.has("respawn-pane")
                || it.has("run-shell");
        if (it.has("send-keys")) {
            int length = it.arguments().size();
            Argument keys = last.is("Enter") || last.is("C-m") ? it.arguments().get(Math.max(0, length - 2)) : last;
            return Scripts.code(it.shell().started(), keys, it.program(), Flow.UNKNOWN);
        }
        return runs && last.text().indexOf(' ') > 0
                ? Scripts.code(it.shell().started(), last, it.program(), Flow.UNKNOWN)
                : Flow.UNKNOWN;
    }
}
