package dev.fairlead.core.effect;

/// Where text came from, as far as it matters to whoever runs or sends it.
public enum Taint {
    /// From another machine.
    REMOTE,
    /// From a decoder or an archive, so that nobody could read it in the command.
    DECODED,
    /// Put together to more than is followed.
    UNREAD,
    /// From a file or a store of secrets.
    SECRET
}
