package dev.fairlead.wire.cline;

import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.Chronicle;
import dev.fairlead.wire.Chronicle.Told;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;

/// One session file of Cline. A sub-agent has a file of its own, which names the session that it works for.
final class ClineTranscript implements Transcript {

    private static final String DIRECTORY = "Working Directory: ";

    private final Chronicle chronicle;

    ClineTranscript(String agent, String name) {
        this.chronicle = new Chronicle(agent, name);
    }

    @Override
    public void hear(Node.Fields document, Origin origin, Audience audience) {
        Told told = chronicle.told(origin, audience);
        List<Node> messages = document.items("messages").nodes();
        if (!messages.isEmpty() && messages.getFirst() instanceof Node.Fields first) {
            chronicle.at(first, "ts");
        }
        Node.Fields from = document.fields("origin");
        session(document, from)
                .ifPresentOrElse(
                        id -> told.enter(id, from.text("version"), directory(document), ""), told::enterUnnamed);
        ClineCalls calls = new ClineCalls();
        int index = 0;
        for (Node each : messages) {
            Told part = told.part(index++);
            if (each instanceof Node.Fields message) {
                chronicle.at(message, "ts");
                new ClineMessage(message, calls, part).tell();
            } else {
                part.unread("a message that is no object", Node.Fields.NONE);
            }
        }
    }

    @Override
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        chronicle.unread(reason, excerpt, origin, audience);
    }

    @Override
    public void end(Audience audience) {
        chronicle.end(audience);
    }

    private static Optional<SessionId> session(Node.Fields document, Node.Fields from) {
        Optional<String> id = document.text("sessionId").filter(text -> !text.isBlank());
        Optional<String> parent = from.text("parentThreadId").filter(text -> !text.isBlank());
        Optional<String> subagent = from.text("subagent").filter(text -> !text.isBlank());
        return parent.isPresent() && subagent.or(() -> id).isPresent()
                ? Optional.of(
                        new SessionId(parent.get()).child(subagent.or(() -> id).get()))
                : id.map(SessionId::new);
    }

    /// The client writes the directory into its prompt, and nowhere else in the file.
    private static String directory(Node.Fields document) {
        String prompt = document.textOr("system_prompt", "");
        int from = prompt.indexOf(DIRECTORY);
        int to = prompt.indexOf('\n', Math.max(0, from));
        return from < 0 || to < 0 ? "" : prompt.substring(from + DIRECTORY.length(), to);
    }
}
