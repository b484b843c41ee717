package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Git: its global options, aliases and the commands that change history or lose work.
final class Git {

    private static final Spec GLOBAL = Spec.of(
                    "C= c= git-dir= work-tree= exec-path= namespace= config-env= super-prefix= p|paginate P|no-pager bare literal-pathspecs no-optional-locks version|v help|h")
            .stopping();

    private static final Spec COMMIT = Spec.of(
            "m|message= F|file= author= date= C= c= t= trailer= fixup= s|signoff S n|no-verify amend a|all v|verify q e no-edit no-ff X= strategy=");
    private static final Spec CONFIG =
            Spec.of("f|file= get get-all unset global local system l|list type= default= e add");
    private static final Spec REBASE = Spec.of("x|exec= onto= i s= X= S C=");
    private static final Spec RM = Spec.of("r f|force n|dry-run cached q|quiet ignore-unmatch");
    private static final Spec CLONE = Spec.of(
            "b|branch= depth= o|origin= c|config= j|jobs= reference= filter= separate-git-dir= template= u|upload-pack= bare mirror q|quiet v n|no-checkout s|shared l|local recursive recurse-submodules single-branch no-tags sparse progress");

    /// Names that no alias can take.
    private static final Set<String> OWN = Set.of(
            "add",
            "am",
            "apply",
            "bisect",
            "branch",
            "cat-file",
            "checkout",
            "cherry-pick",
            "clean",
            "clone",
            "commit",
            "config",
            "diff",
            "fetch",
            "filter-branch",
            "gc",
            "grep",
            "init",
            "log",
            "ls-files",
            "ls-tree",
            "merge",
            "mv",
            "prune",
            "pull",
            "push",
            "rebase",
            "reflog",
            "remote",
            "reset",
            "restore",
            "rev-parse",
            "revert",
            "rm",
            "show",
            "stash",
            "status",
            "submodule",
            "switch",
            "tag",
            "update-ref",
            "worktree");
    private static final Map<String, Program> COMMANDS = commands();

    private Git() {}

    static Map<String, Program> programs() {
        return Map.of(
                "git",
                Git::git,
                "git-filter-repo",
                it -> GitHistory.filterRepo(it),
                "bfg",
                it -> GitHistory.filterRepo(it));
    }

    private static Map<String, Program> commands() {
        Map<String, Program> commands = new HashMap<>();
        commands.put("push", GitHistory::push);
        commands.put("filter-branch", GitHistory::filterBranch);
        commands.put("filter-repo", GitHistory::filterRepo);
        commands.put("reflog", GitHistory::reflog);
        commands.put("gc", GitHistory::gc);
        commands.put("prune", GitHistory::prune);
        commands.put("update-ref", GitHistory::updateRef);
        commands.put("branch", GitHistory::branch);
        commands.put("tag", it -> Flow.UNKNOWN);
        commands.put("reset", GitWork::reset);
        commands.put("clean", GitWork::clean);
        commands.put("checkout", GitWork::checkout);
        commands.put("switch", GitWork::change);
        commands.put("restore", GitWork::restore);
        commands.put("stash", GitWork::stash);
        commands.put("worktree", GitWork::worktree);
        commands.put("commit", Git::commit);
        commands.put("merge", Git::commit);
        commands.put("rebase", Git::rebase);
        commands.put("config", Git::config);
        commands.put(
                "bisect",
                it -> it.argument(0).equals("run") ? it.shell().run(behind(it, 1), Flow.UNKNOWN) : Flow.UNKNOWN);
        commands.put("submodule", Git::submodule);
        commands.put("cat-file", Git::show);
        commands.put("show", Git::show);
        commands.put("init", it -> {
            Options options = it.options(Spec.of("q bare template= b|initial-branch= shared"));
            options.operands().forEach(folder -> it.effect(new Effect.Creates(it.target(folder), false)));
            return Flow.UNKNOWN;
        });
        commands.put("rm", Git::rm);
        commands.put("clone", Git::copied);
        return commands;
    }

    private static List<Argument> behind(Invocation it, int from) {
        return it.arguments()
                .subList(Math.min(from, it.arguments().size()), it.arguments().size());
    }

    private static Flow git(Invocation it) {
        Options options = it.options(GLOBAL);
        if (options.operands().isEmpty() || options.has("help")) {
            return Flow.UNKNOWN;
        }
        Map<String, String> settings = new HashMap<>();
        for (Argument setting : options.values("c")) {
            int equals = setting.text().indexOf('=');
            if (equals > 0) {
                settings.put(setting.text().substring(0, equals), setting.text().substring(equals + 1));
            }
        }
        Shell shell = options.has("C") || !settings.isEmpty() || options.has("git-dir")
                ? it.shell().copy()
                : it.shell();
        options.values("C").forEach(folder -> shell.run(List.of(Argument.of("cd"), folder), Flow.EMPTY));
        settings.forEach((name, value) -> shell.variables().set("git:" + name, List.of(Argument.of(value))));
        settings.forEach((name, value) -> runs(it, name, value));
        if (options.has("git-dir") || options.has("work-tree")) {
            shell.variables().set("GIT_WORK_TREE", List.of(Argument.of("elsewhere")));
        }
        String command = options.operand(0);
        String alias = settings.getOrDefault("alias." + command, "");
        if (!alias.isEmpty() && !OWN.contains(command)) {
            return alias(shell, alias, options.from(1), it.input());
        }
        return COMMANDS.getOrDefault(command, other -> Flow.UNKNOWN)
                .run(new Invocation("git " + command, options.from(1), it.input(), shell));
    }

