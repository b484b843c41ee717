package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Options.Spec;
import java.util.List;
import java.util.Set;

/// Commands that a client runs within a container; what they do stays there, unless a folder of this machine is shared.
final class Inside {

    private static final Spec RUN = Spec.of(
                    "v|volume= mount= e|env= env-file= name= p|publish= network= net= w|workdir= u|user= entrypoint= rm i t d|detach it privileged pid= ipc= cap-add= security-opt= device= l= label= h|hostname= memory= m= cpus= platform= pull= restart= add-host= T n|namespace= c|container= gpus= ulimit= shm-size= userns= f|file= index=")
            .stopping();

    private Inside() {}

    static void run(Invocation it, Set<String> clients) {
        if (!clients.contains(it.program())) {
            return;
        }
        List<Argument> words = it.arguments();
        int at = 0;
        while (at < words.size()
                && !Set.of("exec", "run").contains(words.get(at).text())) {
            at++;
        }
        if (at >= words.size()) {
            return;
        }
        Options options = Options.of(words.subList(at + 1, words.size()), RUN);
        boolean isShared =
                options.values("v").stream().anyMatch(folder -> folder.text().startsWith("/:"))
                        || options.has("privileged")
                        || options.values("pid").stream().anyMatch(value -> value.is("host"));
        if (isShared) {
            it.effect(
                    new Effect.GainsPrivilege(it.program() + " " + words.get(at).text() + " with the whole machine"));
        }
        List<Argument> command = options.from(1);
        int dashes = command.indexOf(Argument.of("--"));
        List<Argument> inner = dashes >= 0 ? command.subList(dashes + 1, command.size()) : command;
        if (!inner.isEmpty() && Catalogue.knows(ProgramNames.of(inner.getFirst().text()))) {
            it.shell().bare().run(inner, it.input());
        }
    }
}
