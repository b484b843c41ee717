package dev.fairlead.cli.connect;

import java.util.List;

/// How one agent is wired to Fairlead. A door: a new agent is a new connector in the catalogue.
public interface Connector {

    /// The agent's name in contracts, the same as its dialect's.
    String agent();

    /// The agent's name for people.
    String title();

    /// The agent's command.
    String program();

    /// What a connection needs, in the order in which it is to be written.
    List<Part> parts(Place place, WhenDown whenDown);

    /// What a person should know about this agent's hooks, a sentence each, in the order of weight.
    List<String> remarks(Place place);
}
