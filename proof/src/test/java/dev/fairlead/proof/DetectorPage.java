package dev.fairlead.proof;

import dev.fairlead.core.detect.Card;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detectors.Detectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page that documents the detectors, made of their cards and of the plays in their tests.
final class DetectorPage {

    private static final Pattern PLAY = Pattern.compile(
            "void (\\w+)\\(\\) \\{\\s+(?:List<Finding> findings = )?Script\\.of\\(\"\"\"\n(.*?)\"\"\"\\)",
            Pattern.DOTALL);

    private static final String HEAD = """
            # Detectors

            Made from the detectors' cards and tests by `mvn -Dpages verify`; do not edit by hand.

            Each detector watches for one class of misbehaviour and speaks once per streak, on the event that makes the
            case. In the plays each line is one event; `<<` marks where the detector speaks and how severe that is. On
            every other line it is silent.

            | detector | class | flags |
            |---|---|---|
            """;

    private DetectorPage() {}

    /// The whole page.
    ///
    /// @param house the folder of the project
    static String of(Path house) {
        StringBuilder page = new StringBuilder(HEAD);
        for (Detector<?> detector : Detectors.all()) {
            Card card = detector.card();
            page.append("| [`%s`](#%s) | `%s` | %s |%n"
                    .formatted(card.id(), card.id(), card.misbehaviour().code(), card.summary()));
        }
        for (Detector<?> detector : Detectors.all()) {
            section(page, detector, house);
        }
        return page.toString().replace(System.lineSeparator(), "\n");
    }

    private static void section(StringBuilder page, Detector<?> detector, Path house) {
        Card card = detector.card();
        page.append("\n## ").append(card.id()).append("\n\n");
        page.append("Class `%s`, category `%s`%s.%n%n"
                .formatted(
                        card.misbehaviour().code(),
                        card.misbehaviour().category().code(),
                        card.standing() == Card.Standing.SUSPICION
                                ? "; a suspicion, in shadow unless `--shadow` is given"
                                : ""));
        page.append(card.rule()).append("\n\nLeft alone:\n\n");
        list(page, card.quietOn());
        page.append("\nMissed:\n\n");
        list(page, card.misses());
        page.append("\n### Plays\n");
        Matcher play = PLAY.matcher(test(detector, house));
        while (play.find()) {
            page.append("\n**").append(sentence(play.group(1))).append("**\n\n```text\n");
            page.append(play.group(2).stripIndent().strip()).append("\n```\n");
        }
    }

    private static void list(StringBuilder page, List<String> items) {
        for (String item : items) {
            page.append("- ").append(item).append('\n');
        }
    }

    private static String test(Detector<?> detector, Path house) {
        Path file = house.resolve("core/src/test/java/dev/fairlead/core/detectors")
                .resolve(detector.getClass().getSimpleName() + "Test.java");
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// `staysQuietWhenItRains` as `Stays quiet when it rains`.
    private static String sentence(String name) {
        String words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
