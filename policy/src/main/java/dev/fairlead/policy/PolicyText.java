package dev.fairlead.policy;

import dev.fairlead.core.decide.Level;
import java.util.Optional;

/// The text of one policy file.
///
/// @param name the file, for people
/// @param level the layer that its place makes it; empty where it says so itself
public record PolicyText(String name, String text, Optional<Level> level) {

    /// The longest file that is read, in characters.
    public static final int LONGEST = 1 << 20;
}
