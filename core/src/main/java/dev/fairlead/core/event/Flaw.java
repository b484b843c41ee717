package dev.fairlead.core.event;

/// What is wrong with code that an agent wrote, at one place.
///
/// @param rule the name of the rule that was broken, in kebab case
/// @param isSerious whether a person would want it mended at once
/// @param path the file, below the folder that the agent works in where it is there
/// @param line from 1
/// @param mark the digest of what stands there, by which the place is known again when other lines moved it
/// @param claim what the agent did, as a clause whose subject is the agent, without a full stop
/// @param remedy what to do instead, as an order, without a full stop
public record Flaw(
        String rule, Side side, boolean isSerious, String path, int line, long mark, String claim, String remedy) {

    /// From where code is judged.
    public enum Side {
        /// What an attacker could use.
        SECURITY,
        /// What goes wrong unnoticed.
        RELIABILITY,
        /// What is hard to follow.
        COMPLEXITY
    }
}
