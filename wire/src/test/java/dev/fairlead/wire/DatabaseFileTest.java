package dev.fairlead.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Databases are read as the documents are that agents export from them. `tour.sql` is the database of the same
/// recording as `tour.json` and `tour-sub-agent.json`.
final class DatabaseFileTest {

    private static final String TABLES = "create table session (id, parent_id, directory, version, time_created);"
            + "create table message (id, session_id, time_created, data);"
            + "create table part (id, message_id, data);";

    @TempDir
    private Path folder;

    private static String resource(String name) throws IOException {
        try (InputStream source =
                Objects.requireNonNull(DatabaseFileTest.class.getResourceAsStream("/opencode/" + name))) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static void run(Connection database, String statements) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String each : statements.split("(?<=;)\\s*\n|(?<=;)(?=create )", -1)) {
                if (!each.isBlank()) {
                    statement.executeUpdate(each);
                }
            }
        }
    }

    private Path database(String name, String statements) throws SQLException {
        Path file = folder.resolve(name);
        try (Connection database = connect(file)) {
            run(database, statements);
        }
        return file;
    }

    private static Reading read(Path file, List<Event> events) throws IOException {
        return read(file, Optional.empty(), events);
    }

    private static Reading read(Path file, Optional<Dialect> forced, List<Event> events) throws IOException {
        try (InputStream source = Files.newInputStream(file)) {
            return new TranscriptReader("unnamed-file", forced, events::add).read(file, source);
        }
    }

    private static List<String> told(List<Event> events) {
        return events.stream()
                .map(event -> event.session() + " " + event.what())
                .toList();
    }

    @Test
    void readsADatabaseAsTheExportsOfItsSessions() throws IOException, SQLException {
        Path file = database("tour.db", resource("tour.sql"));
        List<Event> exported = new ArrayList<>();
        for (String name : List.of("tour", "tour-sub-agent")) {
            Sample sample = Sample.documents().stream()
                    .filter(each -> each.toString().equals("opencode/" + name + ".json"))
                    .findFirst()
                    .orElseThrow();
            exported.addAll(sample.heard().events());
        }
        List<Event> events = new ArrayList<>();

        Reading reading = read(file, events);

        assertThat(events).isEqualTo(exported);
        assertThat(reading)
                .isEqualTo(new Reading.Understood(Dialects.of("opencode").orElseThrow(), 2, Files.size(file)));
    }

    @Test
    void leavesNothingBehindBesideADatabaseAtRest() throws IOException, SQLException {
        Path file = database("at rest, 50% & more?#.db", resource("tour.sql"));
        byte[] before = Files.readAllBytes(file);

        read(file, new ArrayList<>());

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void readsWhatAnAgentAtWorkHasWrittenSoFar() throws IOException, SQLException {
        Path file = folder.resolve("at-work.db");
        List<Event> events = new ArrayList<>();
        try (Connection agent = connect(file)) {
            try (Statement statement = agent.createStatement()) {
                statement.execute("pragma journal_mode = wal");
            }
            run(agent, TABLES);
            run(agent, "insert into session values ('ses_1', null, '/work', '1.0', 1);");
            run(agent, "insert into message values ('m1', 'ses_1', 2, '{\"role\":\"user\"}');");
            run(agent, "insert into part values ('p1', 'm1', '{\"type\":\"text\",\"text\":\"hello\"}');");

            read(file, events);
        }

        assertThat(events).extracting(Event::what).contains(new Happening.TaskGiven("hello", 0));
    }

    @Test
    void saysWhichRowsItDoesNotUnderstandAndGoesOn() throws IOException, SQLException {
        Path file = database("broken-rows.db", TABLES + """

                insert into session values (null, null, null, null, null);
                insert into session values ('ses_1', '', null, null, 'soon');
                insert into message values ('m1', 'ses_1', 1, 'no JSON');
                insert into message values ('m2', 'ses_1', 2, null);
                insert into message values ('m3', 'ses_1', 3, '{"role":"assistant"}');
                insert into part values ('p1', 'm3', '[1]');
                insert into part values ('p2', 'm3', '{"type":"text","text":"I look."}');
                """);
        List<Event> events = new ArrayList<>();

        read(file, events);

        assertThat(told(events))
                .containsExactly(
                        "unnamed-file SessionStarted[agent=opencode, version=Optional.empty, directory=Optional.empty,"
                                + " branch=Optional.empty]",
                        "ses_1 SessionStarted[agent=opencode, version=Optional.empty, directory=Optional.empty,"
                                + " branch=Optional.empty]",
                        "ses_1 Unread[reason=a row of `message`: not JSON: Unrecognized token 'no': was expecting (JSON"
                                + " String, Number, Array, Object or token 'null', 'true' or 'false'),"
                                + " excerpt=no JSON]",
                        "ses_1 Noted[kind=message/empty]",
                        "ses_1 Unread[reason=a row of `message` that holds no object, excerpt=]",
                        "ses_1 Noted[kind=message/empty]",
                        "ses_1 Unread[reason=a row of `part` that holds no object, excerpt=]",
                        "ses_1 AgentSpoke[text=I look.]");
    }

    @Test
    void doesNotUnderstandADatabaseOfSomebodyElse() throws IOException, SQLException {
        Path file = database("other.db", "create table session (id);");
        Path own = database("own.db", TABLES);
        String reason = "it is a database without the tables of a known agent";

        assertThat(read(file, new ArrayList<>())).isEqualTo(new Reading.NotUnderstood(reason, Files.size(file)));
        assertThat(read(own, Dialects.of("codex"), new ArrayList<>()))
                .isEqualTo(new Reading.NotUnderstood(reason, Files.size(own)));
    }

    @Test
    void failsOnAFileThatOnlyBeginsLikeADatabase() throws IOException {
        Path file = folder.resolve("torn.db");
        byte[] bytes = Arrays.copyOf("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII), 5_000);
        Files.write(file, bytes);

        assertThatThrownBy(() -> read(file, new ArrayList<>()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("a database: ");
    }

    @Test
    void readsAFileThatIsNoDatabaseFromItsStream() throws IOException {
        Path file = Files.writeString(folder.resolve("words"), "words");

        assertThat(read(file, new ArrayList<>()))
                .isEqualTo(new Reading.NotUnderstood("none of its lines is a record of a known agent", 5));
    }
}
