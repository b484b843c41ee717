package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Programs that fetch from other machines and send to them.
final class Network {

    private static final Spec CURL = Spec.of(
            "X|request= d|data|data-ascii|data-binary|data-raw|data-urlencode|json= F|form= T|upload-file= o|output= O|remote-name J|remote-header-name H|header= A|user-agent= e|referer= u|user= x|proxy= b|cookie= c|cookie-jar= url= m|max-time= connect-timeout= retry= retry-delay= w|write-out= K|config= cacert= cert|E= key= proxy-header= resolve= interface= r|range= D|dump-header= output-dir= form-string= C|continue-at= G|get L|location s|silent S|show-error f|fail k|insecure v|verbose i|include I|head N g 4 6 compressed h|help V|version");
    private static final Spec WGET = Spec.of(
            "O|output-document= q|quiet P|directory-prefix= post-file= body-file= post-data= body-data= method= header= U|user-agent= t|tries= T|timeout= i|input-file= o|output-file= a= r|recursive l= np nc c|continue N S k p e= user= password= no-check-certificate h|help V|version");
    private static final Spec NETCAT =
            Spec.of("l|listen e|exec= c|sh-exec= p= w= i= s= q= x= X= I= O= u v n z k d 4 6 U N h|help o= ssl");
    private static final Spec HTTP = Spec.of(
            "d|download o|output= h|headers b|body f|form j|json v A= a|auth= help version print= p= session= timeout= proxy=");

