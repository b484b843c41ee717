package dev.fairlead.core.secret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A line of a catalogue: keys that look alike and belong to one provider.
///
/// @param rule the id of the rule
/// @param provider whose keys these are
/// @param names parts of names that tell of the provider; empty where the shape alone tells
/// @param shape how the keys look
/// @param leastEntropy bits for each character that random text of this length has at least; 0 where the shape alone
///     decides, because it is narrow or because the provider's own examples are taken for keys
/// @param isOnly whether a value beside such a name that looks otherwise is no key at all
record Family(String rule, String provider, List<String> names, Shape shape, double leastEntropy, boolean isOnly) {

    private static final double USUAL_ENTROPY = 1.9;

    Family {
        names = List.copyOf(names);
    }

    /// The families of a table: one on each line, its cells parted by bars.
    static List<Family> table(String text) {
        List<Family> families = new ArrayList<>();
        for (String line : text.lines().toList()) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", 5)).map(String::strip).toList();
            String judged = cells.get(4);
            families.add(new Family(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2).isEmpty() ? List.of() : List.of(cells.get(2).split(", ", -1)),
                    Shape.of(cells.get(3)),
                    judged.isEmpty() || judged.equals("only") ? USUAL_ENTROPY : Double.parseDouble(judged),
                    judged.equals("only")));
        }
        return List.copyOf(families);
    }

    /// Whether what has the shape is a key, and not an example of one.
    boolean isKey(CharSequence text, int from, int to) {
        if (leastEntropy == 0) {
            return !endsAsExample(text, to);
        }
        String body = text.subSequence(from + shape.head(), to).toString();
        return Values.entropy(body) >= leastEntropy
                && !(shape.expectsDigits() && !Values.hasDigit(body))
                && !Values.isPublished(body)
                && !endsAsExample(text, to);
    }

    private static boolean endsAsExample(CharSequence text, int to) {
        String example = "EXAMPLE";
        int from = to - example.length();
        return from >= 0 && text.subSequence(from, to).toString().equals(example);
    }
}
