package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Options.Spec;
import java.util.List;

/// The commands of git that lose what was not committed.
final class GitWork {

    private static final Spec WORKTREE = Spec.of("f|force b= B= d q lock reason= expire= n");
    private static final Spec RESET =
            Spec.of("hard soft mixed merge keep q|quiet N p pathspec-from-file= recurse-submodules");
    private static final Spec CLEAN = Spec.of("f|force d x X n|dry-run i|interactive e|exclude= q|quiet no-force");
    private static final Spec CHECKOUT = Spec.of(
            "b= B= orphan= f|force q|quiet p|patch t|track m|merge detach|d no-merge no-detach theirs ours conflict= l no-track guess pathspec-from-file=");
    private static final Spec SWITCH = Spec.of(
            "c|create= C|force-create= discard-changes f|force d|detach m|merge orphan= no-merge q t|track guess");
    private static final Spec RESTORE =
            Spec.of("s|source= S|staged W|worktree p|patch q theirs ours m conflict= pathspec-from-file=");

    private GitWork() {}

    private static void discards(Invocation it, String how, boolean isAll) {
        it.effect(new Effect.DiscardsWork(how, isAll, Git.directory(it)));
    }

    /// Each of the paths by itself, since not all of them need be the same one's work.
    private static void discards(Invocation it, String how, List<Argument> paths) {
        boolean isAll = paths.stream().anyMatch(path -> isTop(it, path));
        String what = how + " " + Expander.joined(paths).text();
        paths.forEach(path -> it.effect(new Effect.DiscardsWork(what, isAll, it.target(path))));
    }

    static Flow reset(Invocation it) {
        Options options = it.options(RESET);
        if (options.has("hard")) {
            discards(it, "git reset --hard", true);
        } else if (options.has("merge") && !options.has("mixed")) {
            discards(it, "git reset --merge", true);
        }
        return Flow.UNKNOWN;
    }

    static Flow clean(Invocation it) {
        Options options = it.options(CLEAN);
        boolean isForced = false;
        for (Argument argument : it.arguments()) {
            String text = argument.text();
            if (text.equals("--")) {
                break;
            }
            boolean isShort = text.startsWith("-") && !text.startsWith("--");
            isForced |= text.equals("--force") || isShort && text.indexOf('f') > 0;
            isForced &= !text.equals("--no-force");
        }
        isForced |= Git.setting(it, "clean.requireForce").equals("false");
        if (!isForced || options.has("n") || isElsewhere(it)) {
            return Flow.UNKNOWN;
        }
        boolean isAll = takesAll(it, options.operands());
        boolean isGuarded = options.operands().isEmpty() && !isAtTop(it);
        discards(it, "git clean -f", isAll && !isGuarded);
        return Flow.UNKNOWN;
    }

    private static boolean isElsewhere(Invocation it) {
        return it.shell().variables().isSet("GIT_WORK_TREE");
    }

    private static boolean isAtTop(Invocation it) {
        String directory = it.shell().directory();
        return directory.equals(it.shell().place().root())
                || !Paths.isAtOrBelow(directory, it.shell().place().root());
    }

    /// Whether paths stand for the whole tree: none at all, or one that holds the workspace.
    private static boolean takesAll(Invocation it, List<Argument> paths) {
        return paths.isEmpty() || paths.stream().anyMatch(path -> isTop(it, path));
    }

    private static boolean isTop(Invocation it, Argument path) {
        if (path.is(":/") || path.is("*") || path.is(":(top)")) {
            return true;
        }
        Target target = it.target(path);
        return target.path().filter(it.shell().place().root()::equals).isPresent();
    }

    static Flow checkout(Invocation it) {
        Options options = it.options(CHECKOUT);
        // Taking a side in a conflict is a choice, and the other one stays in its commit.
        if (options.has("p", "l", "ours", "theirs")) {
            return Flow.UNKNOWN;
        }
        int dashes = it.arguments().indexOf(Argument.of("--"));
        boolean hasPaths = dashes >= 0;
        int behind = hasPaths ? it.arguments().size() - dashes - 1 : 0;
        List<Argument> paths = hasPaths
                ? options.operands()
                        .subList(
                                options.operands().size() - behind,
                                options.operands().size())
                : options.operands();
        boolean named = hasPaths && behind > 0
                || !hasPaths && options.operands().stream().anyMatch(path -> looksLikePath(it, path));
        if (named && options.operands().size() - behind <= 1) {
            discards(it, "git checkout --", paths);
        } else if (options.has("f") && !named) {
            discards(it, "git checkout --force", true);
        }
        return Flow.UNKNOWN;
    }

    /// Without the two hyphens, a point, or a path that ends like a file, is taken for a path.
    private static boolean looksLikePath(Invocation it, Argument word) {
        return word.is(".") || word.text().startsWith("./") || isTop(it, word);
    }

    static Flow change(Invocation it) {
        if (it.options(SWITCH).has("discard-changes", "f")) {
            discards(it, "git switch --discard-changes", true);
        }
        return Flow.UNKNOWN;
    }

    static Flow restore(Invocation it) {
        Options options = it.options(RESTORE);
        boolean isIndexOnly = options.has("S") && !options.has("W");
        if (!isIndexOnly
                && !options.has("p", "ours", "theirs")
                && !options.operands().isEmpty()) {
            discards(it, "git restore", options.operands());
        }
        return Flow.UNKNOWN;
    }

    static Flow stash(Invocation it) {
        String verb = it.argument(0);
        switch (verb) {
            case "clear" -> discards(it, "git stash clear", true);
            case "drop" -> discards(it, "git stash drop", false);
            case "pop", "apply", "branch" -> it.effect(new Effect.SetsAside(true, Git.directory(it)));
            case "", "push", "save" -> it.effect(new Effect.SetsAside(false, Git.directory(it)));
            default -> {
                if (verb.startsWith("-")) {
                    it.effect(new Effect.SetsAside(false, Git.directory(it)));
                }
            }
        }
        return Flow.UNKNOWN;
    }

    static Flow worktree(Invocation it) {
        Options options = it.options(WORKTREE);
        if (options.operand(0).equals("remove") && options.has("f")) {
            options.from(1)
                    .forEach(folder -> it.effect(
                            new Effect.DiscardsWork("git worktree remove --force", false, it.target(folder))));
        } else if (options.operand(0).equals("add") && options.operands().size() > 1) {
            it.effect(new Effect.Creates(it.target(options.operands().get(1)), true));
        }
        return Flow.UNKNOWN;
    }
}
