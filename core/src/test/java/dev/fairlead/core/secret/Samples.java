package dev.fairlead.core.secret;

import java.util.Random;

/// Keys made by chance to a shape, so that none stands in the repository.
final class Samples {

    private Samples() {}

    /// A key of the shape, its runs as short as they may be.
    static String of(Shape shape, Random random) {
        String notation = shape.toString();
        StringBuilder sample = new StringBuilder();
        int at = 0;
        while (at < notation.length()) {
            int open = notation.indexOf('{', at);
            sample.append(notation, at, open < 0 ? notation.length() : open);
            at = open < 0 ? notation.length() : notation.indexOf('}', open) + 1;
            if (open >= 0) {
                run(sample, notation.substring(open + 1, at - 1), random);
            }
        }
        return sample.toString();
    }

    private static void run(StringBuilder sample, String words, Random random) {
        int space = words.lastIndexOf(' ');
        String name = words.substring(0, space);
        Alphabet alphabet =
                name.startsWith("[") ? Alphabet.of(name.substring(1, name.length() - 1)) : Alphabet.named(name);
        int length = Integer.parseInt(words.substring(space + 1).split("[+-]", 2)[0]);
        for (int i = 0; i < length; i++) {
            sample.append(random(alphabet, i, random));
        }
    }

    /// A character of the alphabet; every fourth one a digit, where the alphabet has them, and never a hyphen or the
    /// like.
    private static char random(Alphabet alphabet, int place, Random random) {
        while (true) {
            char c = (char) (place % 4 == 1 ? '0' + random.nextInt(10) : '0' + random.nextInt('z' - '0' + 1));
            boolean isPlain = Alphabet.ALPHANUMERIC.has(c);
            if (alphabet.has(c) && (isPlain || !alphabet.has('a') && !alphabet.has('0'))) {
                return c;
            }
            if (!alphabet.has('0') && !alphabet.has('5')) {
                char letter = (char) (' ' + random.nextInt(95));
                if (alphabet.has(letter)) {
                    return letter;
                }
            }
        }
    }
}
