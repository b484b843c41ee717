package dev.fairlead.core.event;

/// Names one session of one agent. A sub-agent's session is named after its parent's: `parent/child`.
///
/// @param value the agent's own identifier, never blank; of a very long one the beginning and a digest
public record SessionId(String value) implements Comparable<SessionId> {

    public SessionId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("session id is blank");
        }
        value = Names.bounded(value);
    }

    /// The id of a sub-agent that works within this session.
    public SessionId child(String agent) {
        return new SessionId(value + "/" + agent);
    }

    @Override
    public int compareTo(SessionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
