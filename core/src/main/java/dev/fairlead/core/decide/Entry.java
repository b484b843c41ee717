package dev.fairlead.core.decide;

import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.List;
import java.util.Set;

/// An exception from the modes of rules, for the paths and commands that it names, or wherever none are named.
///
/// @param rules whose objections it is about
/// @param paths patterns
/// @param commands patterns
/// @param where its place in the file, for people
public record Entry(
        Force force, Set<String> rules, List<String> paths, List<String> commands, Scope scope, String where) {

    /// What a shell could make more of than one plain command.
    private static final String MORE_THAN_PLAIN = ";|&$`<>(){}\n\\\"'";

    /// What comes of an objection that an entry is about.
    public enum Force {
        /// Nothing.
        ALLOW,
        /// It is refused, unless the person named the very thing.
        SOFT,
        /// It is refused, whatever anybody says.
        HARD
    }

    public Entry {
        rules = Set.copyOf(rules);
        paths = List.copyOf(paths);
        commands = List.copyOf(commands);
    }

    /// Whether it is about an objection to a call. What restricts counts also where that is not sure; what allows does
    /// not.
    boolean isAbout(Raised raised, Attempt attempt) {
        if (!rules.contains(raised.rule())) {
            return false;
        }
        Touched touched = raised.touched(attempt);
        Scope.Match match = scope.of(attempt.context(), touched);
        Scope.Match path = paths.isEmpty() ? Scope.Match.YES : touched.within(paths);
        Scope.Match least = force == Force.ALLOW ? Scope.Match.YES : Scope.Match.UNKNOWN;
        return match.compareTo(least) >= 0
                && path.compareTo(least) >= 0
                && (commands.isEmpty() || isNamed(attempt.commandLine()));
    }

    private boolean isNamed(String line) {
        return force == Force.ALLOW ? isPlain(line) && names(line.strip()) : names(line) || namesPart(line);
    }

    private boolean names(String line) {
        return commands.stream().anyMatch(pattern -> Glob.matchesCommand(pattern, line));
    }

    private boolean namesPart(String line) {
        for (SimpleCommand command : CommandLine.of(line).commands()) {
            if (names(String.join(" ", command.words()))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a line is one command and nothing else, so that a pattern that allows it allows nothing beside it.
    private static boolean isPlain(String line) {
        return line.strip().chars().noneMatch(c -> MORE_THAN_PLAIN.indexOf(c) >= 0);
    }
}
