package dev.fairlead.wire.qwen;

import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.Chronicle;
import dev.fairlead.wire.Chronicle.Told;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.Node;
import java.util.Optional;

/// One session file of Qwen Code. A sub-agent has a file of its own, whose records name the parent's session and the
/// sub-agent.
final class QwenTranscript implements Transcript {

    private final Chronicle chronicle;

    QwenTranscript(String agent, String name) {
        this.chronicle = new Chronicle(agent, name);
    }

    @Override
    public void hear(Node.Fields record, Origin origin, Audience audience) {
        Told told = chronicle.told(origin, audience);
        chronicle.at(record.textOr("timestamp", ""));
        Optional<SessionId> session =
                record.text("sessionId").filter(id -> !id.isBlank()).map(SessionId::new);
        Optional<String> subagent = record.text("agentId").filter(id -> record.isTrue("isSidechain") && !id.isBlank());
        session.map(parent -> subagent.map(parent::child).orElse(parent))
                .ifPresentOrElse(
                        id -> told.enter(
                                id, record.text("version"), record.textOr("cwd", ""), record.textOr("gitBranch", "")),
                        told::enterUnnamed);
        new QwenRecord(record, told).tell();
    }

    @Override
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        chronicle.unread(reason, excerpt, origin, audience);
    }

    @Override
    public void end(Audience audience) {
        chronicle.end(audience);
    }
}
