package dev.fairlead.core.effect;

/// Tells what version control keeps; whoever can look at a repository hands it in.
@FunctionalInterface
public interface Tracker {

    /// Knows nothing.
    Tracker NONE = path -> Tracking.UNKNOWN;

    /// What is kept of a file, or of a folder with everything in it.
    ///
    /// @param path absolute and normal
    Tracking of(String path);

    /// What is kept of what a command names; a path that only a running shell could tell is not known.
    default Tracking of(Target target) {
        return target.path()
                .filter(path -> !Ground.isPattern(path))
                .map(this::of)
                .orElse(Tracking.UNKNOWN);
    }
}
