package dev.fairlead.wire;

import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;

/// One agent's way of storing sessions. A door: a new agent is a new dialect in the catalogue.
public interface Dialect {

    /// The agent's name in contracts, in kebab case.
    String agent();

    /// The agent's name for people.
    String title();

    /// Where the agent keeps its sessions, relative to the person's home: folders or files. A `*` stands for any part
    /// of
    /// one name.
    List<String> places();

    /// Whether a record looks like one of this agent's. Never the file's name, always its content, decides.
    ///
    /// @param record one of the first records of the file
    boolean recognises(Node.Fields record);

    /// How its records are to be read.
    JsonReader json();

    /// Whether a file of this agent is one JSON document, not a record a line. The whole document, or each item of its
    /// outermost array, is then handed over as a record, and events carry indices as their places.
    default boolean isDocument() {
        return false;
    }

    /// How its sessions stand in a database, where the agent keeps one.
    default Optional<Database> database() {
        return Optional.empty();
    }

    /// How it tells of its work while it works, where it has hooks.
    default Optional<Hooks> hooks() {
        return Optional.empty();
    }

    /// A file that is no text, as JSON: one value, or several one after the other. Empty where it is not this agent's.
    ///
    /// @param bytes the whole file
    default Optional<byte[]> json(byte[] bytes) {
        return Optional.empty();
    }

    /// Begins to read one file.
    ///
    /// @param name the file's name without its folders and ending, for records that come before any session id
    Transcript open(String name);
}