    private Network() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        programs.put("curl", Network::curl);
        programs.put("wget", Network::wget);
        programs.put("aria2c", Network::wget);
        for (String name : List.of("nc", "ncat", "netcat", "nc.traditional", "nc.openbsd")) {
            programs.put(name, Network::netcat);
        }
        programs.put("telnet", it -> sent(it, it.argument(0)));
        programs.put("http", Network::http);
        programs.put("https", Network::http);
        programs.put("socat", Sockets::socat);
        for (String name : List.of("mail", "mailx", "sendmail", "mutt")) {
            programs.put(
                    name,
                    it -> sent(
                            it,
                            it.arguments().isEmpty()
                                    ? ""
                                    : it.arguments().getLast().text()));
        }
        return programs;
    }

    /// Whether an address is this machine's own: what is sent there does not leave it.
    static boolean isOwn(String address) {
        int scheme = address.indexOf("://");
        int from = scheme < 0 ? 0 : scheme + 3;
        int end = from;
        while (end < address.length() && "/?#\\".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        String host = address.substring(Math.max(from, address.lastIndexOf('@', end) + 1), end);
        boolean isWord = host.equals("localhost") || host.startsWith("localhost:");
        boolean isNumber =
                host.startsWith("127.") && host.chars().allMatch(c -> ".:".indexOf(c) >= 0 || Character.isDigit(c));
        return isWord || isNumber || host.startsWith("[::1]");
    }

    private static void sends(Invocation it, String what, String to, Set<Taint> taints) {
        if (!isOwn(to)) {
            it.effect(new Effect.SendsOut(what, to, taints));
        }
    }

    static Flow sent(Invocation it, String to) {
        if (isOwn(to)) {
            return Flow.UNKNOWN;
        }
        it.effect(new Effect.SendsOut("", to, it.input().taints()));
        return Flow.from(Taint.REMOTE);
    }

    private static Flow curl(Invocation it) {
        Options options = it.options(CURL);
        if (options.has("h", "V")) {
            return Flow.UNKNOWN;
        }
        Argument address = options.value("url")
                .orElse(
                        options.operands().isEmpty()
                                ? Argument.of("")
                                : options.operands().getFirst());
        curlSends(it, options, address.text());
        if (address.taints().contains(Taint.SECRET)) {
            sends(it, "", address.text(), address.taints());
        }
        destroys(it, options.value("X").map(Argument::text).orElse(""), address.text());
        Flow fetched = fetched(it, address);
        Optional<Argument> file = options.value("o").filter(out -> !out.is("-") && !out.is("/dev/stdout"));
        if (options.has("O") && !options.has("J") && address.isKnown()) {
            file = Optional.of(address.withText(Paths.name(address.text())));
        }
        if (file.isPresent() && !file.get().is("/dev/null")) {
            it.shell().write(it.target(file.get()), fetched, false);
        }
        return file.isPresent() || options.has("O") ? Flow.EMPTY : fetched;
    }

    private static Flow fetched(Invocation it, Argument address) {
        if (address.text().startsWith("file://")) {
            return it.shell().read(address.withText(address.text().substring("file://".length())));
        }
        if (isOwn(address.text())) {
            return Flow.UNKNOWN;
        }
        it.effect(new Effect.Fetches(address.text()));
        return Flow.from(Taint.REMOTE);
    }

    private static void curlSends(Invocation it, Options options, String to) {
        for (Argument data : options.values("d")) {
            int at = data.text().indexOf('@');
            boolean isFile = at >= 0 && (at == 0 || data.text().lastIndexOf('=', at) < 0);
            sends(it, isFile ? data.withText(data.text().substring(at + 1)) : data, isFile, to);
        }
        for (Argument form : options.values("F")) {
            int at = Math.max(form.text().indexOf("=@"), form.text().indexOf("=<"));
            String file = at < 0 ? form.text() : form.text().substring(at + 2);
            for (String part : file.split("[;,]", 8)) {
                sends(it, form.withText(part), at >= 0 && !part.startsWith("type="), to);
            }
        }
        options.values("T").forEach(file -> sends(it, file, true, to));
    }

    private static void sends(Invocation it, Argument data, boolean isFile, String to) {
        if (isFile && (data.is("-") || data.is("/dev/stdin"))) {
            sends(it, "", to, it.input().taints());
        } else if (isFile) {
            Set<Taint> taints = Flow.union(
                    Archives.held(it, data).taints(), it.shell().read(data).taints());
            sends(it, data.text(), to, taints);
        } else {
            sends(it, "", to, data.taints());
        }
    }

    /// A request that takes something away on the other side.
    private static void destroys(Invocation it, String method, String address) {
        boolean isDelete = method.equalsIgnoreCase("DELETE");
        boolean isNamed = method.equalsIgnoreCase("POST")
                && (address.contains("_delete_by_query")
                        || address.endsWith("/doDelete")
                        || address.contains("/delete"));
        if (isDelete || isNamed) {
            it.effect(new Effect.DropsData("http", method + " " + address));
        }
    }

    private static Flow wget(Invocation it) {
        Options options = it.options(WGET);
        if (options.has("h", "V")) {
            return Flow.UNKNOWN;
        }
        Argument address = options.operands().isEmpty()
                ? Argument.of("")
                : options.operands().getFirst();
        for (String option : List.of("post-file", "body-file")) {
            options.values(option).forEach(file -> sends(it, file, true, address.text()));
        }
        options.values("post-data").forEach(data -> sends(it, data, false, address.text()));
        destroys(it, options.value("method").map(Argument::text).orElse(""), address.text());
        Flow fetched = fetched(it, address);
        Optional<Argument> file = options.value("O");
        if (file.isPresent() && file.get().is("-")) {
            return fetched;
        }
        Argument name = file.orElse(address.withText(Paths.name(address.text())));
        if (!name.text().isEmpty() && !name.is("/dev/null")) {
            it.shell().write(it.target(name), fetched, false);
        }
        return Flow.EMPTY;
    }

    private static Flow http(Invocation it) {
        Options options = it.options(HTTP);
        if (options.isHelp() || options.operands().isEmpty()) {
            return Flow.UNKNOWN;
        }
        sent(it, options.operand(0));
        return options.has("d", "o") ? Flow.EMPTY : Flow.from(Taint.REMOTE);
    }

    private static Flow netcat(Invocation it) {
        Options options = it.options(NETCAT);
        if (options.has("h")) {
            return Flow.UNKNOWN;
        }
        boolean isOpen = options.has("l", "p") || options.operands().size() > 1;
        for (String option : List.of("e", "c")) {
            for (Argument code : options.values(option)) {
                if (isOpen && Sockets.startsShell(code.text())) {
                    it.effect(new Effect.OpensShell(it.program()));
                }
                Scripts.code(it.shell().started(), code, it.program(), Flow.UNKNOWN);
            }
        }
        return options.has("z") ? Flow.UNKNOWN : sent(it, options.operand(0));
    }
}
