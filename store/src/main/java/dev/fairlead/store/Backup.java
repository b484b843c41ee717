package dev.fairlead.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/// A whole store in one file, from SQLite or PostgreSQL and for either: lines of JSON, compressed.
///
/// The first line names the format and the version of the tables. Then each table is a line with its name
/// and columns, and a line for each row. The last line says how many rows there are, so that a file that
/// was cut is known.
final class Backup {

    /// The key of the first line; its value is the version of the format.
    static final String MARK = "fairlead-backup";

    static final int FORMAT = 1;

    static final List<String> TABLES = List.of(
            "sessions",
            "events",
            "findings",
            "interventions",
            "decisions",
            "approvals",
            "approval_votes",
            "grants",
            "switches",
            "audit",
            "people",
            "labels",
            "views",
            "code_changes");

    private static final int ROWS_AT_ONCE = 500;

    private final Writer target;
    private long rows;

    private Backup(Writer target) {
        this.target = target;
    }

    /// Writes everything as of now.
    ///
    /// @return how many rows there are
    static long write(Database database, Path file) {
        if (Files.exists(file)) {
            throw new StoreFault("there is a file `%s` already; name another, or move it away".formatted(file));
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            long rows = database.snapshot(connection -> writeTo(connection, part, file));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } catch (IOException fault) {
            throw unwritable(file, fault);
        } finally {
            discard(part);
        }
    }

    private static StoreFault unwritable(Path file, IOException fault) {
        return new StoreFault(
                "the backup `%s` cannot be written: %s; free space there, or name another place"
                        .formatted(file, Faults.words(fault)),
                fault);
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException _) {
            // What is left over of a backup that failed is begun afresh by the next.
        }
    }

    private static long writeTo(Connection connection, Path part, Path file) throws SQLException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(part, options, Folders.ownersOnly(part))) {
            GZIPOutputStream compressed = new GZIPOutputStream(Channels.newOutputStream(channel), 1 << 16);
            Writer text = new BufferedWriter(new OutputStreamWriter(compressed, StandardCharsets.UTF_8), 1 << 16);
            Backup backup = new Backup(text);
            backup.head();
            for (String table : TABLES) {
                backup.table(connection, table);
            }
            backup.line(
                    Texts.json(json -> json.object().number("rows", backup.rows).endObject()));
            text.flush();
            compressed.finish();
            channel.force(true);
            return backup.rows;
        } catch (IOException fault) {
            throw unwritable(file, fault);
        }
    }

    private void head() throws IOException {
        line(Texts.json(json -> json.object()
                .number(MARK, FORMAT)
                .text("schema", Migrations.LATEST)
                .endObject()));
    }

    private void table(Connection connection, String table) throws SQLException, IOException {
        try (PreparedStatement asked = connection.prepareStatement("select * from " + table)) {
            asked.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet set = asked.executeQuery()) {
                List<String> columns = columns(set.getMetaData());
                line(Texts.json(json -> {
                    json.object().text("table", table).array("columns");
                    columns.forEach(json::item);
                    json.endArray().endObject();
                }));
                while (set.next()) {
                    row(set, columns.size());
                }
            }
        }
    }

    private static List<String> columns(ResultSetMetaData data) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            columns.add(data.getColumnName(i));
        }
        return columns;
    }

    private void row(ResultSet set, int columns) throws SQLException, IOException {
        List<Object> values = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
            values.add(set.getObject(i));
        }
        line(BackupLine.of(values));
        rows++;
    }

    private void line(String json) throws IOException {
        target.write(json);
        target.write('\n');
    }

    /// Fills an empty store.
    ///
    /// @return how many rows there are
    static long read(Database database, Path file, Consumer<Long> progress) {
        return database.write(connection -> Restoring.read(connection, file, progress));
    }
}
