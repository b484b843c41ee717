package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells what a simple command destroys, by the manuals of the programs. It knows nothing of who asked and whose the
/// things are.
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
            "cqlsh");
    private static final Set<String> DEVICES = Set.of("shred", "wipefs");
    private static final Set<String> SETTINGS =
            Set.of("json", "yaml", "yml", "toml", "ini", "cfg", "conf", "env", "db", "sqlite", "sqlite3", "pem", "key");

    private Deeds() {}

    /// What a command destroys.
    ///
    /// @param directory where it runs, as [Places] writes it; empty where that is not known
    static Optional<Deed> of(SimpleCommand command, String directory) {
        return switch (command.program()) {
            case "git" -> ofGit(command, directory);
            case "rm" -> ofRemoval(command, directory);
            case "find" ->
                command.has("-delete")
                        ? deletion(Places.resolved(command.operand(1), directory), true)
                        : Optional.empty();
            case "pkill", "killall" ->
                deed(
                        Deed.Kind.PROCESS,
                        Severity.MEDIUM,
                        "ended processes by name with `%s`",
                        command,
                        lastOperand(command));
            case "dropdb" -> deed(Deed.Kind.DATABASE, Severity.HIGH, "deleted a database with `%s`", command, "");
            case "terraform", "tofu", "kubectl", "helm", "docker", "podman", "aws", "gcloud", "az" ->
                ofPlatform(command);
            case "dd" ->
                command.words().stream().anyMatch(word -> word.startsWith("of=/dev/"))
                        ? deed(Deed.Kind.DELETION, Severity.HIGH, "overwrote a device with `%s`", command, "")
                        : Optional.empty();
            default -> {
                String program = command.program();
                if (DEVICES.contains(program) || program.startsWith("mkfs")) {
                    yield deed(Deed.Kind.DELETION, Severity.HIGH, "erased with `%s`", command, "");
                }
                yield DATABASES.contains(program) ? ofDatabase(command) : Optional.empty();
            }
        };
    }

    private static Optional<Deed> deed(
            Deed.Kind kind, Severity severity, String what, SimpleCommand command, String target) {
        String line = Words.quoted(String.join(" ", command.words()), 120);
        return Optional.of(new Deed(kind, severity, what.formatted(line), target));
    }

    /// Where git's own verb stands: behind its options, of which `-C` and `-c` take a word more.
    static int verbOf(SimpleCommand git) {
        int at = 1;
        while (at < git.words().size() && git.words().get(at).startsWith("-")) {
            boolean takesWord =
                    git.words().get(at).equals("-C") || git.words().get(at).equals("-c");
            at += takesWord ? 2 : 1;
        }
        return at;
    }

    private static Optional<Deed> ofGit(SimpleCommand git, String directory) {
        int at = verbOf(git);
        if (at >= git.words().size() || git.has("--dry-run") || git.has("--help")) {
            return Optional.empty();
        }
        String verb = git.words().get(at);
        List<String> rest = git.words().subList(at + 1, git.words().size());
        return switch (verb) {
            case "checkout", "restore", "switch" -> ofCheckout(git, verb, rest);
            case "reset" ->
                rest.contains("--hard")
                        ? deed(
                                Deed.Kind.DISCARD,
                                Severity.MEDIUM,
                                "discarded uncommitted work with `%s`",
                                git,
                                directory)
                        : Optional.empty();
            case "clean" ->
                hasFlag(rest, 'f', "--force") && !hasFlag(rest, 'n', "--dry-run")
                        ? deed(Deed.Kind.DISCARD, Severity.HIGH, "deleted untracked files with `%s`", git, directory)
                        : Optional.empty();
            case "stash" ->
                rest.contains("drop") || rest.contains("clear")
                        ? deed(Deed.Kind.DISCARD, Severity.HIGH, "threw stashed work away with `%s`", git, "stash")
                        : Optional.empty();
            case "push" -> ofPush(git, rest);
            default -> ofHistory(git, verb, rest);
        };
    }

    private static Optional<Deed> ofHistory(SimpleCommand git, String verb, List<String> rest) {
        boolean rewrites = verb.equals("filter-branch") || verb.equals("filter-repo");
        boolean forgets = verb.equals("reflog") && rest.contains("expire");
        return rewrites || forgets
                ? deed(Deed.Kind.HISTORY, Severity.HIGH, "rewrote the history for good with `%s`", git, "")
                : Optional.empty();
    }

    private static Optional<Deed> ofCheckout(SimpleCommand git, String verb, List<String> rest) {
        boolean restores = verb.equals("restore")
                && (!rest.contains("--staged") && !rest.contains("-S")
                        || rest.contains("--worktree")
                        || rest.contains("-W"));
        boolean checksOut = verb.equals("checkout")
                && !rest.contains("--ours")
                && !rest.contains("--theirs")
                && (rest.contains("--") || rest.contains(".") || hasFlag(rest, 'f', "--force"));
        boolean switches = verb.equals("switch") && hasFlag(rest, 'f', "--discard-changes");
        if (!restores && !checksOut && !switches || rest.contains("-b") || rest.contains("-p")) {
            return Optional.empty();
        }
        int dashes = rest.indexOf("--");
        String first = rest.subList(dashes + 1, rest.size()).stream()
                .filter(word -> !word.startsWith("-"))
                .findFirst()
                .orElse("");
        return deed(Deed.Kind.DISCARD, Severity.MEDIUM, "discarded uncommitted work with `%s`", git, first);
    }

    private static Optional<Deed> ofPush(SimpleCommand git, List<String> rest) {
        boolean leased = rest.stream().anyMatch(word -> word.startsWith("--force-with-lease"));
        boolean forced = hasFlag(rest, 'f', "--force")
                || rest.contains("--mirror")
                || rest.stream().skip(1).anyMatch(word -> word.startsWith("+"));
        if (!leased && !forced) {
            return Optional.empty();
        }
        return deed(
                Deed.Kind.HISTORY,
                leased ? Severity.LOW : Severity.MEDIUM,
                "rewrote published commits with `%s` though nobody asked for it",
                git,
                "");
    }

    private static Optional<Deed> ofRemoval(SimpleCommand rm, String directory) {
        boolean recursive = hasFlag(rm.words(), 'r', "--recursive") || hasFlag(rm.words(), 'R', "--recursive");
        for (String word : rm.words().subList(1, rm.words().size())) {
            String path = Places.resolved(word, directory);
            Optional<Deed> deed = path.isEmpty() ? Optional.empty() : deletion(path, recursive);
            if (deed.isPresent()) {
                return deed;
            }
        }
        return Optional.empty();
    }

    private static Optional<Deed> deletion(String path, boolean recursive) {
        if (path.isEmpty() || Places.isTemporary(path)) {
            return Optional.empty();
        }
        if (recursive) {
            return Optional.of(new Deed(
                    Deed.Kind.DELETION,
                    Severity.HIGH,
                    "deleted `%s` and all in it".formatted(Words.quoted(path, 160)),
                    path));
        }
        return isSettings(path)
                ? Optional.of(new Deed(
                        Deed.Kind.DELETION,
                        Severity.MEDIUM,
                        "deleted the settings `%s`".formatted(Words.quoted(path, 160)),
                        path))
                : Optional.empty();
    }

    /// Settings and data that belong to a tool or a person: by their ending, in a hidden folder or hidden themselves.
    private static boolean isSettings(String path) {
        String name = Rewritten.nameOf(path);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean isHidden = path.contains("/.") && !path.contains("/.git/");
        return isHidden && (SETTINGS.contains(ending) || name.startsWith(".env"));
    }

    private static Optional<Deed> ofDatabase(SimpleCommand command) {
        for (String word : command.words().subList(1, command.words().size())) {
            String query = word.toUpperCase(Locale.ROOT);
            boolean drops = query.contains("DROP TABLE")
                    || query.contains("DROP DATABASE")
                    || query.contains("DROP SCHEMA")
                    || query.contains("TRUNCATE ")
                    || query.contains("DELETE FROM") && !query.contains("WHERE")
                    || query.equals("FLUSHALL")
                    || query.equals("FLUSHDB")
                    || query.contains("DROPDATABASE(");
            if (drops) {
                return deed(Deed.Kind.DATABASE, Severity.HIGH, "deleted data with `%s`", command, "");
            }
        }
        return Optional.empty();
    }

    private static Optional<Deed> ofPlatform(SimpleCommand command) {
        List<String> words = command.words();
        String first = command.operand(1);
        boolean destroys = switch (command.program()) {
            case "terraform", "tofu" -> first.equals("destroy") || words.contains("-destroy");
            case "kubectl" -> first.equals("delete") && !words.contains("--dry-run=client");
            case "helm" -> first.equals("uninstall") || first.equals("delete");
            case "docker", "podman" ->
                words.contains("prune") && (hasFlag(words, 'a', "--all") || words.contains("--volumes"))
                        || first.equals("volume") && (words.contains("rm") || words.contains("prune"));
            case "aws" ->
                words.contains("rb") || words.contains("rm") && words.contains("--recursive") || hasDelete(words);
            default -> words.contains("delete");
        };
        return destroys
                ? deed(Deed.Kind.INFRASTRUCTURE, Severity.HIGH, "deleted what others may run on with `%s`", command, "")
                : Optional.empty();
    }

    private static boolean hasDelete(List<String> words) {
        return words.stream().anyMatch(word -> word.startsWith("delete-") || word.startsWith("terminate-"));
    }

    /// Whether a short flag stands among the words, alone or with others, or its long form.
    private static boolean hasFlag(List<String> words, char flag, String name) {
        for (String word : words) {
            if (word.equals("--")) {
                return false;
            }
            boolean isShort = word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != '-';
            if (word.equals(name) || isShort && word.indexOf(flag) > 0) {
                return true;
            }
        }
        return false;
    }

    private static String lastOperand(SimpleCommand command) {
        String last = command.words().getLast();
        return last.startsWith("-") ? "" : last;
    }
}
