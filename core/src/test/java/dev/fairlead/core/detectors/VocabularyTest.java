package dev.fairlead.core.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

    private static final Vocabulary WORDS = Vocabulary.of("pass", "build*", "do not", "0 issues", "i'll");

    @ParameterizedTest
    @ValueSource(
            strings = {"pass", "All PASS.", "(pass)", "rebuild, build", "Builders", "please do not", "0 issues", "I'll"
            })
    void findsWordsWhateverTheirCaseAndWhatStandsBesideThem(String text) {
        assertThat(WORDS.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "p", "passes", "bypass", "rebuild", "do nothing", "do  not", "10 issues", "pass_it", "pas"})
    void findsNoPartsOfWords(String text) {
        assertThat(WORDS.isIn(text)).isFalse();
    }

    @Test
    void tellsTheKindsAndWhereTheFirstStands() {
        Vocabulary kinds = Vocabulary.of(List.of(List.of("red"), List.of("green", "blue"), List.of("gr*")));
        assertThat(kinds.kindsIn("a green light")).isEqualTo(0b110);
        assertThat(kinds.kindsIn("blue and red")).isEqualTo(0b011);
        assertThat(kinds.firstIn("a green light")).isEqualTo(2);
        assertThat(kinds.firstIn("nothing")).isEqualTo(-1);
    }

    @Test
    void agreesWithARegularExpressionOnRandomTexts() {
        List<String> words = List.of("ab", "abc", "b a", "ca", "a'b", "a_b");
        Vocabulary vocabulary = Vocabulary.of(List.of(words));
        Pattern oracle = Pattern.compile("\\b(?:" + String.join("|", words) + ")\\b");
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append("abc '_.".charAt(random.nextInt(7)));
            }
            Matcher matcher = oracle.matcher(text);
            assertThat(vocabulary.firstIn(text.toString()))
                    .as("seed 7, round %d: %s", round, text)
                    .isEqualTo(matcher.find() ? matcher.start() : -1);
        }
    }
}
