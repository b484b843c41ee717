package dev.fairlead.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The work is linear in the length of the text, and no text ends it.
final class BoundedWorkTest {

    private static final int SIZE = 20_000;

    /// Looks at one character, for each character of the text, at most: what a rule may look ahead and back.
    private static final int MOST_LOOKS = 1_500;

    /// Beginnings that rules look on from, again and again.
    private static final List<String> PIECES = List.of(
            "eyJ-",
            "eyJhbGciOiJIUzI1NiJ9.",
            "%41eyJ",
            "a=",
            "key=",
            "key='",
            "token==",
            "\"' == token ",
            "password:",
            "password: ",
            "secret=\"",
            "-----BEGIN ",
            "-----BEGIN PRIVATE KEY-----",
            "://a:",
            "://a:b@",
            "\"'",
            "\"a",
            "sk-proj-",
            "xoxb-1-",
            "pat.",
            "hooks.slack.com/services/",
            "curl -u ",
            "curl -u a:b ",
            "authorization: ",
            "{<[(",
            "password = {<[(",
            "\\n",
            "1.2.3.",
            "ghp_",
            "a,b",
            "('key',",
            "<token>",
            "aA1-",
            "9",
            ":",
            "/+");

    private static final List<String> WORDS = List.of(
            "password",
            "=",
            ":",
            "\"",
            "'",
            "`",
            "\\",
            "://",
            "@",
            "curl -u ",
            "-----BEGIN ",
            "PRIVATE KEY-----",
            "eyJ",
            ".",
            "ghp_",
            "sk-",
            "token",
            "Authorization: ",
            "Bearer ",
            "${",
            "}",
            "<",
            ">",
            "\n",
            " ",
            ",",
            "==",
            "[]",
            "AKIA",
            "--",
            "1.2.3.4",
            "\ud83d",
            "é",
            "\u0000",
            "-----END ");

    /// A text that counts how often one of its characters is looked at.
    ///
    /// @param looks the count
    private record Counted(String text, AtomicLong looks) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks.incrementAndGet();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            looks.addAndGet(end - start);
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static List<String> pieces() {
        return PIECES;
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void takesTenTimesTheWorkForTenTimesTheText(String piece) {
        long one = looks(piece.repeat(SIZE / piece.length()));
        long ten = looks(piece.repeat(10 * (SIZE / piece.length())));
        assertThat(ten).isLessThanOrEqualTo(11 * one);
        assertThat(one).isLessThanOrEqualTo((long) MOST_LOOKS * SIZE);
    }

    @Test
    void readsAnythingWithoutFailing() {
        long seed = System.nanoTime();
        System.out.println("random texts from seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                if (random.nextBoolean()) {
                    text.append(WORDS.get(random.nextInt(WORDS.size())));
                } else {
                    text.append((char) random.nextInt(random.nextInt(8) == 0 ? 0x10000 : 128));
                }
            }
            check(text.toString(), seed);
        }
    }

    private static void check(String text, long seed) {
        int end = 0;
        for (Secret secret : Secrets.in(text, EnumSet.allOf(Extra.class))) {
            assertThat(secret.from()).as("seed %d, `%s`", seed, text).isGreaterThanOrEqualTo(end);
            end = secret.to();
        }
        assertThat(end).as("seed %d, `%s`", seed, text).isLessThanOrEqualTo(text.length());
        assertThat(Secrets.redact(text)).as("seed %d", seed).isNotNull();
    }

    private static long looks(String text) {
        Counted counted = new Counted(text, new AtomicLong());
        Secrets.in(counted, EnumSet.allOf(Extra.class));
        return counted.looks().get();
    }
}
