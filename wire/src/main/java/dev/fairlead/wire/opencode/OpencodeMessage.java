package dev.fairlead.wire.opencode;

import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.json.Node;
import java.util.List;

/// One message: the person's, or an answer of the model with the calls it made and what came of them.
final class OpencodeMessage {

    private final Node.Fields about;
    private final List<Node> parts;
    private final OpencodeTranscript.Told told;

    OpencodeMessage(Node.Fields about, List<Node> parts, OpencodeTranscript.Told told) {
        this.about = about;
        this.parts = parts;
        this.told = told;
    }

    void tell() {
        told.at(about.fields("time").number("created").orElse(0));
        told.workplace(about.fields("path").textOr("cwd", ""));
        Tokens stated = Tokens.NONE;
        boolean said = false;
        for (Node each : parts) {
            if (each instanceof Node.Fields part) {
                said = true;
                stated = stated.plus(new OpencodePart(part, about, told).tell());
            } else {
                told.say(new Happening.Unread("a part that is no object", ""));
            }
        }
        if (!said) {
            told.note("message/" + about.textOr("role", "empty"));
        }
        rest(stated);
        if (about.get("error") instanceof Node.Fields error) {
            fault(error);
        }
    }

    /// A message states what its steps took: told is what they did not state.
    private void rest(Tokens stated) {
        Tokens left = OpencodePart.tokens(about.fields("tokens")).minus(stated);
        if (!left.equals(Tokens.NONE)) {
            told.say(new Happening.TokensUsed(about.textOr("modelID", ""), left));
        }
    }

    /// What ended an answer before its end.
    void fault(Node.Fields error) {
        String name = error.textOr("name", "error");
        if (name.equals("MessageAbortedError")) {
            told.say(new Happening.AgentInterrupted());
        } else {
            told.injected(Source.SYSTEM, name, error.fields("data").textOr("message", error.textOr("message", "")));
        }
    }
}
