package dev.fairlead.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteException;

/// What went wrong beneath the store, in words that say what to do.
final class Faults {

    private Faults() {}

    /// The store cannot be opened.
    static StoreFault opening(StoreSettings settings, RuntimeException fault) {
        Optional<SQLException> cause = cause(fault);
        String seen = cause.map(Faults::seen).orElseGet(() -> String.valueOf(fault.getMessage()));
        String advice = cause.map(each -> advice(settings, each)).orElse("see whether the database answers others");
        return new StoreFault("the store at `%s` cannot be opened: %s; %s".formatted(settings, seen, advice), fault);
    }

    /// The store failed at work.
    static StoreFault working(StoreSettings settings, SQLException fault) {
        String message = "the store at `%s` failed: %s; %s".formatted(settings, seen(fault), advice(settings, fault));
        return isRefusal(rooted(fault)) ? StoreFault.refusal(message, fault) : new StoreFault(message, fault);
    }

    /// Whether a database objects to what it was given, and not to the hour.
    private static boolean isRefusal(SQLException fault) {
        if (fault instanceof SQLiteException lite) {
            return switch (lite.getResultCode()) {
                case SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_RANGE -> true;
                default -> lite.getResultCode().name().startsWith("SQLITE_CONSTRAINT");
            };
        }
        String state = String.valueOf(fault.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    /// What a file system says, in words.
    static String words(IOException fault) {
        return switch (fault) {
            case AccessDeniedException _ -> "access is denied";
            case NoSuchFileException _ -> "it does not exist";
            case FileAlreadyExistsException _ -> "a file stands where a folder should be";
            case FileSystemException other when other.getReason() != null -> String.valueOf(other.getReason());
            default -> String.valueOf(fault.getMessage());
        };
    }

    private static Optional<SQLException> cause(Throwable fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof SQLException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static String seen(SQLException fault) {
        String message = String.valueOf(fault.getMessage()).strip();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static String advice(StoreSettings settings, SQLException fault) {
        SQLException root = rooted(fault);
        return root instanceof SQLiteException lite
                ? ofSqlite(settings, lite)
                : ofPostgres(String.valueOf(root.getSQLState()));
    }

    /// A pool that waited in vain says so itself; why it did is beneath.
    private static SQLException rooted(SQLException fault) {
        SQLException root = fault;
        for (Throwable each = fault.getCause(); each != null; each = each.getCause()) {
            if (each instanceof SQLException deeper) {
                root = deeper;
            }
        }
        return root;
    }

    private static String ofSqlite(StoreSettings settings, SQLiteException fault) {
        return switch (fault.getResultCode()) {
            case SQLITE_NOTADB -> "the file is no database: move it away, or name another file, and start again";
            case SQLITE_CORRUPT, SQLITE_CORRUPT_INDEX, SQLITE_CORRUPT_SEQUENCE, SQLITE_CORRUPT_VTAB ->
                "the file is damaged: move it away, start again, and restore the last backup";
            case SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC ->
                "free space on the disk of `%s`; what comes until then waits in the journal".formatted(settings.path());
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY_DIRECTORY, SQLITE_READONLY_DBMOVED ->
                "let this user read and write the file and its folder";
            case SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED ->
                "another program holds the file locked: close it, or wait";
            default -> "see whether the file and its disk are sound";
        };
    }

    private static String ofPostgres(String state) {
        return switch (state) {
            case "08001", "08006", "08004" -> "see whether the server runs, and that host and port are right";
            case "28P01", "28000" -> "see whether user and password are right, and may come from this machine";
            case "3D000" -> "create the database, or name one that is there";
            case "42501" -> "let this user create and change tables in the schema";
            case "53300" -> "let the server take more connections, or close some";
            case "53100", "58030" -> "free space on the server's disk";
            case "25006" -> "name a server that takes writes; this one only reads";
            case "40001", "40P01", "57014" -> "others changed the same at once; it is tried again";
            default -> "see the server's log";
        };
    }
}
