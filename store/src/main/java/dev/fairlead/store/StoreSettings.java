package dev.fairlead.store;

import java.nio.file.Path;
import java.util.Optional;

/// Where the store is.
///
/// @param url a JDBC URL of SQLite or PostgreSQL
/// @param user to sign in with, where the URL does not say
/// @param password to sign in with, where the URL does not say; never part of a message
public record StoreSettings(String url, Optional<String> user, Optional<String> password) {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRES = "jdbc:postgresql:";

    public StoreSettings {
        if (!url.startsWith(SQLITE) && !url.startsWith(POSTGRES)) {
            throw new IllegalArgumentException(
                    "the store's address is neither a file nor `jdbc:postgresql://host/database`; say one of the two");
        }
    }

    /// The embedded store: one file of SQLite, which is made where there is none.
    public static StoreSettings file(Path file) {
        return of(SQLITE + file.toAbsolutePath());
    }

    /// A store at a JDBC URL.
    public static StoreSettings of(String url) {
        return new StoreSettings(url, Optional.empty(), Optional.empty());
    }

    /// Whether it is the embedded one.
    boolean isEmbedded() {
        return url.startsWith(SQLITE);
    }

    /// The file of the embedded one.
    Path path() {
        int question = url.indexOf('?');
        String place = url.substring(SQLITE.length(), question < 0 ? url.length() : question);
        return Path.of(place.startsWith("file:") ? place.substring("file:".length()) : place);
    }

    /// Without the password, and without what stands behind the question mark of the URL, where one may be.
    @Override
    public String toString() {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }
}
