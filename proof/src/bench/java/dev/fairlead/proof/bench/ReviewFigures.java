package dev.fairlead.proof.bench;

import dev.fairlead.code.change.Changes;
import dev.fairlead.code.change.FileChange;
import dev.fairlead.code.review.Reviewer;
import dev.fairlead.code.syntax.Grammar;
import dev.fairlead.code.syntax.GuardedParser;
import dev.fairlead.code.syntax.Parsed;
import dev.fairlead.code.syntax.Parser;
import dev.fairlead.code.syntax.ParserProcess;
import dev.fairlead.code.syntax.SyntaxTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How long a review takes: of one edit in a file of 2,000 lines, as the server does it, with the parser in a process
/// of its own; and of a change of 1,000 files with 100,000 lines, as the command does it. A measurement for a person to
/// read, no test.
///
/// The text is this project's own.
public final class ReviewFigures {

    private static final int LINES = 2_000;
    private static final int EDITS = 120;
    private static final int FILES = 1_000;
    private static final int EACH = 100;

    private ReviewFigures() {}

    /// Measures, and reports.
    ///
    /// @param arguments the folder of the sources
    public static void main(String[] arguments) throws IOException {
        List<String> all = new ArrayList<>();
        List<String> sound = new ArrayList<>();
        try (Parser parser = GuardedParser.open()) {
            for (List<String> each : sources(Path.of(arguments[0]))) {
                all.addAll(each);
                if (sound.size() < LINES && isSound(parser, each)) { // whole files, so that brackets agree
                    sound.addAll(each);
                }
            }
        }
        edits("all of which the grammar reads", sound);
        edits("with parts that the grammar does not know", all.subList(0, LINES));
        whole(all);
    }

    private static boolean isSound(Parser parser, List<String> lines) {
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return parser.parse(Grammar.JAVA, text) instanceof Parsed.Read(SyntaxTree tree)
                && tree.root().all().noneMatch(each -> each.is("ERROR") || each.isMissing());
    }

    /// The lines of each file, without what may stand in a file but once.
    private static List<List<String>> sources(Path folder) throws IOException {
        List<List<String>> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !each.endsWith("package-info.java"))
                    .sorted()
                    .toList()) {
                sources.add(Files.readString(file)
                        .lines()
                        .filter(each -> !each.startsWith("package ") && !each.startsWith("import "))
                        .toList());
            }
        }
        return sources;
    }

    private static FileChange change(String path, String before, String after) {
        return Changes.of(List.of(new Changes.Pair(path, Optional.empty(), before, after)))
                .getFirst();
    }

    private static void edits(String which, List<String> text) {
        List<String> lines = new ArrayList<>(text);
        double[] times = new double[EDITS];
        try (Parser parser = ParserProcess.likeThisOne(Duration.ofSeconds(20))) {
            Reviewer reviewer = new Reviewer(parser);
            for (int i = -EDITS; i < EDITS; i++) {
                String before = String.join("\n", lines);
                int at = LINES / 4 + Math.floorMod(i * 7, LINES / 2);
                while (!lines.get(at).matches("        return .*;")
                        || !lines.get(at - 1).matches(".*[;{}]")) {
                    at++;
                }
                lines.add(at, "        log(\"step %d\");".formatted(i));
                String after = String.join("\n", lines);
                long start = System.nanoTime();
                reviewer.review(List.of(change("Shop.java", before, after)), List.of(), Optional.empty());
                if (i >= 0) {
                    times[i] = (System.nanoTime() - start) / 1e6;
                }
            }
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "an edit in %,d lines, %s: median %.1f ms (%.1f to %.1f with 95 %% certainty), 95 %% within %.1f ms, the longest %.1f ms, of %d%n",
                LINES,
                which,
                times[EDITS / 2],
                times[(int) (EDITS / 2 - Math.sqrt(EDITS))],
                times[(int) (EDITS / 2 + Math.sqrt(EDITS))],
                times[EDITS * 95 / 100],
                times[EDITS - 1],
                EDITS);
    }

    private static void whole(List<String> own) throws IOException {
        List<Changes.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            int from = i * EACH % (own.size() - EACH);
            String text = String.join("\n", own.subList(from, from + EACH)).replace("String", "String" + i % 7);
            pairs.add(new Changes.Pair("src/Part%d.java".formatted(i), Optional.empty(), "", text + "\n"));
        }
        try (Parser parser = GuardedParser.open()) {
            long start = System.nanoTime();
            int added = new Reviewer(parser)
                    .review(Changes.of(pairs), List.of(), Optional.empty())
                    .added();
            System.out.printf(
                    Locale.ROOT,
                    "%,d files with %,d added lines: %.1f s%n",
                    FILES,
                    added,
                    (System.nanoTime() - start) / 1e9);
        }
    }
}
