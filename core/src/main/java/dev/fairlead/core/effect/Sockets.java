package dev.fairlead.core.effect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// `socat`, which joins two addresses: files, programs, descriptors or other machines.
final class Sockets {

    private static final List<String> REMOTE =
            List.of("TCP", "UDP", "SSL", "OPENSSL", "SCTP", "VSOCK", "PROXY", "SOCKS", "DTLS", "IP");

    private Sockets() {}

    static Flow socat(Invocation it) {
        Set<Taint> taints = Set.of();
        boolean isRemote = false;
        boolean startsShell = false;
        for (Argument argument : it.arguments()) {
            if (argument.text().startsWith("-") && argument.text().length() > 1) {
                continue;
            }
            for (String address : argument.text().split("!!", 4)) {
                int colon = address.indexOf(':');
                String kind = (colon < 0 ? address : address.substring(0, colon)).toUpperCase(Locale.ROOT);
                Argument rest = argument.withText(
                        colon < 0 ? "" : String.join("", Words.split(address.substring(colon + 1), "")));
                isRemote |= REMOTE.stream().anyMatch(kind::startsWith);
                startsShell |= kind.equals("SHELL") || runs(kind) && startsShell(rest.text());
                isRemote |= kind.equals("FD") && leadsOut(it, rest);
                taints = Flow.union(taints, taints(it, kind, rest));
            }
        }
        if (isRemote && startsShell) {
            it.effect(new Effect.OpensShell("socat"));
        }
        if (isRemote) {
            it.effect(new Effect.SendsOut(
                    "", it.line(), Flow.union(taints, it.input().taints())));
        }
        return isRemote ? Flow.from(Taint.REMOTE) : Flow.UNKNOWN;
    }

    private static boolean runs(String kind) {
        return kind.equals("EXEC") || kind.equals("SYSTEM") || kind.equals("SHELL");
    }

    private static boolean leadsOut(Invocation it, Argument number) {
        return Optional.ofNullable(it.shell().descriptors().get(number.text()))
                .filter(Stream.Remote.class::isInstance)
                .isPresent();
    }

    private static Set<Taint> taints(Invocation it, String kind, Argument rest) {
        if (runs(kind)) {
            return Scripts.code(it.shell().started(), rest, "socat", Flow.UNKNOWN)
                    .taints();
        }
        boolean isFile = Set.of("OPEN", "FILE", "GOPEN", "PIPE", "RDONLY").contains(kind) || kind.contains("/");
        if (!isFile) {
            return Set.of();
        }
        Argument file = kind.contains("/") ? rest.withText(kind.toLowerCase(Locale.ROOT)) : rest;
        int comma = file.text().indexOf(',');
        return it.shell()
                .read(comma < 0 ? file : file.withText(file.text().substring(0, comma)))
                .taints();
    }

    /// Whether a command line starts a shell that reads commands, behind whatever wraps it.
    static boolean startsShell(String line) {
        List<String> words = Words.split(line);
        for (int i = 0; i < words.size(); i++) {
            boolean isShell = Scripts.isShell(ProgramNames.of(words.get(i)));
            if (isShell && words.stream().skip(i).noneMatch("-c"::equals)) {
                return true;
            }
        }
        return false;
    }
}
