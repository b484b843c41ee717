package dev.fairlead.core.decide;

import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Target;
import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The words that people use for what a call does, and the things that it is done to.
final class Deeds {

    private static final Set<String> DELETE = Set.of("delete", "remove", "rm", "erase", "purge", "drop", "wipe");
    private static final Set<String> WRITE = Set.of("write", "overwrite", "change", "edit", "update", "append", "add");
    private static final Set<String> REWRITE = Set.of("force", "rewrite", "squash", "amend", "rebase");
    private static final Set<String> DISCARD = Set.of("discard", "reset", "revert", "restore", "throw", "drop");
    private static final Set<String> END = Set.of("stop", "halt", "restart", "kill", "end", "shut", "reboot");

    private Deeds() {}

    /// The words for it, in lower case; none where no words could be scoped enough.
    static Set<String> of(Effect effect) {
        return switch (effect) {
            case Effect.Deletes deletes -> DELETE;
            case Effect.DropsData drops -> Set.of("delete", "remove", "drop", "destroy", "terminate", "purge");
            case Effect.Overwrites overwrites -> WRITE;
            case Effect.Plants plants -> WRITE;
            case Effect.Moves moves -> Set.of("move", "rename");
            case Effect.ChangesAccess changes -> Set.of("chmod", "chown", "permissions", "owner");
            case Effect.Publishes publishes -> Set.of("publish", "release");
            case Effect.RewritesHistory rewrites -> REWRITE;
            case Effect.DiscardsWork discards -> DISCARD;
            case Effect.Halts halts -> END;
            case Effect.KillsProcesses kills -> END;
            case Effect.Installs installs -> Set.of("install");
            case Effect other -> Set.of();
        };
    }

    /// What it is done to, each as a path or a name; none where the deed alone says all.
    static List<String> things(Effect effect, String line) {
        return switch (effect) {
            case Effect.Deletes deletes -> List.of(name(deletes.target()));
            case Effect.Overwrites overwrites -> List.of(name(overwrites.target()));
            case Effect.Moves moves -> List.of(name(moves.source()));
            case Effect.ChangesAccess changes -> List.of(name(changes.target()));
            case Effect.Plants plants -> List.of(plants.where());
            case Effect.Installs installs -> List.of(installs.what());
            case Effect.Halts halts -> List.of(halts.what());
            case Effect.DropsData drops -> operands(line);
            case Effect.RewritesHistory rewrites -> branches(line);
            case Effect.Publishes publishes -> List.of();
            case Effect.DiscardsWork discards -> discards.isAll() ? List.of() : operands(line);
            case Effect.KillsProcesses kills -> operands(line);
            case Effect other -> List.of("");
        };
    }

    private static String name(Target target) {
        return target.best();
    }

    /// The last argument of each command, which is what most commands act on.
    private static List<String> operands(String line) {
        List<String> operands = new ArrayList<>();
        for (SimpleCommand command : CommandLine.of(line).commands()) {
            operands.add(command.words().size() > 1 ? command.words().getLast() : "");
        }
        return operands;
    }

    /// The branches that pushes name: what comes after the other repository.
    private static List<String> branches(String line) {
        List<String> branches = new ArrayList<>();
        for (SimpleCommand command : CommandLine.of(line).commands()) {
            int push = command.words().indexOf("push");
            List<String> operands = push < 0
                    ? List.of()
                    : command.words().subList(push + 1, command.words().size()).stream()
                            .filter(word -> !word.startsWith("-"))
                            .toList();
            for (int i = 1; i < operands.size(); i++) {
                String reference = operands.get(i);
                branches.add(reference.substring(reference.lastIndexOf(':') + 1).replace("+", ""));
            }
        }
        return branches;
    }
}
