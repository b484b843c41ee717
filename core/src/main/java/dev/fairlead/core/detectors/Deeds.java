package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Ground;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.effect.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells which effects of a command cannot be taken back, or are felt by others. It knows nothing of who asked and
/// whose
/// the things are.
final class Deeds {

    private static final Set<String> DATABASES = Set.of(
            "psql",
            "mysql",
            "mariadb",
            "sqlite3",
            "duckdb",
            "clickhouse-client",
            "mongosh",
            "mongo",
            "redis-cli",
            "cqlsh",
            "dropdb");
    private static final Set<String> PLATFORMS =
            Set.of("terraform", "tofu", "kubectl", "helm", "aws", "gcloud", "az", "pulumi", "heroku", "doctl", "gh");
    private static final Set<String> CONTAINERS = Set.of("docker", "podman");
    private static final List<String> BY_NAME = List.of("pkill", "killall", "taskkill");
    private static final Set<String> SETTINGS =
            Set.of("json", "yaml", "yml", "toml", "ini", "cfg", "conf", "env", "db", "sqlite", "sqlite3", "pem", "key");

    private Deeds() {}

    /// What an effect destroys; empty where it destroys nothing.
    ///
    /// @param place where the command runs
    static Optional<Deed> of(Effect effect, Place place) {
        return switch (effect) {
            case Effect.DiscardsWork(String how, boolean isAll, Target where) -> ofDiscard(how, where);
            case Effect.RewritesHistory(String how, boolean isShared, boolean isLeased) ->
                isShared
                        ? deed(
                                Deed.Kind.HISTORY,
                                isLeased ? Severity.LOW : Severity.MEDIUM,
                                "rewrote published commits with `%s` though nobody asked for it",
                                how)
                        : deed(Deed.Kind.HISTORY, Severity.HIGH, "rewrote the history for good with `%s`", how);
            case Effect.Deletes(Target target, boolean isRecursive, boolean isForced) ->
                target.path().isEmpty() || target.ground() == Ground.TEMPORARY
                        ? Optional.empty()
                        : ofDeletion(target, isRecursive, place);
            case Effect.Wipes(String disk, String by) ->
                deed(Deed.Kind.DELETION, Severity.HIGH, "overwrote a device with `%s`", by + " " + disk);
            case Effect.KillsProcesses(String which, boolean isBroad) -> ofProcesses(which);
            case Effect.DropsData(String system, String what) -> ofData(system, what);
            case Effect other -> Optional.empty();
        };
    }

    private static Optional<Deed> deed(Deed.Kind kind, Severity severity, String what, String line) {
        return deed(kind, severity, what, line, "");
    }

    private static Optional<Deed> deed(Deed.Kind kind, Severity severity, String what, String line, String target) {
        return Optional.of(new Deed(kind, severity, what.formatted(Words.quoted(line, 120)), target));
    }

    private static Optional<Deed> ofDiscard(String how, Target where) {
        if (how.startsWith("git branch")) {
            return Optional.empty();
        }
        if (how.startsWith("git stash")) {
            return deed(Deed.Kind.DISCARD, Severity.HIGH, "threw stashed work away with `%s`", how, Deed.STASH);
        }
        return how.startsWith("git clean")
                ? deed(Deed.Kind.DISCARD, Severity.HIGH, "deleted untracked files with `%s`", how, where.best())
                : deed(Deed.Kind.DISCARD, Severity.MEDIUM, "discarded uncommitted work with `%s`", how, where.best());
    }

    private static Optional<Deed> ofDeletion(Target target, boolean isRecursive, Place place) {
        String path = target.best();
        String shown = place.shown(path);
        if (isRecursive) {
            return deed(Deed.Kind.DELETION, Severity.HIGH, "deleted `%s` and all in it", shown, path);
        }
        return isSettings(path)
                ? deed(Deed.Kind.DELETION, Severity.MEDIUM, "deleted the settings `%s`", shown, path)
                : Optional.empty();
    }

    /// Settings and data that belong to a tool or a person: by their ending, in a hidden folder or hidden themselves.
    static boolean isSettings(String path) {
        String name = Rewritten.nameOf(path);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean isHidden = path.contains("/.") && !path.contains("/.git/");
        return isHidden && (SETTINGS.contains(ending) || name.startsWith(".env"));
    }

    /// Whether a program ends others by their names.
    static boolean endsProcesses(String program) {
        return BY_NAME.contains(program);
    }

    /// By their names, which are others' too; a number is somebody's own.
    private static Optional<Deed> ofProcesses(String which) {
        String last = which.substring(which.lastIndexOf(' ') + 1);
        return endsProcesses(which.substring(0, Math.max(0, which.indexOf(' '))))
                ? deed(
                        Deed.Kind.PROCESS,
                        Severity.MEDIUM,
                        "ended processes by name with `%s`",
                        which,
                        last.startsWith("-") ? "" : last)
                : Optional.empty();
    }

    /// Containers and images are made anew; what they keep, and what runs elsewhere, is not.
    private static Optional<Deed> ofData(String system, String what) {
        if (DATABASES.contains(system)) {
            return deed(Deed.Kind.DATABASE, Severity.HIGH, "deleted data with `%s`", what);
        }
        boolean isKept = CONTAINERS.contains(system)
                && (what.contains(" volume ")
                        || what.contains(" prune")
                                && (what.contains(" -a") || what.contains("--all") || what.contains("--volumes")));
        return isKept || PLATFORMS.contains(system)
                ? deed(Deed.Kind.INFRASTRUCTURE, Severity.HIGH, "deleted what others may run on with `%s`", what)
                : Optional.empty();
    }
}
