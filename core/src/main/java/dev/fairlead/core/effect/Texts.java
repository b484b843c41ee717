package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Programs that read text and print it, whole or in part.
final class Texts {

    private static final String GREP =
            "e|regexp= f|file= A= B= C= m|max-count= exclude= include= exclude-dir= exclude-from= color= D= d=";

    /// Readers by their options; each operand is a file, but for as many as stand before the files.
    private static final Map<String, Reader> READERS = Map.ofEntries(
            reader("cat", 0, ""),
            reader("tac", 0, "s="),
            reader("nl", 0, "b= d= f= h= i= l= n= s= v= w="),
            reader("head", 0, "n|lines= c|bytes="),
            reader("tail", 0, "n|lines= c|bytes= s= pid="),
            reader("less", 0, "p= P= o= O= b= h= j= k= t= T= x= y= z="),
            reader("more", 0, "n="),
            reader("bat", 0, "l|language= r|line-range= style= theme= H="),
            reader("sort", 0, "k= t= o|output= S= T= files0-from= parallel="),
            reader("uniq", 0, "f= s= w="),
            reader("cut", 0, "b= c= d= f= output-delimiter="),
            reader("paste", 0, "d="),
            reader("rev", 0, ""),
            reader("fold", 0, "w="),
            reader("fmt", 0, "w="),
            reader("expand", 0, "t="),
            reader("column", 0, "t s= o= c="),
            reader("comm", 0, "output-delimiter="),
            reader("diff", 0, "U= C= x= I= label="),
            reader("cmp", 0, "n= i="),
            reader("strings", 0, "n|bytes= t= e="),
            reader("od", 0, "t= A= j= N= w="),
            reader("hexdump", 0, "n= s= e= f="),
            reader("base32", 0, "w|wrap= d i"),
            reader("wc", 0, "files0-from="),
            reader("grep", 1, GREP),
            reader("egrep", 1, GREP),
            reader("fgrep", 1, GREP),
            reader("zgrep", 1, GREP),
            reader(
                    "rg",
                    1,
                    "e|regexp= f|file= g|glob= t|type= T= A= B= C= m= j= M= max-depth= pre= iglob= r|replace= sort="),
            reader("ag", 1, "G= A= B= C= m="),
            reader("ack", 1, "A= B= C= m= type="),
            reader("jq", 1, "f|from-file= indent= arg= argjson="),
            reader("yq", 1, "p= o="),
            reader("tr", 2, ""),
            reader("iconv", 0, "f= t= o="),
            reader("pr", 0, "h= l= o="),
            reader("split", 0, "a= b= C= l= n="));

    private static final Spec SED = Spec.of("e|expression= f|file= i|in-place n E r s z l= u debug posix help version");
    private static final Spec AWK = Spec.of("F= v= f= e= i= W=");
    private static final List<String> CREDENTIAL_MARKS =
            List.of("AKIA", "BEGIN RSA", "BEGIN OPENSSH", "PRIVATE KEY", "ghp_", "xoxb-", "sk_live", "aws_secret");

    /// Programs that tell about files and the machine, but not what files hold.
    private static final List<String> TELLERS = List.of(
            "ls",
            "stat",
            "file",
            "du",
            "df",
            "date",
            "pwd",
            "seq",
            "basename",
            "dirname",
            "realpath",
            "readlink",
            "tree",
            "id",
            "whoami",
            "uname",
            "hostname",
            "ps",
            "top",
            "man",
            "md5sum",
            "sha1sum",
            "sha256sum",
            "cksum",
            "nproc",
            "free",
            "uptime",
            "lsof",
            "tty",
            "clear",
            "expr",
            "tput",
            "locale");

    /// @param skipped how many operands stand before the files
    private record Reader(int skipped, Spec spec) {
        private static final Reader ANY = new Reader(0, Spec.of("help"));
    }

    private Texts() {}

