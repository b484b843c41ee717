package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which programs are known, one class for each family.
public final class Catalogue {

    private static final Map<String, Program> PROGRAMS = all(List.of(
            Builtins.programs(),
            Declarations.programs(),
            Scripts.programs(),
            Wrapping.programs(),
            Removal.programs(),
            Writing.programs(),
            Access.programs(),
            Disks.programs(),
            Texts.programs(),
            Decoding.programs(),
            Finding.programs(),
            Git.programs(),
            Network.programs(),
            Copying.programs(),
            Inline.programs(),
            Packages.programs(),
            Builds.programs(),
            TestRuns.programs(),
            Infrastructure.programs(),
            Databases.programs(),
            Persistence.programs(),
            Processes.programs(),
            Agents.programs()));

    private static final Set<String> VERSIONED = Set.of(
            "python", "python-", "pip", "perl", "ruby", "php", "lua", "node", "nodejs", "gcc", "clang", "pypy",
            "tclsh");

    private Catalogue() {}

    private static Map<String, Program> all(List<Map<String, Program>> families) {
        Map<String, Program> all = new HashMap<>();
        families.forEach(all::putAll);
        return Map.copyOf(all);
    }

    /// Runs a program in thought; that one runs which is watched is told, whatever it does.
    static Flow run(Invocation invocation) {
        Program program = PROGRAMS.getOrDefault(invocation.program(), Catalogue::unknown);
        if (invocation.shell().place().watched().contains(invocation.program())) {
            unknown(invocation);
        }
        return program.run(invocation);
    }

    /// Whether a program is among the known ones.
    public static boolean knows(String name) {
        return PROGRAMS.containsKey(name);
    }

    /// Whether the version at the end of a program's name is no part of it.
    static boolean isVersioned(String name) {
        return VERSIONED.contains(name);
    }

    private static Flow unknown(Invocation invocation) {
        invocation.effect(new Effect.Runs(
                invocation.program(),
                invocation.arguments().stream().map(Argument::text).toList()));
        return Flow.UNKNOWN.tainted(invocation.input().taints());
    }
}
