package dev.fairlead.server;

import dev.fairlead.store.Retention;
import dev.fairlead.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How the server runs.
///
/// @param state the folder in which it keeps tokens, the journal and the embedded store
/// @param home the person's own folder
/// @param root the folder `/`, below which the organisation's policy lies
/// @param port where it listens on the loopback address; 0 takes any that is free
/// @param store where events are kept
/// @param hold how long a hook is held open while a person decides; agents give up after 600 seconds
/// @param patience how long an approval waits for a person in all
/// @param shadowShare the share of sessions, from 0 to 1, that are told nothing, for comparison
/// @param redacts whether secrets are taken out of what is stored
/// @param person whose agents these are
/// @param retention how long, and how much, is kept
/// @param receivers who is told of approvals that wait, high findings and switches
public record ServerSettings(
        Path state,
        Path home,
        Path root,
        int port,
        StoreSettings store,
        Duration hold,
        Duration patience,
        double shadowShare,
        boolean redacts,
        String person,
        Retention retention,
        List<Receiver> receivers) {

    /// The port where nobody says otherwise.
    public static final int PORT = 4747;
    /// How long a hook is held where nobody says otherwise: half a minute less than agents wait.
    public static final Duration HOLD = Duration.ofSeconds(570);

    public ServerSettings {
        receivers = List.copyOf(receivers);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port %d is not from 0 to 65535".formatted(port));
        }
        if (!(shadowShare >= 0 && shadowShare <= 1)) {
            throw new IllegalArgumentException("shadow share %s is not from 0 to 1".formatted(shadowShare));
        }
    }

    /// The settings of one person's own machine.
    public static ServerSettings of(Path state, Path home, String person) {
        return new ServerSettings(
                state,
                home,
                Path.of("/"),
                PORT,
                StoreSettings.file(state.resolve("fairlead.db")),
                HOLD,
                Duration.ofHours(24),
                0,
                true,
                person,
                Retention.EVERYTHING,
                List.of());
    }

    /// The same on another port.
    public ServerSettings on(int other) {
        return new ServerSettings(
                state, home, root, other, store, hold, patience, shadowShare, redacts, person, retention, receivers);
    }
}
