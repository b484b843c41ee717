package dev.fairlead.cli;

import dev.fairlead.store.Retention;
import dev.fairlead.store.Store;
import dev.fairlead.store.StoreFault;
import dev.fairlead.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fairlead store`: keeps what is stored small and safe. It works while the server runs.
@Command(
        name = "store",
        mixinStandardHelpOptions = true,
        description = "Backs up what is stored, restores it, or lets go of what is old.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:done", "2:wrong usage", "3:the store or the file cannot be used"})
final class StoreCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "A JDBC URL of PostgreSQL; the file in the state folder by default."
                    + " Name and password may come from FAIRLEAD_STORE_USER and FAIRLEAD_STORE_PASSWORD.")
    private String url = "";

    @Override
    public void run() {
        throw wrong("say what to do: `backup`, `restore` or `sweep`");
    }

    /// `fairlead store backup`: writes everything to one file.
    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description = "Writes everything as of now to one file, which either kind of store can be restored from.")
    int backup(@Parameters(paramLabel = "FILE", description = "A new file.") Path file) throws IOException {
        with(store -> say("%,d rows are in `%s`".formatted(store.backup(file), file)));
        return 0;
    }

    /// `fairlead store restore`: fills an empty store.
    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Fills a store that is empty from a backup of any store.")
    int restore(@Parameters(paramLabel = "FILE", description = "A backup.") Path file) throws IOException {
        with(store -> say("%,d rows are restored".formatted(store.restore(file, _ -> {}))));
        return 0;
    }

    /// `fairlead store sweep`: lets go of sessions.
    @Command(
            name = "sweep",
            mixinStandardHelpOptions = true,
            description = "Lets go of sessions that are older, or together larger, than is said.")
    int sweep(
            @Option(
                            names = "--older-than",
                            paramLabel = "TIME",
                            defaultValue = "",
                            description = "Since their last event, such as 90d: m, h, d or w.")
                    String age,
            @Option(
                            names = "--larger-than",
                            paramLabel = "SIZE",
                            defaultValue = "",
                            description = "All events together, such as 10g: k, m or g; the longest silent go first.")
                    String size)
            throws IOException {
        if (age.isEmpty() && size.isEmpty()) {
            throw wrong("say what to let go of: `--older-than`, `--larger-than` or both");
        }
        Retention retention = new Retention(
                age.isEmpty() ? Optional.empty() : Optional.of(Amounts.age(spec, "--older-than", age)),
                size.isEmpty() ? Optional.empty() : Optional.of(Amounts.size(spec, "--larger-than", size)));
        with(store -> {
            Retention.Swept swept = store.sweep(retention, Instant.now());
            say("%,d sessions with %,d events are gone; the rest takes %,d bytes"
                    .formatted(swept.sessions(), swept.events(), swept.bytes()));
        });
        return 0;
    }

    private void with(Consumer<Store> deed) throws IOException {
        try (Store store = Store.open(settings(spec, url))) {
            deed.accept(store);
        } catch (StoreFault fault) {
            throw new IOException(fault.getMessage(), fault);
        }
    }

    /// The store that is named, or else the one in the state folder.
    static StoreSettings settings(CommandSpec spec, String url) {
        if (url.isEmpty()) {
            return StoreSettings.file(State.folder().resolve("fairlead.db"));
        }
        try {
            return new StoreSettings(url, named("FAIRLEAD_STORE_USER"), named("FAIRLEAD_STORE_PASSWORD"));
        } catch (IllegalArgumentException fault) {
            throw new ParameterException(spec.commandLine(), String.valueOf(fault.getMessage()), fault);
        }
    }

    private static Optional<String> named(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(each -> !each.isEmpty());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
