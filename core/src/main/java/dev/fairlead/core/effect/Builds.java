package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Programs that run the commands which stand in a file: builds, tasks and the scripts of packages.
final class Builds {

    private static final Spec MAKE = Spec.of(
            "f|file|makefile= C|directory= j|jobs I|include-dir= o|old-file= W|what-if= n|just-print|dry-run|recon q|question t|touch k|keep-going s|silent B|always-make e i r R S w d p l help v|version");
    private static final Spec JUST = Spec.of(
            "f|justfile= d|working-directory= n|dry-run list|l show|s= set= e|edit help V|version q|quiet summary");
    private static final Spec TASK = Spec.of("t|taskfile= d|dir= n|dry list|l a f s|silent v p w help version");
    private static final List<String> MAKEFILES = List.of("GNUmakefile", "makefile", "Makefile");
    private static final List<String> JUSTFILES = List.of("justfile", "Justfile", ".justfile");
    private static final List<String> TASKFILES = List.of("Taskfile.yml", "Taskfile.yaml");

    private Builds() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        programs.put("make", it -> run(it, MAKE, RecipeFile.MAKE, MAKEFILES));
        programs.put("gmake", it -> run(it, MAKE, RecipeFile.MAKE, MAKEFILES));
        programs.put("just", it -> run(it, JUST, RecipeFile.JUST, JUSTFILES));
        programs.put("task", it -> run(it, TASK, RecipeFile.TASKS, TASKFILES));
        return programs;
    }

    private static Flow run(Invocation it, Spec spec, RecipeFile kind, List<String> names) {
        it.effect(new Effect.Runs(
                it.program(), it.arguments().stream().map(Argument::text).toList()));
        Options options = it.options(spec);
        String[] looks = kind == RecipeFile.MAKE ? new String[] {"n", "q"} : new String[] {"n", "list", "show", "e"};
        if (options.isHelp() || options.has(looks)) {
            return Flow.UNKNOWN.tainted(it.input().taints());
        }
        Shell shell = it.shell().started();
        options.value("C")
                .or(() -> options.value("d"))
                .ifPresent(to -> shell.run(List.of(Argument.of("cd"), to), Flow.EMPTY));
        List<Argument> files = options.value("f")
                .or(() -> options.value("t"))
                .map(List::of)
                .orElseGet(() -> names.stream().map(Argument::of).toList());
        List<String> targets = new ArrayList<>();
        Map<String, String> given = new HashMap<>();
        for (Argument operand : options.operands()) {
            int equals = operand.text().indexOf('=');
            if (equals > 0) {
                given.put(operand.text().substring(0, equals), operand.text().substring(equals + 1));
            } else {
                targets.add(operand.text());
            }
        }
        for (Argument file : files) {
            held(shell, file, it.program())
                    .ifPresent(text -> commands(kind, text, targets, given)
                            .forEach(command -> shell.started().runText(command, Flow.UNKNOWN)));
        }
        return Flow.UNKNOWN.tainted(it.input().taints());
    }

    /// What a file says, where that is known; that it came from elsewhere is an effect.
    static Optional<String> held(Shell shell, Argument file, String by) {
        Flow held = shell.files().read(shell.target(file).best()).orElse(Flow.UNKNOWN);
        Scripts.foreign(shell, held, by);
        return held.text();
    }

    private static List<String> commands(
            RecipeFile kind, String text, List<String> targets, Map<String, String> given) {
        return switch (kind) {
            case MAKE -> MakeRecipes.ofMake(text, given).commands(targets);
            case JUST -> MakeRecipes.ofJust(text).commands(targets);
            case TASKS, SCRIPTS, PIPELINE, HOOKS, AGENT ->
                kind.read(text).stream().map(Recipe::command).toList();
        };
    }

    /// Runs scripts of the package that the shell stands in: each with those that go before and after it.
    static void scripts(Shell shell, String file, String by, List<String> names) {
        Optional<String> text = held(shell, Argument.of(file), by);
        if (text.isEmpty()) {
            return;
        }
        List<Recipe> recipes = RecipeFile.SCRIPTS.read(text.get());
        for (String name : names) {
            for (String each : List.of("pre" + name, name, "post" + name)) {
                recipes.stream()
                        .filter(recipe -> recipe.name().equals(each))
                        .forEach(recipe -> shell.started().runText(recipe.command(), Flow.UNKNOWN));
            }
        }
    }
}
