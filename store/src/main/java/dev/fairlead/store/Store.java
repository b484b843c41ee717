package dev.fairlead.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/// An open store. It is the same whether SQLite or PostgreSQL lies beneath.
public final class Store implements AutoCloseable {

    private final Database database;
    private final SessionStore sessions;
    private final ApprovalStore approvals;
    private final SwitchStore switches;
    private final AuditStore audit;
    private final PeopleStore people;
    private final LabelStore labels;
    private final OverviewStore overview;
    private final SeriesStore series;

    private Store(Database database) {
        this.database = database;
        this.sessions = new SqlStore(database);
        this.approvals = new SqlApprovals(database);
        this.switches = new SqlSwitches(database);
        this.audit = new SqlAudit(database);
        this.people = new SqlPeople(database);
        this.labels = new SqlLabels(database);
        this.overview = new SqlOverview(database);
        this.series = new SqlSeries(database);
    }

    /// Opens the store, and makes or renews its tables.
    ///
    /// @throws StoreFault where that cannot be done
    public static Store open(StoreSettings settings) {
        return new Store(Database.open(settings));
    }

    /// The log, and what follows from it.
    public SessionStore sessions() {
        return sessions;
    }

    /// What people are asked.
    public ApprovalStore approvals() {
        return approvals;
    }

    /// The switches.
    public SwitchStore switches() {
        return switches;
    }

    /// Who did what to the oversight.
    public AuditStore audit() {
        return audit;
    }

    /// Who may decide beside the owner.
    public PeopleStore people() {
        return people;
    }

    /// What people say of findings, and the searches that they keep.
    public LabelStore labels() {
        return labels;
    }

    /// What the console shows of many sessions, or of one long one, at a glance.
    public OverviewStore overview() {
        return overview;
    }

    /// What agents changed in the code, over time.
    public SeriesStore series() {
        return series;
    }

    /// Lets go of what is beyond the limits.
    public Retention.Swept sweep(Retention retention, Instant now) {
        return new Sweeping(database, retention, now).sweep();
    }

    /// Writes everything as of now to one file, while others go on writing to the store.
    ///
    /// @return how many rows it holds
    /// @throws StoreFault where there is such a file already, or it cannot be written
    public long backup(Path file) {
        return Backup.write(database, file);
    }

    /// Fills this store, which must be empty, from a backup of any store.
    ///
    /// @param progress is told now and then how many rows are in
    /// @return how many rows there are
    /// @throws StoreFault where the store is not empty or the file is no whole backup, and then nothing has
    ///     changed
    public long restore(Path file, Consumer<Long> progress) {
        return Backup.read(database, file, progress);
    }

    /// Asks the database for an answer: what readiness rests on.
    ///
    /// @throws StoreFault where it gives none
    public void probe() {
        database.read(connection -> new Query("select 1").list(connection, _ -> true));
    }

    @Override
    public void close() {
        database.close();
    }
}
