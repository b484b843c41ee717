package dev.fairlead.server;

import dev.fairlead.code.change.EditedFile;
import dev.fairlead.code.change.FileChange;
import dev.fairlead.code.syntax.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The texts of files that agents edit, read from disk, and what they were when they were read last: an agent that
/// writes a whole file anew does not say what it held.
///
/// Made for one thread.
final class EditedTexts {

    /// The most characters that are remembered.
    static final int MOST = 4 << 20;

    private final Map<Path, String> last = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    /// What a call did to a file.
    ///
    /// @param place the folder that the agent works in
    FileChange change(EditedFile file, String place) {
        Optional<Path> path = path(file.path(), place);
        Optional<String> earlier = path.flatMap(each -> Optional.ofNullable(last.get(each)));
        Optional<String> now = path.flatMap(EditedTexts::text);
        path.ifPresent(each -> now.ifPresent(text -> remember(each, text)));
        return file.change(shown(file.path(), place), now, earlier);
    }

    /// The text of a file that was told under a path; empty where it cannot be read.
    Optional<String> read(String shown, String place) {
        return path(shown, place).flatMap(EditedTexts::text);
    }

    /// Whether a file is gone from a folder that is there.
    boolean isDeleted(String shown, String place) {
        return path(shown, place)
                .filter(each -> Files.notExists(each))
                .flatMap(each -> Optional.ofNullable(each.getParent()))
                .filter(Files::isDirectory)
                .isPresent();
    }

    /// A path as it is told: below the agent's folder where it is there.
    String shown(String named, String place) {
        return path(named, place)
                .filter(each -> !place.isEmpty() && each.startsWith(Path.of(place)))
                .map(each -> Path.of(place).relativize(each).toString().replace('\\', '/'))
                .orElse(named);
    }

    private static Optional<Path> path(String named, String place) {
        try {
            Path path = Path.of(place).resolve(named).normalize();
            return path.isAbsolute() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException unusual) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Path path) {
        try {
            return Files.isRegularFile(path) && Files.size(path) <= Parser.LARGEST
                    ? Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException | SecurityException unreadable) {
            return Optional.empty();
        }
    }

    private void remember(Path path, String text) {
        String before = last.put(path, text);
        held += text.length() - (before == null ? 0 : before.length());
        for (Iterator<String> each = last.values().iterator(); held > MOST && each.hasNext(); ) {
            held -= each.next().length();
            each.remove();
        }
    }
}
