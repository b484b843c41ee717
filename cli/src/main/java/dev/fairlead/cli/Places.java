package dev.fairlead.cli;

import dev.fairlead.wire.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the folders and files of this machine in which an agent keeps its sessions.
final class Places {

    private Places() {}

    /// All that exist, in the order of the dialect and of their names.
    ///
    /// @param home the person's home folder
    static List<Path> of(Dialect dialect, Path home) {
        List<Path> found = new ArrayList<>();
        for (String place : dialect.places()) {
            found.addAll(of(place, home));
        }
        return found;
    }

    /// All that one place stands for.
    ///
    /// @param place relative to the home folder; a `*` stands for any part of one name
    static List<Path> of(String place, Path home) {
        List<Path> found = List.of(home);
        for (String name : place.split("/", -1)) {
            List<Path> next = new ArrayList<>();
            for (Path folder : found) {
                if (name.contains("*")) {
                    next.addAll(matching(folder, name));
                } else if (Files.exists(folder.resolve(name))) {
                    next.add(folder.resolve(name));
                }
            }
            found = next;
        }
        return found;
    }

    private static List<Path> matching(Path folder, String name) {
        Pattern pattern = Pattern.compile("\\Q" + name.replace("*", "\\E[^/]*\\Q") + "\\E");
        List<Path> matching = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    if (pattern.matcher(String.valueOf(entry.getFileName())).matches()) {
                        matching.add(entry);
                    }
                }
            } catch (IOException | UncheckedIOException unreadable) {
                return List.of(); // as good as not there
            }
        }
        matching.sort(null);
        return matching;
    }
}
