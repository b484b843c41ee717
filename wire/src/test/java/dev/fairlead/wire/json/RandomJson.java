package dev.fairlead.wire.json;

import java.util.List;
import java.util.Random;

/// Makes sound JSON at random: every shape, escape and kind of letter, with blanks between.
final class RandomJson {

    private static final int DEEPEST = 6;
    private static final List<String> PIECES = List.of(
            "a",
            "plain words ",
            "kept",
            "\\\"",
            "\\\\",
            "\\/",
            "\\n",
            "\\t",
            "\\u0041",
            "\\u00e9",
            "\\ud83d\\ude00",
            "\\u0000",
            "é",
            "日本",
            "😀",
            "\u007f",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "0123456789abcdef".repeat(3));
    private static final List<String> NAMES =
            List.of("a", "b", "kept", "whole", "other", "key \\\"x\\\"", "\\u0061", "é", "", "n".repeat(70));
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "-12",
            "3.25",
            "1e9",
            "1E-9",
            "2.5e+10",
            "12345678901234567890",
            "0.1e1",
            "9007199254740993");
    private static final List<String> BLANKS = List.of("", "", "", " ", "\t", "  ", "\r\n");

    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    /// One object, or several, as may stand on a line.
    String record() {
        StringBuilder json = new StringBuilder();
        do {
            json.append(blank()).append(fields(0)).append(blank());
        } while (random.nextInt(8) == 0);
        return json.toString();
    }

    private String value(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 7 : 5)) {
            case 0 -> one(NUMBERS);
            case 1 -> one(List.of("true", "false", "null"));
            case 2, 3, 4 -> text();
            case 5 -> fields(depth);
            default -> items(depth);
        };
    }

    private String fields(int depth) {
        StringBuilder json = new StringBuilder("{").append(blank());
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            json.append(i > 0 ? "," : "")
                    .append(blank())
                    .append('"')
                    .append(one(NAMES))
                    .append('"');
            json.append(blank())
                    .append(':')
                    .append(blank())
                    .append(value(depth + 1))
                    .append(blank());
        }
        return json.append('}').toString();
    }

    private String items(int depth) {
        StringBuilder json = new StringBuilder("[").append(blank());
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            json.append(i > 0 ? "," : "")
                    .append(blank())
                    .append(value(depth + 1))
                    .append(blank());
        }
        return json.append(']').toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder("\"");
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            text.append(one(PIECES));
        }
        return text.append('"').toString();
    }

    private String blank() {
        return one(BLANKS);
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
