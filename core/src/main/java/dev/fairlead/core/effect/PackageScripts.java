package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Options.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What package managers run besides managing packages: the scripts of the package, and programs in its environment.
final class PackageScripts {

    private static final Map<String, String> FILES = Map.of(
            "npm", "package.json",
            "pnpm", "package.json",
            "yarn", "package.json",
            "bun", "package.json",
            "composer", "composer.json",
            "deno", "deno.json");
    private static final Set<String> RUNS = Set.of("run", "run-script", "rum", "urn", "task");
    private static final Set<String> INSTALLS = Set.of("install", "i", "ci", "add", "update");
    private static final Set<String> OWN = Set.of("test", "start", "stop", "restart", "t", "tst");
    private static final Set<String> ENVIRONMENTS =
            Set.of("uv", "poetry", "pdm", "hatch", "rye", "conda", "mamba", "bundle");
    private static final Spec BEHIND = Spec.of(
                    "y|yes p|package= c|call= with= from= python|p= directory= project= extra= group= no-sync q|quiet v module|m= env-file= active locked frozen n|name= no-capture-output")
            .stopping();

    private PackageScripts() {}

    /// What a manager is asked to run, if anything.
    ///
    /// @param verb its first operand
    /// @param named its second
    static void run(Invocation it, String verb, String named) {
        String file = FILES.get(it.program());
        if (file != null) {
            String name = RUNS.contains(verb) ? named : verb;
            boolean isScript =
                    RUNS.contains(verb) || OWN.contains(verb) || !it.program().equals("npm");
            if (INSTALLS.contains(verb) || verb.isEmpty() && !it.program().equals("deno")) {
                Builds.scripts(it.shell(), file, it.program(), List.of("install", "prepublish", "prepare"));
            } else if (verb.equals("publish") || verb.equals("pack")) {
                Builds.scripts(
                        it.shell(), file, it.program(), List.of("pack", "publishOnly", "prepublishOnly", "prepare"));
            } else if (isScript && !name.isEmpty()) {
                Builds.scripts(
                        it.shell(),
                        file,
                        it.program(),
                        List.of(name.startsWith("t") && name.length() < 4 ? "test" : name));
            }
        }
        within(it, verb);
    }

    /// A program that is run with what the project has installed: `uv run`, `poetry run`, `bundle exec`, `npx`.
    private static void within(Invocation it, String verb) {
        boolean isBare = Set.of("npx", "bunx", "uvx", "pnpx").contains(it.program());
        boolean isOfPackage = FILES.containsKey(it.program()) && (verb.equals("exec") || verb.equals("dlx"));
        boolean isOfProject = ENVIRONMENTS.contains(it.program()) && (verb.equals("run") || verb.equals("exec"));
        if (!isBare && !isOfPackage && !isOfProject) {
            return;
        }
        int at = isBare ? 0 : it.arguments().indexOf(Argument.of(verb)) + 1;
        List<Argument> words = Options.of(
                        it.arguments().subList(at, it.arguments().size()), BEHIND)
                .operands();
        if (words.isEmpty()) {
            return;
        }
        String program = words.getFirst().text();
        if (program.endsWith(".py")) {
            List<Argument> python = new ArrayList<>(words);
            python.addFirst(Argument.of("python"));
            it.shell().copy().run(python, it.input());
        } else if (Catalogue.knows(ProgramNames.of(program)) || program.startsWith("./")) {
            it.shell().copy().run(words, it.input());
        }
    }
}
