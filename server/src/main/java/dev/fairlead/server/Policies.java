package dev.fairlead.server;

import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Level;
import dev.fairlead.policy.LoadedPolicy;
import dev.fairlead.policy.PolicyPlaces;
import dev.fairlead.policy.StandingPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The policy in force in each workspace: the organisation's, the repository's and the person's together.
///
/// Files are read when a workspace is first met and again by [#refresh], never while a hook waits for anything else.
final class Policies {

    /// The most workspaces whose policies are kept; of more, the one asked for least recently is read again.
    static final int MOST = 512;

    private final Path root;
    private final Path home;
    private final Consumer<String> notices;
    private final Map<String, InForce> known = new LinkedHashMap<>(16, 0.75f, true);

    Policies(Path root, Path home, Consumer<String> notices) {
        this.root = root;
        this.home = home;
        this.notices = notices;
    }

    /// A policy with its gate.
    ///
    /// @param stamps when its files were last changed
    private record InForce(StandingPolicy standing, List<String> stamps, Gate gate) {}

    /// The gate of a workspace.
    ///
    /// @param workspace empty where nobody knows
    synchronized Gate gate(String workspace) {
        InForce inForce = known.get(workspace);
        if (inForce == null) {
            List<String> stamps = stamps(places(workspace));
            StandingPolicy standing = new StandingPolicy(places(workspace));
            LoadedPolicy loaded = standing.inForce();
            loaded.notices().forEach(notice -> notices.accept(where(workspace) + notice));
            inForce = new InForce(standing, stamps, Gate.over(loaded.policy()));
            known.put(workspace, inForce);
            if (known.size() > MOST) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return inForce.gate();
    }

    /// The files that the policy of a workspace is read from.
    Map<Level, Path> places(String workspace) {
        return PolicyPlaces.usual(root, folder(workspace), home);
    }

    /// A workspace that no file system can name has no policy of its own: agents write what they like.
    private Path folder(String workspace) {
        try {
            return workspace.isEmpty() ? home : Path.of(workspace);
        } catch (InvalidPathException fault) {
            return home;
        }
    }

    /// Reads the files of every known workspace again that have changed.
    void refresh() {
        List<Map.Entry<String, InForce>> all;
        synchronized (this) {
            all = new ArrayList<>(known.entrySet());
        }
        for (Map.Entry<String, InForce> each : all) {
            String workspace = each.getKey();
            List<String> stamps = stamps(places(workspace));
            if (!stamps.equals(each.getValue().stamps())) {
                StandingPolicy standing = each.getValue().standing();
                LoadedPolicy loaded = standing.reload();
                loaded.notices().forEach(notice -> notices.accept(where(workspace) + notice));
                notices.accept("%spolicy %s is in force"
                        .formatted(where(workspace), loaded.policy().digest()));
                synchronized (this) {
                    known.put(workspace, new InForce(standing, stamps, Gate.over(loaded.policy())));
                }
            }
        }
    }

    private static List<String> stamps(Map<Level, Path> places) {
        List<String> stamps = new ArrayList<>();
        for (Path file : places.values()) {
            try {
                stamps.add(Files.getLastModifiedTime(file) + " " + Files.size(file));
            } catch (IOException absent) {
                stamps.add("absent");
            }
        }
        return stamps;
    }

    private static String where(String workspace) {
        return workspace.isEmpty() ? "" : "in `%s`: ".formatted(workspace);
    }
}
