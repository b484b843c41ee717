package dev.fairlead.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// The contract over the embedded store.
final class SqliteStoreTest
        implements SessionStoreContract, OversightContract, OverviewContract, SeriesContract, UpkeepContract {

    private final Path folder;
    private final Store store;

    SqliteStoreTest(@TempDir Path folder) {
        this.folder = folder;
        this.store = Store.open(StoreSettings.file(folder.resolve("deep/er/fairlead.db")));
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @AfterEach
    void close() {
        store.close();
    }
}