    /// Settings that name a program which git then runs, or that switch its checks off.
    private static void runs(Invocation it, String name, String value) {
        if (name.equalsIgnoreCase("core.hooksPath")) {
            it.effect(new Effect.SkipsChecks("core.hooksPath=" + value));
        }
        boolean isCode = Set.of(
                        "core.sshcommand",
                        "core.pager",
                        "core.editor",
                        "core.fsmonitor",
                        "diff.external",
                        "credential.helper",
                        "sequence.editor")
                .contains(name.toLowerCase(Locale.ROOT));
        if (isCode) {
            String code = value.startsWith("!") ? value.substring(1) : value;
            Scripts.code(it.shell().started(), Argument.of(code), "git", Flow.UNKNOWN);
        }
    }

    private static Flow alias(Shell shell, String alias, List<Argument> rest, Flow input) {
        if (alias.startsWith("!")) {
            return Scripts.code(shell.started(), Argument.of(alias.substring(1)), "git", input);
        }
        List<Argument> words = new ArrayList<>();
        words.add(Argument.of("git"));
        Words.split(alias).forEach(word -> words.add(Argument.of(word)));
        words.addAll(rest);
        return shell.run(words, input);
    }

    /// The value that an option in front of the command gave a setting; empty text where none did.
    static String setting(Invocation it, String name) {
        return it.shell().variables().isSet("git:" + name)
                ? Expander.joined(it.shell().variables().get("git:" + name)).text()
                : "";
    }

    /// The folder in which git is asked, as a target.
    static Target directory(Invocation it) {
        return it.target(Argument.of("."));
    }

    /// Hooks that are left out by an option, or by a variable of those who run them.
    static void skipsChecks(Invocation it, boolean isAsked) {
        if (isAsked) {
            it.effect(new Effect.SkipsChecks(it.program() + " --no-verify"));
        } else if (it.shell().variables().isSet("HUSKY")
                && Expander.joined(it.shell().variables().get("HUSKY")).is("0")) {
            it.effect(new Effect.SkipsChecks("HUSKY=0"));
        }
    }

    /// Takes files away that git may bring back; only by force those with changes that are not committed.
    private static Flow rm(Invocation it) {
        Options options = it.options(RM);
        boolean isForced = options.has("f");
        if (!options.has("n", "cached")) {
            options.operands()
                    .forEach(path ->
                            it.effect(new Effect.Deletes(it.target(path), options.has("r") && isForced, isForced)));
        }
        return Flow.UNKNOWN;
    }

    private static Flow copied(Invocation it) {
        Options options = it.options(CLONE);
        if (!options.operands().isEmpty()) {
            Argument from = options.operands().getFirst();
            String name = Paths.name(from.text());
            Argument folder = options.operands().size() > 1
                    ? options.operands().get(1)
                    : from.withText(name.endsWith(".git") ? name.substring(0, name.length() - 4) : name);
            it.effect(new Effect.Creates(it.target(folder), true));
        }
        return Flow.UNKNOWN;
    }

    private static Flow commit(Invocation it) {
        boolean isCommit = it.program().equals("git commit");
        Options options = it.options(COMMIT);
        skipsChecks(it, options.given().containsKey("no-verify") || isCommit && options.has("n"));
        return Flow.UNKNOWN;
    }

    private static Flow rebase(Invocation it) {
        Options options = it.options(REBASE);
        options.values("x").forEach(code -> Scripts.code(it.shell().started(), code, "git rebase", Flow.UNKNOWN));
        return Flow.UNKNOWN;
    }

    private static Flow config(Invocation it) {
        Options options = it.options(CONFIG);
        String name = options.operand(0).toLowerCase(Locale.ROOT);
        boolean isWritten = options.operands().size() > 1 && !options.has("get", "get-all", "l");
        if (isWritten && name.equals("core.hookspath")) {
            it.effect(new Effect.SkipsChecks("git config core.hooksPath " + options.operand(1)));
        }
        boolean isCode = name.startsWith("alias.") && options.operand(1).startsWith("!")
                || Set.of("core.sshcommand", "core.fsmonitor", "core.pager", "core.editor", "credential.helper")
                        .contains(name);
        if (isWritten && isCode) {
            it.effect(new Effect.Plants(Effect.Foothold.HOOK, "git config " + name, options.operand(1)));
        }
        return Flow.UNKNOWN;
    }

    private static Flow submodule(Invocation it) {
        return it.argument(0).equals("foreach")
                ? Scripts.code(
                        it.shell().started(),
                        Expander.joined(it.options(Spec.of("recursive")).from(1)),
                        "git",
                        Flow.UNKNOWN)
                : Flow.UNKNOWN;
    }

    private static Flow show(Invocation it) {
        for (Argument argument : it.arguments()) {
            int colon = argument.text().indexOf(':');
            if (colon > 0 && Sensitive.isSecret("/" + argument.text().substring(colon + 1))) {
                it.effect(new Effect.ReadsSecret(argument.text()));
                return Flow.from(Taint.SECRET);
            }
        }
        return Flow.UNKNOWN;
    }
}
