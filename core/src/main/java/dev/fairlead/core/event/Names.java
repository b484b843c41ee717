package dev.fairlead.core.event;

/// Keeps names within bounds, so that what remembers them is bounded too.
final class Names {

    private static final int LONGEST = 200;
    private static final int KEPT = 160;

    private Names() {}

    /// The name itself or, of one longer than any agent makes, its beginning, its length and a digest of it.
    static String bounded(String name) {
        return name.length() <= LONGEST
                ? name
                : "%s~%d~%08x".formatted(name.substring(0, KEPT), name.length(), name.hashCode());
    }
}
