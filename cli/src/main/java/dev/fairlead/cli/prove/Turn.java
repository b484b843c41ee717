package dev.fairlead.cli.prove;

import dev.fairlead.wire.json.Node;
import java.util.Optional;

/// What the scripted model answers to one request.
///
/// @param text its words; empty for none
/// @param call the tool that it calls
public record Turn(String text, Optional<Call> call) {

    /// A tool call.
    ///
    /// @param family the group of tools that an agent keeps it in; empty mostly
    public record Call(String family, String tool, Node.Fields arguments) {}

    /// Words that end the work.
    public static Turn says(String text) {
        return new Turn(text, Optional.empty());
    }

    /// A tool call.
    public static Turn calls(String tool, Node.Fields arguments) {
        return new Turn("", Optional.of(new Call("", tool, arguments)));
    }

    /// The call of a tool that an agent keeps in a group.
    public static Turn calls(String family, String tool, Node.Fields arguments) {
        return new Turn("", Optional.of(new Call(family, tool, arguments)));
    }
}
