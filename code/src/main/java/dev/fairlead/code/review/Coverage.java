package dev.fairlead.code.review;

import dev.fairlead.code.change.FileChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    public record Share(int covered, int lines) {

        /// The share in percent; of nothing all is covered.
        public int percent() {
            return lines == 0 ? 100 : 100 * covered / lines;
        }
    }

    /// The share of the lines that changes added.
    public Share of(List<FileChange> changes) {
        int covered = 0;
        int lines = 0;
        for (FileChange change : changes) {
            Map<Integer, Boolean> known = lines(change.path());
            for (int line : change.added().numbers().toArray()) {
                Boolean isRun = known.get(line);
                lines += isRun == null ? 0 : 1;
                covered += isRun != null && isRun ? 1 : 0;
            }
        }
        return new Share(covered, lines);
    }

    /// Reports name files from a folder of their own: the longest common end decides.
    private Map<Integer, Boolean> lines(String path) {
        if (files.containsKey(path)) {
            return files.get(path);
        }
        return files.entrySet().stream()
                .filter(each ->
                        path.endsWith("/" + each.getKey()) || each.getKey().endsWith("/" + path))
                .max((one, other) ->
                        Integer.compare(one.getKey().length(), other.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(Map.of());
    }
}
