package dev.fairlead.server;

/// What the server says of its own work. Nothing that an agent, a tool or a person wrote goes here, beside names.
@FunctionalInterface
public interface ServerLog {

    /// Something that a person should know of, in words.
    void notice(String message);

    /// A hook was answered with more than silence.
    ///
    /// @param answer `refused`, `ended`, `rewritten`, `guided` or `sent-back`
    /// @param milliseconds from the payload's last byte to the answer, with the time that a person took
    default void answered(String agent, String session, String moment, String answer, double milliseconds) {}
}
