package dev.fairlead.core.event;

/// Joins a tool call with its result: the agent's own call id or, where an agent has none, one that its dialect
/// made from the order of calls.
///
/// @param value never blank; of a very long one the beginning and a digest
public record CallId(String value) {

    public CallId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("call id is blank");
        }
        value = Names.bounded(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
