package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Package managers: what is installed, for whom, and what is published.
final class Packages {

    private static final Set<String> ADDS = Set.of("install", "i", "add", "get", "tool", "upgrade", "dlx", "exec");
    private static final Set<String> REMOVES =
            Set.of("uninstall", "remove", "purge", "autoremove", "erase", "rm", "un");
    private static final Set<String> MACHINE = Set.of(
            "apt",
            "apt-get",
            "aptitude",
            "dpkg",
            "yum",
            "dnf",
            "zypper",
            "pacman",
            "apk",
            "brew",
            "port",
            "snap",
            "flatpak",
            "choco",
            "winget",
            "scoop",
            "pkg",
            "emerge",
            "nix-env");
    private static final Set<String> PROJECT = Set.of(
            "npm",
            "yarn",
            "pnpm",
            "bun",
            "pip",
            "pip3",
            "pipx",
            "poetry",
            "uv",
            "cargo",
            "gem",
            "composer",
            "go",
            "conda",
            "mamba",
            "bundle",
            "dotnet",
            "nuget",
            "hatch",
            "pdm",
            "rye",
            "mvn",
            "gradle",
            "twine",
            "lerna",
            "npx",
            "bunx",
            "uvx",
            "vsce",
            "deno",
            "luarocks",
            "cpan",
            "cabal",
            "stack",
            "mix",
            "pod");
    private static final Spec ANY = Spec.of(
            "g|global location= prefix= root= user h|help version dry-run bin p|package= path= index-url= r= C= filter= w= workspace= otp= tag= access= token= registry= repository= manifest-path= locked force q|quiet y");

    private Packages() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        MACHINE.forEach(name -> programs.put(name, it -> manage(it, true)));
        PROJECT.forEach(name -> programs.put(name, it -> manage(it, false)));
        return programs;
    }

    private static Flow manage(Invocation it, boolean isForAll) {
        Options options = it.options(ANY);
        if (options.has("h", "version", "dry-run")) {
            return Flow.UNKNOWN;
        }
        List<Argument> words = options.operands();
        int at = !words.isEmpty() && words.getFirst().text().startsWith("+") ? 1 : 0;
        String verb = options.operand(at);
        String what = String.join(
                " ", options.from(at + 1).stream().map(Argument::text).toList());
        boolean isWide = isForAll || options.has("g") || options.operand(at).equals("global");
        if (publishes(it.program(), verb, options.operand(at + 1))) {
            it.effect(new Effect.Publishes(it.program() + " " + verb, what));
        } else if (isForAll && REMOVES.contains(verb) || isForAll && it.has("-R") || isForAll && it.has("-Rns")) {
            it.effect(new Effect.DropsData(it.program(), it.line()));
        } else if (ADDS.contains(verb)
                || isForAll && it.has("-S")
                || it.program().equals("pipx")) {
            it.effect(new Effect.Installs(it.program(), what, isWide));
        }
        installsProgram(it, options, verb);
        if (!isForAll) {
            PackageScripts.run(it, verb, options.operand(at + 1));
        }
        return Flow.UNKNOWN.tainted(it.input().taints());
    }

    private static boolean publishes(String program, String verb, String second) {
        return switch (program) {
            case "npm", "yarn", "pnpm", "bun", "cargo", "lerna", "poetry", "uv", "hatch", "pdm", "rye", "vsce" ->
                verb.equals("publish") || verb.equals("npm") && second.equals("publish") || verb.equals("unpublish");
            case "twine" -> verb.equals("upload");
            case "gem" -> verb.equals("push") || verb.equals("yank");
            case "dotnet", "nuget" -> verb.equals("push") || verb.equals("nuget") && second.equals("push");
            case "mvn" -> verb.equals("deploy");
            case "gradle" -> verb.equals("publish");
            default -> false;
        };
    }

    /// What a manager puts among the programs, or takes from there, by the program's name.
    private static void installsProgram(Invocation it, Options options, String verb) {
        if (it.program().equals("cargo") && (verb.equals("install") || verb.equals("uninstall"))) {
            String root = options.value("root")
                    .map(Argument::text)
                    .orElse(it.shell().place().home() + "/.cargo");
            String name = options.value("path")
                    .map(Argument::text)
                    .map(Paths::name)
                    .orElse(options.operand(options.operands().size() - 1));
            String program = options.value("bin").map(Argument::text).orElse(name);
            Target target = it.target(Argument.of(root + "/bin/" + program));
            it.effect(
                    verb.equals("install")
                            ? new Effect.Overwrites(target, false, "")
                            : new Effect.Deletes(target, false, true));
        }
    }
}
