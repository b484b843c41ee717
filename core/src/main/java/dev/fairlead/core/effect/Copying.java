package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Programs that work on, and copy to and from, other machines through a secure shell.
final class Copying {

    private static final Spec SSH = Spec.of(
                    "o= i= p= l= F= J= L= R= D= E= e= c= m= b= B= I= O= Q= S= w= W= v q t T n N f x X Y A a C 1 2 4 6 G k K M s V help")
            .stopping();
    private static final Spec SCP = Spec.of("o= i= P= F= J= l= c= S= r q v p C B 3 4 6 T D=");
    private static final Spec RSYNC = Spec.of(
            "a|archive v|verbose z n|dry-run delete|del delete-before delete-during delete-after delete-delay delete-excluded force remove-source-files list-only e|rsh= exclude= include= files-from= exclude-from= f|filter= r|recursive no-recursive l p t g o D u|update P progress h q|quiet c i timeout= bwlimit= partial rsync-path= T= backup-dir= port= chmod= chown= numeric-ids stats L k x W A X H S log-file= link-dest= compare-dest= copy-dest= max-size= min-size= password-file= out-format= info= help version inplace");
    private static final Set<String> COMMANDS =
            Set.of("proxycommand", "localcommand", "knownhostscommand", "remotecommand", "match");

    private Copying() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        programs.put("ssh", Copying::ssh);
        programs.put("autossh", Copying::ssh);
        programs.put("mosh", Copying::ssh);
        programs.put("scp", Copying::scp);
        programs.put("sftp", Copying::scp);
        programs.put("rsync", Copying::rsync);
        programs.put("ssh-copy-id", it -> Flow.UNKNOWN);
        return programs;
    }

    /// Settings that name a program to be run on this side.
    private static void runsHere(Invocation it, Options options) {
        for (Argument setting : options.values("o")) {
            String text = setting.text().strip();
            int end = 0;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (COMMANDS.contains(text.substring(0, end).toLowerCase(Locale.ROOT)) && end < text.length()) {
                Scripts.code(
                        it.shell().started(),
                        setting.withText(text.substring(end + 1).strip()),
                        it.program(),
                        Flow.UNKNOWN);
            }
        }
    }

    private static Flow ssh(Invocation it) {
        Options options = it.options(SSH);
        if (options.operands().isEmpty() || options.has("V", "G", "help")) {
            return Flow.UNKNOWN;
        }
        runsHere(it, options);
        it.effect(new Effect.SendsOut("", options.operand(0), it.input().taints()));
        List<Argument> command = options.from(1);
        if (!command.isEmpty()) {
            Shell far = it.shell().bare();
            Scripts.code(far, Expander.joined(command), "ssh", it.input());
        }
        return Flow.from(Taint.REMOTE);
    }

    private static Flow scp(Invocation it) {
        Options options = it.options(SCP);
        runsHere(it, options);
        copies(it, options.operands());
        return Flow.UNKNOWN;
    }

    /// Copies everything to the last operand, whichever side that is on.
    private static void copies(Invocation it, List<Argument> operands) {
        if (operands.size() < 2) {
            return;
        }
        Argument to = operands.getLast();
        for (Argument from : operands.subList(0, operands.size() - 1)) {
            boolean isFar = Archives.isRemote(from.text());
            if (Archives.isRemote(to.text())) {
                if (!isFar) {
                    Set<Taint> taints = Flow.union(
                            Archives.held(it, from).taints(),
                            it.shell().read(from).taints());
                    it.effect(new Effect.SendsOut(from.text(), to.text(), taints));
                }
            } else {
                if (isFar) {
                    it.effect(new Effect.Fetches(from.text()));
                }
                boolean isFolder = to.text().endsWith("/") || to.is(".");
                Argument file = isFolder ? to.withText(to.text() + "/" + Paths.name(from.text())) : to;
                it.shell()
                        .write(
                                it.target(file),
                                isFar ? Flow.from(Taint.REMOTE) : it.shell().read(from),
                                false);
            }
        }
    }

    private static Flow rsync(Invocation it) {
        Options options = it.options(RSYNC);
        options.values("e").forEach(code -> Scripts.code(it.shell().started(), code, "rsync", Flow.UNKNOWN));
        List<Argument> operands = options.operands();
        if (options.has("n", "list-only", "help", "version") || operands.size() < 2) {
            return Flow.UNKNOWN;
        }
        Argument to = operands.getLast();
        boolean deletes = options.given().keySet().stream().anyMatch(name -> name.startsWith("delete"));
        if (deletes) {
            taken(it, to);
        }
        if (options.has("remove-source-files")) {
            operands.subList(0, operands.size() - 1).forEach(from -> taken(it, from));
        }
        options.value("files-from").ifPresent(list -> it.shell().read(list));
        boolean isFlat =
                options.has("no-recursive") && operands.getFirst().text().endsWith("/");
        copies(it, isFlat ? List.of() : operands);
        return Flow.UNKNOWN;
    }

    /// Takes away what is not on the other side.
    private static void taken(Invocation it, Argument folder) {
        it.effect(
                Archives.isRemote(folder.text())
                        ? new Effect.DropsData("rsync", folder.text())
                        : new Effect.Deletes(it.target(folder), true, true));
    }
}
