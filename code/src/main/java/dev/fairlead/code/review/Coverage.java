package dev.fairlead.code.review;

import dev.fairlead.code.change.FileChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which lines tests run.
///
/// @param files by path as the report names them: of each line that can be run, whether it was
public record Coverage(Map<String, Map<Integer, Boolean>> files) {

    public Coverage {
        Map<String, Map<Integer, Boolean>> copy = new HashMap<>();
        files.forEach((path, lines) -> copy.put(path, Map.copyOf(lines)));
        files = Map.copyOf(copy);
    }

    /// How many of some lines can be run, and how many were.
    ///
    /// @param isKnown whether the report names any of the files
    public record Share(int covered, int lines, boolean isKnown) {

        /// The share in percent; of nothing all is covered.
        public int percent() {
            return lines == 0 ? 100 : 100 * covered / lines;
        }
    }

    /// The share of the lines that changes added.
    public Share of(List<FileChange> changes) {
        int covered = 0;
        int lines = 0;
        boolean isKnown = changes.isEmpty();
        for (FileChange change : changes) {
            Optional<Map<Integer, Boolean>> named = lines(change.path());
            isKnown |= named.isPresent();
            Map<Integer, Boolean> known = named.orElse(Map.of());
            for (int line : change.added().numbers().toArray()) {
                Boolean isRun = known.get(line);
                lines += isRun == null ? 0 : 1;
                covered += isRun != null && isRun ? 1 : 0;
            }
        }
        return new Share(covered, lines, isKnown);
    }

    /// Reports name files from a folder of their own: the longest common end decides.
    private Optional<Map<Integer, Boolean>> lines(String path) {
        if (files.containsKey(path)) {
            return Optional.of(files.get(path));
        }
        return files.entrySet().stream()
                .filter(each ->
                        path.endsWith("/" + each.getKey()) || each.getKey().endsWith("/" + path))
                .max((one, other) ->
                        Integer.compare(one.getKey().length(), other.getKey().length()))
                .map(Map.Entry::getValue);
    }
}
