package dev.fairlead.cli.connect;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What becomes of one file.
///
/// @param before its text; empty where there is no such file
/// @param after its text; empty where the file goes
/// @param isProgram whether it is to be run
public record FileChange(Path file, Optional<String> before, Optional<String> after, boolean isProgram) {

    private static final int CONTEXT = 3;

    /// Whether nothing becomes of it.
    boolean isNone() {
        return before.equals(after);
    }

    /// The change as a unified diff.
    public List<String> diff() {
        List<String> old = before.map(FileChange::lines).orElse(List.of());
        List<String> young = after.map(FileChange::lines).orElse(List.of());
        String from = before.isPresent() ? file.toString() : "/dev/null";
        String to = after.isPresent() ? file.toString() : "/dev/null";
        return UnifiedDiffUtils.generateUnifiedDiff(from, to, old, DiffUtils.diff(old, young), CONTEXT);
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
