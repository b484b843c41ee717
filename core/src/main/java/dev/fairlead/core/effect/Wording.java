package dev.fairlead.core.effect;

/// Effects in plain words, each a clause whose subject is the command.
public final class Wording {

    private Wording() {}

    /// What a person reads of an effect: one line, without a full stop.
    public static String of(Effect effect) {
        return switch (effect) {
            case Effect.Deletes deletes -> deletes(deletes);
            case Effect.Overwrites it -> (it.isAppended() ? "appends to " : "writes ") + place(it.target());
            case Effect.Creates it -> "makes " + place(it.target());
            case Effect.Moves it -> "moves %s to %s".formatted(place(it.source()), place(it.destination()));
            case Effect.ChangesAccess changes -> changesAccess(changes);
            case Effect.Wipes it -> "destroys what `%s` holds, with `%s`".formatted(it.disk(), it.by());
            case Effect.OpensPage it -> "opens `%s` in a browser".formatted(it.address());
            case Effect.SendsOut it -> "sends %s to `%s`".formatted(named(it.what(), "something"), it.to());
            case Effect.RunsForeignCode it -> "runs code with `%s` that %s".formatted(it.by(), origin(it.origin()));
            case Effect.OpensShell it -> "lets another machine command a shell here, with `%s`".formatted(it.by());
            case Effect.RunsFile it -> "runs " + place(it.target());
            case Effect.Runs it -> "runs `%s`, of which nothing is known".formatted(it.program());
            case Effect.Fetches it -> "fetches `%s`".formatted(it.from());
            case Effect.Installs installs -> installs(installs);
            case Effect.Publishes it -> "publishes %s with `%s`".formatted(named(it.what(), "something"), it.by());
            case Effect.RewritesHistory rewrites -> rewritesHistory(rewrites);
            case Effect.DiscardsWork discards -> discardsWork(discards);
            case Effect.SetsAside it -> (it.isBack() ? "takes back from aside" : "puts aside") + work(it.where());
            case Effect.Plants it -> "changes %s, `%s`".formatted(foothold(it.kind()), it.where());
            case Effect.ReadsSecret it -> "reads the secrets in `%s`".formatted(it.where());
            case Effect.SkipsChecks it -> "leaves out a check, with `%s`".formatted(it.how());
            case Effect.KillsProcesses kills -> killsProcesses(kills);
            case Effect.Halts it -> "stops `%s`".formatted(it.what());
            case Effect.DropsData it -> "takes away `%s`, which %s keeps".formatted(it.what(), it.system());
            case Effect.GainsPrivilege it -> "acts as another user, through `%s`".formatted(it.by());
            case Effect.Exhausts it -> "takes up the whole machine: " + it.how();
            case Effect.DisarmsGuard it -> "switches off what watches the agent: " + it.how();
            case Effect.Unknown it -> "does what is not known: " + it.why();
        };
    }

    private static String deletes(Effect.Deletes effect) {
        String below = effect.isRecursive() ? " and all below it" : "";
        return "deletes " + place(effect.target()) + below + (effect.isForced() ? ", without a question" : "");
    }

    private static String changesAccess(Effect.ChangesAccess effect) {
        String below = effect.isRecursive() ? " and all below it" : "";
        return "gives %s%s the rights `%s`".formatted(place(effect.target()), below, effect.change());
    }

    private static String installs(Effect.Installs effect) {
        String reach = effect.isForAll() ? ", for the whole machine or account" : "";
        return "installs %s with `%s`%s".formatted(named(effect.what(), "software"), effect.manager(), reach);
    }

    private static String rewritesHistory(Effect.RewritesHistory effect) {
        String whose = effect.isShared() ? "shared" : "local";
        String lease = effect.isLeased() ? ", if nobody has changed it since" : "";
        return "rewrites %s history, with `%s`%s".formatted(whose, effect.how(), lease);
    }

    private static String discardsWork(Effect.DiscardsWork effect) {
        return "throws away %s%s, with `%s`"
                .formatted(effect.isAll() ? "all" : "some", work(effect.where()), effect.how());
    }

    private static String work(Target where) {
        return " work that is not committed in " + place(where);
    }

    private static String killsProcesses(Effect.KillsProcesses effect) {
        return "ends " + named(effect.which(), "processes") + (effect.isBroad() ? ", others than its own too" : "");
    }

    private static String place(Target target) {
        return "`%s`%s".formatted(target.best(), ground(target.ground()));
    }

    private static String ground(Ground ground) {
        return switch (ground) {
            case SYSTEM -> " (on which the machine rests)";
            case SYSTEM_FILE -> " (in a folder of the system)";
            case HOME -> " (a home)";
            case HOME_FILE -> " (in a home)";
            case WORKSPACE -> " (the workspace)";
            case WORKSPACE_FILE -> "";
            case REPOSITORY -> " (a repository's history)";
            case TEMPORARY -> " (temporary)";
            case DEVICE -> " (a disk)";
            case ELSEWHERE -> " (outside the workspace)";
            case UNKNOWN -> " (only a running shell could tell where)";
        };
    }

    private static String origin(Taint taint) {
        return switch (taint) {
            case REMOTE -> "came from another machine";
            case DECODED -> "was decoded or unpacked, so that nobody could read it";
            case UNREAD -> "is put together in more ways than are followed";
            case SECRET -> "came from a store of secrets";
        };
    }

    private static String foothold(Effect.Foothold kind) {
        return switch (kind) {
            case STARTUP_FILE -> "what a shell reads when it starts";
            case SCHEDULE -> "what runs at a later time";
            case SERVICE -> "a service";
            case LOGIN -> "who may log in";
            case HOOK -> "a hook of version control";
            case PIPELINE -> "what a pipeline or a commit runs";
            case AGENT_SETTING -> "a setting of a coding agent";
            case SYSTEM_SETTING -> "a setting of the system";
        };
    }

    private static String named(String what, String otherwise) {
        return what.isBlank() ? otherwise : "`" + what + "`";
    }
}