    private static Map.Entry<String, Reader> reader(String name, int skipped, String options) {
        return Map.entry(name, new Reader(skipped, Spec.of(options + " help version")));
    }

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        READERS.keySet().forEach(name -> programs.put(name, Texts::read));
        for (String name : List.of("awk", "gawk", "mawk", "nawk")) {
            programs.put(name, Texts::awk);
        }
        programs.put("sed", Texts::sed);
        programs.put("gsed", Texts::sed);
        TELLERS.forEach(name -> programs.put(name, it -> Flow.UNKNOWN));
        programs.put("printenv", it -> it.arguments().isEmpty() ? Flow.from(Taint.SECRET) : Flow.UNKNOWN);
        programs.put("security", Texts::keychain);
        return programs;
    }

    private static Flow read(Invocation it) {
        Reader reader = READERS.getOrDefault(it.program(), Reader.ANY);
        Options options = it.options(reader.spec());
        if (options.isHelp()) {
            return Flow.UNKNOWN;
        }
        List<String> own = List.of("f", "files0-from", "exclude-from");
        own.forEach(option -> options.values(option).stream()
                .filter(value -> it.program().contains("grep") || option.endsWith("from"))
                .forEach(it.shell()::read));
        int skipped = options.has("e", "f") ? 0 : reader.skipped();
        Flow flow = files(it, options.from(skipped));
        if (it.program().equals("sort")) {
            options.value("o").ifPresent(file -> it.shell().write(it.target(file), Flow.UNKNOWN, false));
        }
        boolean isWhole = it.program().equals("cat") && options.given().isEmpty();
        return huntsCredentials(it, options)
                ? flow.tainted(Set.of(Taint.SECRET)).altered()
                : isWhole ? flow : shortened(it, flow);
    }

    /// What is left of a text that a program prints in part is not known; which file it came from is.
    private static Flow shortened(Invocation it, Flow flow) {
        boolean isLine = (it.program().equals("head") || it.program().equals("tail"))
                && flow.text().isPresent()
                && flow.text().get().lines().count() <= 1;
        if (isLine) {
            return flow;
        }
        return switch (it.program()) {
            case "tr" -> translated(it, flow);
            case "rev" -> reversed(flow);
            default -> flow.altered();
        };
    }

    private static Flow reversed(Flow flow) {
        Optional<String> lines = flow.text()
                .map(text -> text.lines()
                        .map(line -> new StringBuilder(line).reverse() + "\n")
                        .collect(Collectors.joining()));
        return new Flow(lines, flow.taints());
    }

    private static Flow translated(Invocation it, Flow flow) {
        Optional<String> text = flow.text();
        if (text.isEmpty() || it.arguments().size() != 2) {
            return flow.altered();
        }
        String from = it.argument(0);
        String to = it.argument(1);
        if (from.equals("-d")) {
            StringBuilder kept = new StringBuilder();
            text.get().chars().filter(c -> to.indexOf(c) < 0).forEach(c -> kept.append((char) c));
            return new Flow(Optional.of(kept.toString()), flow.taints());
        }
        Optional<String> changed = Decoding.translated(text.get(), from, to);
        return changed.isPresent() ? new Flow(changed, flow.taints()) : flow.altered();
    }

    private static Flow files(Invocation it, List<Argument> files) {
        if (files.isEmpty() || files.size() == 1 && files.getFirst().is("-")) {
            return it.input();
        }
        Flow flow = Flow.EMPTY;
        for (Argument file : files) {
            flow = flow.then(file.is("-") ? it.input() : it.shell().show(file));
        }
        return flow;
    }

    /// A search for how keys look, through a whole home or machine.
    private static boolean huntsCredentials(Invocation it, Options options) {
        if (!it.program().contains("grep") && !it.program().equals("rg")) {
            return false;
        }
        boolean isKey = CREDENTIAL_MARKS.stream().anyMatch(options.operand(0)::contains);
        boolean isWide = options.has("r", "R", "recursive", "no-config");
        return isKey && isWide && options.from(1).stream().map(it::target).anyMatch(Texts::isWide);
    }

    private static boolean isWide(Target target) {
        return target.ground() == Ground.HOME || target.ground() == Ground.SYSTEM;
    }

    private static Flow sed(Invocation it) {
        Options options = it.options(SED);
        if (options.isHelp()) {
            return Flow.UNKNOWN;
        }
        List<Argument> files = options.from(options.has("e", "f") ? 0 : 1);
        if (!options.has("i")) {
            return files(it, files).altered();
        }
        files.forEach(file -> it.shell().write(it.target(file), Flow.UNKNOWN, true));
        return Flow.EMPTY;
    }

    private static Flow awk(Invocation it) {
        Options options = it.options(AWK);
        List<Argument> files = options.from(options.has("f", "e") ? 0 : 1);
        String code = options.has("f") ? "" : options.operand(0);
        for (String script : Inline.quotedAfter(code, "system(")) {
            Scripts.code(it.shell().started(), Argument.of(script), it.program(), Flow.UNKNOWN);
        }
        return files(
                        it,
                        files.stream()
                                .filter(file -> !file.text().contains("="))
                                .toList())
                .altered();
    }

    private static Flow keychain(Invocation it) {
        String verb = it.argument(0);
        if (verb.equals("dump-keychain")
                || verb.startsWith("find-") && (it.has("-w") || it.has("-g"))
                || verb.equals("export")) {
            it.effect(new Effect.ReadsSecret("the keychain"));
            return Flow.from(Taint.SECRET);
        }
        return Flow.UNKNOWN;
    }
}
