package dev.fairlead.wire.opencode;

import dev.fairlead.core.event.Origin;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.Database;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The client's database: sessions, their messages and the messages' parts, each in a table, most of a row as JSON.
///
/// Told as the exported documents of its sessions would be, the oldest session first, so that both give the same
/// events. Rows are read one after the other; never more than one message is held.
final class OpencodeDatabase implements Database {

    private static final String SESSIONS =
            "select id, parent_id, directory, version, time_created from session order by time_created, id";
    private static final String MESSAGES =
            "select id, data from message where session_id = ? order by time_created, id";
    private static final String PARTS = "select id, data from part where message_id = ? order by id";

    private final JsonReader json = JsonReader.ofAll();

    @Override
    public Set<String> tables() {
        return Set.of("session", "message", "part");
    }

    @Override
    public long tell(Connection database, String name, Audience audience) throws SQLException {
        long sessions = 0;
        OpencodeTranscript transcript = new OpencodeTranscript("opencode", name);
        try (PreparedStatement asked = database.prepareStatement(SESSIONS);
                ResultSet session = asked.executeQuery()) {
            while (session.next()) {
                sessions++;
                transcript.begin(about(session), Origin.index(0), audience);
                messages(database, session.getString("id"), transcript, audience);
            }
        }
        return sessions;
    }

    /// A session's row as the beginning of its exported document.
    private static Node.Fields about(ResultSet session) throws SQLException {
        return Node.fields(
                List.of("id", "parentID", "directory", "version", "time"),
                List.of(
                        text(session.getString("id")),
                        text(session.getString("parent_id")),
                        text(session.getString("directory")),
                        text(session.getString("version")),
                        Node.fields(
                                List.of("created"),
                                List.of(new Node.Scalar(String.valueOf(session.getLong("time_created")))))));
    }

    private static Node text(@Nullable String value) {
        return value == null ? Node.Scalar.NULL : new Node.Text(value);
    }

    private void messages(Connection database, String session, OpencodeTranscript transcript, Audience audience)
            throws SQLException {
        long index = 0;
        try (PreparedStatement asked = database.prepareStatement(MESSAGES);
                PreparedStatement parts = database.prepareStatement(PARTS)) {
            asked.setString(1, session);
            try (ResultSet message = asked.executeQuery()) {
                while (message.next()) {
                    Origin origin = Origin.index(index++);
                    Node about = row(message, "message", transcript, origin, audience);
                    parts.setString(1, message.getString("id"));
                    Node told = parts(parts, transcript, origin, audience);
                    transcript.message(Node.fields(List.of("info", "parts"), List.of(about, told)), origin, audience);
                }
            }
        }
    }

    private Node.Items parts(PreparedStatement asked, OpencodeTranscript transcript, Origin origin, Audience audience)
            throws SQLException {
        List<Node> nodes = new ArrayList<>();
        try (ResultSet part = asked.executeQuery()) {
            while (part.next()) {
                Node read = row(part, "part", transcript, origin, audience);
                if (read instanceof Node.Fields) {
                    nodes.add(read);
                }
            }
        }
        return new Node.Items(nodes);
    }

    /// The JSON of a row; what is none is said, and nothing stands in its place.
    private Node row(ResultSet row, String kind, OpencodeTranscript transcript, Origin origin, Audience audience)
            throws SQLException {
        String data = row.getString("data");
        try {
            List<Node> nodes = data == null ? List.of() : json.read(data);
            if (nodes.size() == 1 && nodes.getFirst() instanceof Node.Fields fields) {
                return fields;
            }
            transcript.unread("a row of `%s` that holds no object".formatted(kind), "", origin, audience);
        } catch (MalformedJson fault) {
            String reason = "a row of `%s`: not JSON: %s".formatted(kind, fault.getMessage());
            transcript.unread(reason, data == null ? "" : data, origin, audience);
        }
        return Node.Scalar.NULL;
    }
}
