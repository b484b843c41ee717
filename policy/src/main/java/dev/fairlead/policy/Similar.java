package dev.fairlead.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Names that somebody may have meant.
final class Similar {

    private Similar() {}

    /// A question after the nearest name; empty where none is near.
    static String hint(String name, Collection<String> names) {
        return names.stream()
                .filter(each -> distance(name, each) <= Math.max(2, name.length() / 3))
                .min(Comparator.<String>comparingInt(each -> distance(name, each))
                        .thenComparing(each -> each))
                .map("; did you mean `%s`?"::formatted)
                .orElse("");
    }

    /// Words to choose from, as a person would name them.
    static String choice(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    /// How many letters must be put in, taken out or changed (Levenshtein).
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
