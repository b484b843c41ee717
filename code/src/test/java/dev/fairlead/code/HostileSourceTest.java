package dev.fairlead.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.code.metrics.Profile;
import dev.fairlead.code.metrics.Profiles;
import dev.fairlead.code.syntax.Grammar;
import dev.fairlead.code.syntax.Language;
import dev.fairlead.code.syntax.Parsed;
import dev.fairlead.code.syntax.Parser;
import dev.fairlead.code.syntax.ParserProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever stands in a text, it is read, counted and looked at without a fault; native code that comes to an end over
/// it costs
/// that answer only.
final class HostileSourceTest {

    private static final int ROUNDS = 20;
    private static final long SEED = 20_261_121;
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
            for (String each : new String[] {"(", "{", "[", "if (a) {", "a && (", "!", "\"${", "x ? "}) {
                look(parser, path, language, each.repeat(5_000).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void look(Parser parser, String path, Language language, byte[] source) {
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
