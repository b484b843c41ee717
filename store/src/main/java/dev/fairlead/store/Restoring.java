package dev.fairlead.store;

import dev.fairlead.wire.json.Node;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// A backup on its way into an empty store, within one transaction.
final class Restoring {

    private static final int ROWS_AT_ONCE = 200;
    private static final int ROWS_A_REPORT = 10_000;

    private final Connection connection;
    private final Path file;
    private final Consumer<Long> progress;
    private Optional<PreparedStatement> insert = Optional.empty();
    private int columns;
    private int waiting;
    private long rows;
    private long rowsSaid = -1;

    private Restoring(Connection connection, Path file, Consumer<Long> progress) {
        this.connection = connection;
        this.file = file;
        this.progress = progress;
    }

    static long read(Connection connection, Path file, Consumer<Long> progress) throws SQLException {
        Restoring restoring = new Restoring(connection, file, progress);
        restoring.refuseUnlessEmpty();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            restoring.readAll(lines);
        } catch (ZipException | EOFException fault) {
            throw restoring.broken("it is cut off or damaged", fault);
        } catch (IOException fault) {
            throw new StoreFault(
                    "the backup `%s` cannot be read: %s; name one that can".formatted(file, Faults.words(fault)),
                    fault);
        } finally {
            restoring.end();
        }
        return restoring.rows;
    }

    private void refuseUnlessEmpty() throws SQLException {
        for (String table : Backup.TABLES) {
            if (new Query("select 1 from " + table + " limit 1")
                    .first(connection, _ -> true)
                    .isPresent()) {
                throw new StoreFault(
                        "the store is not empty: restore into a new one, or move the old one's file away first");
            }
        }
    }

    private void readAll(BufferedReader lines) throws IOException, SQLException {
        head(lines.readLine());
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            switch (BackupLine.read(line).orElseThrow(() -> broken("a line is no JSON"))) {
                case Node.Items row -> add(row);
                case Node.Fields fields when fields.has("table") -> begin(fields);
                case Node.Fields fields
                when fields.has("rows") -> rowsSaid = fields.number("rows").orElse(-1);
                default -> throw broken("a line is neither a table nor a row");
            }
        }
        end();
        if (rowsSaid != rows) {
            throw broken("it is cut off: it holds %d rows of %s".formatted(rows, rowsSaid < 0 ? "more" : rowsSaid));
        }
        progress.accept(rows);
    }

    private void head(@Nullable String line) {
        Optional<Node> head = line == null ? Optional.empty() : BackupLine.read(line);
        if (!(head.orElse(Node.Fields.NONE) instanceof Node.Fields fields) || !fields.has(Backup.MARK)) {
            throw broken("it is no backup of Fairlead");
        }
        if (fields.number(Backup.MARK).orElse(0) != Backup.FORMAT
                || !fields.textOr("schema", "").equals(Migrations.LATEST)) {
            throw broken("it is of another version of Fairlead; restore it with that one");
        }
    }

    private void begin(Node.Fields fields) throws SQLException {
        end();
        String table = fields.textOr("table", "");
        List<String> names = fields.items("columns").nodes().stream()
                .map(each -> each instanceof Node.Text text ? text.value() : "")
                .toList();
        if (!Backup.TABLES.contains(table) || !names.stream().allMatch(each -> each.matches("[a-z_]+"))) {
            throw broken("it holds an unknown table");
        }
        columns = names.size();
        String marks = "?" + ", ?".repeat(Math.max(0, columns - 1));
        insert = Optional.of(connection.prepareStatement(
                "insert into %s (%s) values (%s)".formatted(table, String.join(", ", names), marks)));
    }

    private void add(Node.Items items) throws SQLException {
        PreparedStatement into = insert.orElseThrow(() -> broken("a row stands before any table"));
        List<Object> row = BackupLine.row(items);
        if (row.size() != columns) {
            throw broken("a row has %d columns of %d".formatted(row.size(), columns));
        }
        Query.fill(into, row.toArray());
        into.addBatch();
        waiting++;
        rows++;
        if (waiting == ROWS_AT_ONCE) {
            flush(into);
        }
        if (rows % ROWS_A_REPORT == 0) {
            progress.accept(rows);
        }
    }

    private void flush(PreparedStatement into) throws SQLException {
        into.executeBatch();
        waiting = 0;
    }

    private void end() throws SQLException {
        if (insert.isPresent()) {
            PreparedStatement into = insert.get();
            insert = Optional.empty();
            try (into) {
                if (waiting > 0) {
                    flush(into);
                }
            }
        }
    }

    private StoreFault broken(String what) {
        return broken(what, new IllegalArgumentException(what));
    }

    private StoreFault broken(String what, Exception cause) {
        return new StoreFault("the backup `%s` cannot be restored: %s".formatted(file, what), cause);
    }
}
