package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Options.Spec;
import java.util.List;

/// The commands of git that change or destroy commits.
final class GitHistory {

    private static final Spec PUSH = Spec.of(
            "force|f force-with-lease force-if-includes n|dry-run mirror d|delete all tags prune u|set-upstream o|push-option= repo= receive-pack= q v|verbose no-verify follow-tags atomic signed progress thin");
    private static final Spec BRANCH = Spec.of(
            "D d|delete f|force m M c C a r v l|list u|set-upstream-to= sort= format= merged no-merged contains=");
    private static final Spec GC = Spec.of("prune no-prune aggressive auto q|quiet force");
    private static final Spec REFLOG =
            Spec.of("expire= expire-unreachable= all rewrite updateref stale-fix n|dry-run verbose");

    private GitHistory() {}

    static Flow push(Invocation it) {
        Options options = it.options(PUSH);
        Git.skipsChecks(it, options.has("no-verify"));
        if (options.has("n")) {
            return Flow.UNKNOWN;
        }
        if (options.has("mirror")) {
            it.effect(new Effect.RewritesHistory("git push --mirror", true, false));
        } else if (isForced(it, options)) {
            it.effect(new Effect.RewritesHistory("git push --force", true, false));
        } else if (options.has("force-with-lease")) {
            it.effect(new Effect.RewritesHistory("git push --force-with-lease", true, true));
        }
        if (options.has("d")
                || options.operands().stream()
                        .anyMatch(
                                each -> each.text().length() > 1 && each.text().startsWith(":"))) {
            it.effect(new Effect.DropsData("git", it.line()));
        }
        return Flow.UNKNOWN;
    }

    /// A lease guards the branches that it names, or all where it names none; `--force` takes every guard away.
    private static boolean isForced(Invocation it, Options options) {
        List<Argument> leases = options.values("force-with-lease");
        boolean hasLease = options.has("force-with-lease");
        if (options.has("force")
                || it.arguments().stream().anyMatch(each -> each.text().startsWith("--force-with-lease-"))) {
            return true;
        }
        for (Argument operand : options.from(1)) {
            String name = operand.text();
            if (name.startsWith("+") && !(hasLease && (leases.isEmpty() || guards(leases, name.substring(1))))) {
                return true;
            }
        }
        return false;
    }

    private static boolean guards(List<Argument> leases, String branch) {
        return leases.stream()
                .anyMatch(lease -> lease.text().equals(branch) || lease.text().startsWith(branch + ":"));
    }

    static Flow filterBranch(Invocation it) {
        Options options = it.options(
                Spec.of(
                        "f|force env-filter= tree-filter= index-filter= parent-filter= msg-filter= commit-filter= tag-name-filter= d= prune-empty original="));
        for (String filter : List.of("env-filter", "tree-filter", "index-filter", "msg-filter", "commit-filter")) {
            options.values(filter)
                    .forEach(code -> Scripts.code(it.shell().copy(), code, "git filter-branch", Flow.UNKNOWN));
        }
        it.effect(new Effect.RewritesHistory(
                options.has("f") ? "git filter-branch --force" : "git filter-branch", false, false));
        return Flow.UNKNOWN;
    }

    static Flow filterRepo(Invocation it) {
        Options options = it.options(Spec.of("force|f dry-run path= invert-paths analyze replace-text= help version"));
        if (!options.has("dry-run", "analyze", "help", "version")) {
            it.effect(new Effect.RewritesHistory(
                    options.has("force") ? "git filter-repo --force" : "git filter-repo", false, false));
        }
        return Flow.UNKNOWN;
    }

    static Flow reflog(Invocation it) {
        Options options = it.options(REFLOG);
        boolean isNow = options.values("expire").stream().anyMatch(GitHistory::isNow)
                || options.values("expire-unreachable").stream().anyMatch(GitHistory::isNow);
        if (options.operand(0).equals("expire") && !options.has("n")) {
            it.effect(new Effect.RewritesHistory(
                    isNow ? "git reflog expire --expire=now" : "git reflog expire", false, false));
        } else if (options.operand(0).equals("delete")) {
            it.effect(new Effect.RewritesHistory("git reflog delete", false, false));
        }
        return Flow.UNKNOWN;
    }

    private static boolean isNow(Argument when) {
        return when.is("now") || when.is("all") || when.is("0");
    }

    static Flow gc(Invocation it) {
        Options options = it.options(GC);
        boolean isNow = options.values("prune").stream().anyMatch(GitHistory::isNow)
                || isNow(Argument.of(Git.setting(it, "gc.pruneExpire")));
        if (isNow && !options.has("no-prune")) {
            it.effect(new Effect.RewritesHistory("git gc --prune=now", false, false));
        }
        return Flow.UNKNOWN;
    }

    static Flow prune(Invocation it) {
        if (!it.options(Spec.of("n|dry-run v expire= progress")).has("n")) {
            it.effect(new Effect.RewritesHistory("git prune", false, false));
        }
        return Flow.UNKNOWN;
    }

    static Flow updateRef(Invocation it) {
        if (it.has("-d") || it.has("--delete")) {
            it.effect(new Effect.RewritesHistory("git update-ref -d", false, false));
        }
        return Flow.UNKNOWN;
    }

    static Flow branch(Invocation it) {
        Options options = it.options(BRANCH);
        if (options.has("D") || options.has("d") && options.has("f")) {
            it.effect(new Effect.DiscardsWork("git branch -D", false, Git.directory(it)));
        }
        return Flow.UNKNOWN;
    }
}
