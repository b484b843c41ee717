package dev.fairlead.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/// The database beneath the store, with its connections.
///
/// SQLite lets one connection write at a time, and those who wait for it outside would wait in naps of its
/// own making: so writers queue here, in order.
final class Database implements AutoCloseable {

    private static final int PATIENCE = 5_000;
    private static final int CONNECTIONS = 4;

    /// The pool and Flyway tell of every step; where the JDK's logging hears them, only what is wrong is of
    /// interest.
    private static final List<Logger> TOLD_LESS =
            List.of(Logger.getLogger("com.zaxxer.hikari"), Logger.getLogger("org.flywaydb"));

    static {
        TOLD_LESS.forEach(each -> each.setLevel(Level.SEVERE));
    }

    private final StoreSettings settings;
    private final HikariDataSource pool;
    private final ReentrantLock writing = new ReentrantLock(true);

    private Database(StoreSettings settings, HikariDataSource pool) {
        this.settings = settings;
        this.pool = pool;
    }

    /// What is done with a connection.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /// Opens the database and brings its tables up to date.
    ///
    /// @throws StoreFault where either cannot be done
    static Database open(StoreSettings settings) {
        if (settings.isEmbedded()) {
            prepare(settings);
        }
        try {
            Database opened = new Database(settings, new HikariDataSource(config(settings)));
            try {
                Migrations.apply(opened.pool, settings);
                return opened;
            } catch (RuntimeException fault) {
                opened.close();
                throw fault;
            }
        } catch (PoolInitializationException fault) {
            throw Faults.opening(settings, fault);
        }
    }

    private static HikariConfig config(StoreSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("fairlead-store");
        config.setJdbcUrl(settings.url());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE);
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        Properties properties = settings.isEmbedded() ? ofSqlite() : ofPostgres();
        config.setDataSourceProperties(properties);
        return config;
    }

    /// Every commit is forced to the disk: the journal lets go of what the store says it has.
    private static Properties ofSqlite() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(PATIENCE);
        config.setJournalSizeLimit(64 << 20);
        return config.toProperties();
    }

    private static Properties ofPostgres() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "fairlead");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    /// Makes the file, readable by its owner only, as SQLite would not; and so that space which is free can
    /// be given back, which must be said before there is any table.
    private static void prepare(StoreSettings settings) {
        Path file = settings.path();
        if (Files.exists(file)) {
            return;
        }
        try {
            Folders.makeAbove(file);
            Files.createFile(file, Folders.ownersOnly(file));
            try (Connection first = DriverManager.getConnection(settings.url());
                    Statement order = first.createStatement()) {
                order.execute("pragma auto_vacuum = incremental");
                order.execute("vacuum");
            }
        } catch (SQLException fault) {
            throw Faults.working(settings, fault);
        } catch (IOException fault) {
            throw new StoreFault(
                    "the store's file `%s` cannot be made: %s; make its folder writable, or name another file"
                            .formatted(file, Faults.words(fault)),
                    fault);
        }
    }

    /// Reads.
    <T> T read(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException fault) {
            throw Faults.working(settings, fault);
        }
    }

    /// Reads everything as of one moment, while others go on writing.
    <T> T snapshot(Work<T> work) {
        return read(connection -> {
            if (settings.isEmbedded()) {
                connection
                        .unwrap(SQLiteConnection.class)
                        .setCurrentTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
            } else {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            connection.setAutoCommit(false);
            try {
                return work.on(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                if (settings.isEmbedded()) {
                    connection
                            .unwrap(SQLiteConnection.class)
                            .setCurrentTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
                }
            }
        });
    }

    /// Writes, all of it or nothing.
    <T> T write(Work<T> work) {
        if (!settings.isEmbedded()) {
            return read(connection -> transaction(connection, work));
        }
        writing.lock();
        try {
            return read(connection -> transaction(connection, work));
        } finally {
            writing.unlock();
        }
    }

    private static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean isDone = false;
        try {
            T result = work.on(connection);
            connection.commit();
            isDone = true;
            return result;
        } finally {
            if (!isDone) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    /// Gives space that is free back to the system. PostgreSQL does that by itself.
    void shrink() {
        if (settings.isEmbedded()) {
            writing.lock();
            try {
                read(connection -> {
                    try (Statement order = connection.createStatement()) {
                        return order.executeUpdate("pragma incremental_vacuum");
                    }
                });
            } finally {
                writing.unlock();
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
