package dev.fairlead.core.effect;

import java.util.Optional;

/// A file or folder that a command names.
///
/// @param written as it stands in the command, variables replaced where their value is known
/// @param path absolute and normal; empty where only a running shell could tell
/// @param ground what kind of place it is
public record Target(String written, Optional<String> path, Ground ground) {

    /// The file that an argument names, as seen from a directory.
    static Target of(Argument argument, String directory, Place place) {
        String text = argument.text();
        if (!argument.isKnown() || !Paths.isAbsolute(text) && directory.isEmpty()) {
            return new Target(text, Optional.empty(), Ground.UNKNOWN);
        }
        String path = Paths.resolved(directory, text);
        return new Target(text, Optional.of(path), Ground.of(path, argument.isPattern(), place));
    }

    /// The file that a tool is given, which takes its name as it is written but for the home.
    public static Target of(String path, Place place) {
        boolean isHome = path.equals("~") || path.startsWith("~/");
        String whole = isHome ? place.home() + path.substring(1) : path;
        return of(Argument.of(whole), place.directory(), place);
    }

    /// The most that is known of where it is.
    public String best() {
        return path.orElse(written);
    }

    /// Whether it is a file of secrets.
    public boolean isSecret() {
        return Sensitive.isSecret(best());
    }

    /// What writing it would make run, or change, later.
    public Optional<Effect.Foothold> foothold() {
        return Sensitive.foothold(best());
    }

    /// Whether it is this path, lies below it, or is a pattern that matches it.
    public boolean meets(String guarded) {
        return path.filter(
                        it -> Paths.isAtOrBelow(it, guarded) || Ground.isPattern(it) && Globs.matchesPath(it, guarded))
                .isPresent();
    }

    /// Whether this path lies within it.
    public boolean holds(String guarded) {
        return path.filter(it -> Paths.isAtOrBelow(guarded, it)).isPresent();
    }
}
