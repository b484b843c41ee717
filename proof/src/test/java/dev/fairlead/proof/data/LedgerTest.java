package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detectors.Detectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Everything that is said about the stored sessions, held against what was said before.
///
/// The text itself quotes the sessions, so it stays out of the repository, in `proof/ledger`; what is committed is, for
/// each file, a digest of its name, a digest of what is said about it, and how often each class is spoken of. A change
/// to a detector shows as counts gained and lost, and where the earlier text is still there, as lines. With
/// `-Dledger` the new text is accepted.
@Tag("data")
final class LedgerTest {

    private static final Path FOLDER = Path.of("ledger");
    private static final Path TEXT = FOLDER.resolve("said.txt");
    private static final Path ACCEPTED = FOLDER.resolve("accepted.txt");
    private static final Path DIGESTS = Path.of("src", "test", "ledger", "digests.txt");
    private static final List<String> FOLDERS = List.of(
            "claude-code/labelled",
            "claude-code/unlabelled",
            "codex",
            "copilot-cli",
            "openhands",
            "swe-agent",
            "mini-swe-agent",
            "trae",
            "atif",
            "swe-agent-loops");
    private static final int MOST_SHOWN = 40;

    private final Report report = new Report("ledger");

    /// What is said about one file.
    private record Said(String file, List<String> lines, Map<String, Integer> counts) {

        static Said about(String name, Path file) {
            List<String> lines = new ArrayList<>();
            Map<String, Integer> counts = new TreeMap<>();
            for (Finding finding : Sessions.findings(Sessions.events(file), Detectors.all())) {
                String places = finding.evidence().stream()
                        .map(Evidence::origin)
                        .map(origin -> String.valueOf(origin.place()))
                        .collect(Collectors.joining(","));
                lines.add("%s %s %s %s %s"
                        .formatted(
                                name,
                                finding.misbehaviour().code(),
                                places,
                                finding.severity(),
                                finding.claim().replace('\n', '⏎')));
                counts.merge(finding.misbehaviour().code(), 1, Integer::sum);
            }
            return new Said(name, lines.stream().sorted().toList(), counts);
        }

        String key() {
            return digest(file);
        }

        String entry() {
            String classes = counts.entrySet().stream()
                    .map(each -> " " + each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining());
            return key() + " " + digest(String.join("\n", lines)) + classes;
        }
    }

    @Test
    void saysWhatWasSaidBefore() {
        List<Said> all = said();
        List<String> lines = all.stream().flatMap(each -> each.lines().stream()).toList();
        write(TEXT, lines);
        List<String> entries = all.stream().map(Said::entry).sorted().toList();
        if (System.getProperty("ledger") != null) {
            write(DIGESTS, entries);
            write(ACCEPTED, lines);
        }
        List<String> before = read(DIGESTS);
        counts(before, entries);
        lines(lines);
        changed(all, before);
        report.print();

        assertThat(entries)
                .as("what is said of the stored sessions has changed: read %s, and accept it with -Dledger", TEXT)
                .isEqualTo(before);
    }

    private static List<Said> said() {
        List<Said> all = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path root = Data.at("corpus/" + folder);
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    all.add(Said.about(folder + "/" + root.relativize(file), file));
                }
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
        return all;
    }

    private void counts(List<String> before, List<String> now) {
        Map<String, Integer> earlier = totals(before);
        Map<String, Integer> later = totals(now);
        TreeSet<String> classes = new TreeSet<>(earlier.keySet());
        classes.addAll(later.keySet());
        for (String name : classes) {
            int was = earlier.getOrDefault(name, 0);
            int is = later.getOrDefault(name, 0);
            report.line("%-28s %5d%s".formatted(name, is, was == is ? "" : "  (%+d)".formatted(is - was)));
        }
    }

    private static Map<String, Integer> totals(List<String> entries) {
        Map<String, Integer> totals = new TreeMap<>();
        for (String entry : entries) {
            List<String> words = List.of(entry.split(" ", -1));
            for (String word : words.subList(2, words.size())) {
                int equals = word.indexOf('=');
                totals.merge(word.substring(0, equals), Integer.parseInt(word.substring(equals + 1)), Integer::sum);
            }
        }
        return totals;
    }

    /// The lines that came and went, where the text that was accepted is still there.
    private void lines(List<String> now) {
        if (!Files.exists(ACCEPTED)) {
            return;
        }
        List<String> before = read(ACCEPTED);
        report.line("");
        now.stream().filter(line -> !before.contains(line)).limit(MOST_SHOWN).forEach(line -> report.line("+ " + line));
        before.stream().filter(line -> !now.contains(line)).limit(MOST_SHOWN).forEach(line -> report.line("- " + line));
    }

    private void changed(List<Said> all, List<String> before) {
        for (Said each : all) {
            Optional<String> was = before.stream()
                    .filter(entry -> entry.startsWith(each.key() + " "))
                    .findFirst();
            if (was.isEmpty() || !was.get().equals(each.entry())) {
                report.line("changed: %s%n    was %s%n    is  %s"
                        .formatted(each.file(), was.orElse("not there"), each.entry()));
            }
        }
    }

    private static List<String> read(Path file) {
        return Files.exists(file) ? Data.text(file).lines().toList() : List.of();
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
