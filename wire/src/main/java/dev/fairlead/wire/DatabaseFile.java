package dev.fairlead.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteConfig;

/// A file that is an SQLite database, known by its first bytes.
///
/// It is opened for reading only. Where the agent is not at work, so that no log of changes lies beside the file, not
/// even the files are made by which readers and writers keep apart.
final class DatabaseFile {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PATIENCE = 2_000;

    private final Path file;
    private final String name;

    DatabaseFile(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /// Whether a file is a database.
    ///
    /// @throws IOException where it cannot be opened
    static boolean isOne(Path file) throws IOException {
        try (InputStream source = Files.newInputStream(file)) {
            return Arrays.equals(source.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /// Tells its sessions, if an agent keeps them so.
    ///
    /// @param forced the only dialect to ask, empty to ask all
    /// @throws IOException where the database cannot be read
    Reading read(Optional<Dialect> forced, Audience audience) throws IOException {
        long bytes = Files.size(file);
        try (Connection database = open()) {
            Set<String> tables = tables(database);
            List<Dialect> asked = forced.map(List::of).orElseGet(Dialects::all);
            for (Dialect each : asked) {
                Optional<Database> own = each.database().filter(known -> tables.containsAll(known.tables()));
                if (own.isPresent()) {
                    return new Reading.Understood(each, own.get().tell(database, name, audience), bytes);
                }
            }
            return new Reading.NotUnderstood("it is a database without the tables of a known agent", bytes);
        } catch (SQLException fault) {
            throw new IOException("a database: " + fault.getMessage(), fault);
        }
    }

    private Connection open() throws SQLException, IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        boolean isAtRest = !Files.exists(log) || Files.size(log) == 0;
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(PATIENCE);
        String place = file.toAbsolutePath().toUri().getRawPath();
        return config.createConnection("jdbc:sqlite:file:" + place + (isAtRest ? "?immutable=1" : "?mode=ro"));
    }

    private static Set<String> tables(Connection database) throws SQLException {
        Set<String> names = new HashSet<>();
        try (PreparedStatement asked =
                        database.prepareStatement("select name from sqlite_master where type = 'table'");
                ResultSet rows = asked.executeQuery()) {
            while (rows.next()) {
                names.add(String.valueOf(rows.getString(1)));
            }
        }
        return names;
    }
}
