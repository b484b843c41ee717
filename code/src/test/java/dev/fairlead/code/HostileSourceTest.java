package dev.fairlead.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.code.metrics.Profile;
import dev.fairlead.code.metrics.Profiles;
import dev.fairlead.code.syntax.Grammar;
import dev.fairlead.code.syntax.Language;
import dev.fairlead.code.syntax.Parsed;
import dev.fairlead.code.syntax.Parser;
import dev.fairlead.code.syntax.ParserProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever stands in a text, it is read, counted and looked at without a fault; native code that comes to an end over
/// it costs
/// that answer only.
final class HostileSourceTest {

    /// More with `-Dfuzz.rounds=N`.
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 20);
    /// Another with `-Dfuzz.seed=N`; it is printed, so that a fault can be met again.
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_121L);
    /// However hostile, a text of this size is done within this time.
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /// What native code may come to over such texts, in a process of its own.
    private static final Set<String> ENDINGS =
            Set.of("the parser came to an end over it", "parsing it took longer than 20 seconds");
    private static final String[] PIECES = {
        "if", "(", ")", "{", "}", "[", "]", "function f(", "def f(", "fn f(", "class A", "=>", "->", "\"", "'", "`",
                "${",
        "/*", "*/", "//", "#", "\n", "\n    ", "&&", "||", "?", ":", ";", "=", "try", "catch", "except:", "switch",
                "case",
        "<<EOF", "\u0000", "\ufeff", "é😀", "eval(x)", "exec(\"a\" + b)", "0", "password = \"aB3aB3aB3\"", "return",
                "else"
    };

    @ParameterizedTest
    @EnumSource(Language.class)
    void isReadCountedAndLookedAt(Language language) {
        String path = "a." + ending(language);
        System.out.println("hostile source in %s, seed %d".formatted(language.title(), SEED));
        Random random = new Random(SEED);
        try (Parser parser = ParserProcess.likeThisOne(Duration.ofSeconds(20))) {
            for (int round = 0; round < ROUNDS; round++) {
                look(
                        parser,
                        path,
                        language,
                        text(random, 5 + random.nextInt(300)).getBytes(StandardCharsets.UTF_8));
                byte[] noise = new byte[200];
                random.nextBytes(noise);
                look(parser, path, language, noise);
            }
            for (byte[] sound : examples(language)) {
                for (int round = 0; round < ROUNDS; round++) {
                    look(parser, path, language, mutated(sound, random));
                }
            }
            for (String each : new String[] {"(", "{", "[", "if (a) {", "a && (", "!", "\"${", "x ? "}) {
                look(parser, path, language, each.repeat(5_000).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /// Sound texts in a language: the examples of the rules, where there are any.
    private static List<byte[]> examples(Language language) {
        List<byte[]> found = new ArrayList<>();
        for (Analyzer each : Analyzers.all()) {
            String file = "rules/plays/" + each.card().id() + ".txt";
            try (InputStream bytes = HostileSourceTest.class.getResourceAsStream(file)) {
                String text =
                        new String(Optional.ofNullable(bytes).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
                for (String part : text.split("(?m)^==== ", -1)) {
                    if (part.startsWith(language.title() + ":")) {
                        found.add(part.substring(part.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8));
                    }
                }
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
        return found;
    }

    /// A sound text with some damage: cut off, a piece left out, doubled, put elsewhere, or bytes that do not belong.
    private static byte[] mutated(byte[] sound, Random random) {
        String text = new String(sound, StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(40));
            String piece = text.substring(from, to);
            text = switch (random.nextInt(5)) {
                case 0 -> text.substring(0, from);
                case 1 -> text.substring(0, from) + text.substring(to);
                case 2 -> text.substring(0, to) + piece.repeat(random.nextInt(200)) + text.substring(to);
                case 3 -> piece + text.substring(0, from) + text.substring(to);
                default -> text.substring(0, from) + PIECES[random.nextInt(PIECES.length)] + text.substring(from);
            };
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void look(Parser parser, String path, Language language, byte[] source) {
        long start = System.nanoTime();
        looked(parser, path, language, source);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    }

    private static void looked(Parser parser, String path, Language language, byte[] source) {
        Grammar grammar = language.grammar(path);
        switch (parser.parse(grammar, source)) {
            case Parsed.Refused refused -> assertThat(refused.reason()).isIn(ENDINGS);
            case Parsed.Read read -> {
                for (Profile profile : Profiles.all()) {
                    if (profile.languages().contains(language)) {
                        profile.measure(read.tree(), grammar);
                    }
                }
                Analyzers.look(new SourceText(path, language, read.tree()));
            }
        }
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    private static String ending(Language language) {
        return switch (language) {
            case BASH -> "sh";
            case C -> "c";
            case C_SHARP -> "cs";
            case CPP -> "cpp";
            case GO -> "go";
            case JAVA -> "java";
            case JAVASCRIPT -> "js";
            case KOTLIN -> "kt";
            case PHP -> "php";
            case PYTHON -> "py";
            case RUBY -> "rb";
            case RUST -> "rs";
            case TYPESCRIPT -> "ts";
        };
    }
}
