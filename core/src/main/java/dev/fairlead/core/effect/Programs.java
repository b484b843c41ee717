package dev.fairlead.core.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Files that are programs: what a run of them would do, told from what was written into them.
final class Programs {

    private static final Map<String, String> INTERPRETERS = Map.ofEntries(
            Map.entry("sh", "sh"),
            Map.entry("bash", "bash"),
            Map.entry("zsh", "zsh"),
            Map.entry("ksh", "ksh"),
            Map.entry("py", "python"),
            Map.entry("js", "node"),
            Map.entry("mjs", "node"),
            Map.entry("cjs", "node"),
            Map.entry("ts", "node"),
            Map.entry("tsx", "node"),
            Map.entry("jsx", "node"),
            Map.entry("rb", "ruby"),
            Map.entry("pl", "perl"),
            Map.entry("php", "php"),
            Map.entry("lua", "lua"),
            Map.entry("r", "Rscript"),
            Map.entry("R", "Rscript"),
            Map.entry("jl", "julia"));
    private static final Set<Ground> OWN = Set.of(Ground.WORKSPACE_FILE, Ground.TEMPORARY, Ground.UNKNOWN);

    private Programs() {}

    /// Whether a run of this file would have an effect that counts: another than to print, to fetch, to start
    /// something,
    /// or to write within the workspace.
    static boolean counts(String path, String code, Place place, Traces before) {
        String interpreter = interpreter(path, code);
        Optional<RecipeFile> recipes = RecipeFile.of(path).filter(RecipeFile::isAskedFor);
        if (interpreter.isEmpty() && recipes.isEmpty()) {
            return false;
        }
        List<Effect> effects = new ArrayList<>();
        Shell shell = new Shell(place, effects, new Files(before));
        if (recipes.isPresent()) {
            recipes.get().read(code).forEach(recipe -> shell.started().runText(recipe.command(), Flow.UNKNOWN));
        } else {
            shell.files().write(path, Flow.of(code), false);
            shell.run(List.of(Argument.of(interpreter), Argument.of(path)), Flow.UNKNOWN);
        }
        return effects.stream().anyMatch(Programs::counts);
    }

    /// Runs in thought what would run by itself: a hook, what a shell reads as it starts, and the commands in settings
    /// of agents and of what manages hooks.
    ///
    /// A pipeline runs elsewhere: of what it does only what reaches beyond the machine that it runs on counts.
    static void runPlanted(Shell shell, Effect.Foothold kind, Target target, Flow code) {
        Optional<RecipeFile> recipes = RecipeFile.of(target.best());
        if (recipes.isPresent()) {
            List<Recipe> commands = recipes.get().read(code.text().orElse(""));
            if (recipes.get() == RecipeFile.PIPELINE) {
                commands.forEach(each -> shell.elsewhere(each.command()).stream()
                        .filter(Programs::reachesBeyond)
                        .forEach(shell::effect));
            } else {
                commands.forEach(each -> shell.started().runText(each.command(), Flow.UNKNOWN));
            }
            return;
        }
        boolean isScript = kind == Effect.Foothold.HOOK && !target.best().endsWith("config")
                || kind == Effect.Foothold.STARTUP_FILE;
        if (!isScript) {
            return;
        }
        String interpreter = interpreter(target.best(), code.text().orElse(""));
        if (interpreter.isEmpty() || Scripts.isShell(interpreter)) {
            Scripts.execute(shell.started(), code, Paths.name(target.best()), Flow.UNKNOWN);
        } else {
            shell.started().run(List.of(Argument.of(interpreter), Argument.of(target.best())), Flow.UNKNOWN);
        }
    }

    private static boolean reachesBeyond(Effect effect) {
        return switch (effect) {
            case Effect.SendsOut(String what, String to, Set<Taint> taints) -> taints.contains(Taint.SECRET);
            case Effect.RewritesHistory(String how, boolean isShared, boolean isLeased) -> isShared;
            case Effect.OpensShell opens -> true;
            case Effect.DropsData drops -> true;
            case Effect other -> false;
        };
    }

    /// What a file is run by; empty where it is none.
    private static String interpreter(String path, String code) {
        if (code.startsWith("#!")) {
            int end = code.indexOf('\n');
            List<String> words = Words.split(code.substring(2, end < 0 ? code.length() : end));
            boolean isFound = words.size() > 1 && Paths.name(words.getFirst()).equals("env");
            return words.isEmpty() ? "" : Paths.name(isFound ? words.getLast() : words.getFirst());
        }
        String name = Paths.name(path);
        return INTERPRETERS.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
    }

    private static boolean counts(Effect effect) {
        return switch (effect) {
            case Effect.Runs runs -> false;
            case Effect.RunsFile runs -> false;
            case Effect.Fetches fetches -> false;
            case Effect.Creates creates -> false;
            case Effect.OpensPage opens -> false;
            case Effect.SetsAside aside -> false;
            case Effect.Unknown unknown -> false;
            case Effect.Overwrites(Target target, boolean isAppended, String text) -> !OWN.contains(target.ground());
            case Effect.Deletes(Target target, boolean isRecursive, boolean isForced) ->
                target.ground() != Ground.TEMPORARY;
            case Effect other -> true;
        };
    }
}
