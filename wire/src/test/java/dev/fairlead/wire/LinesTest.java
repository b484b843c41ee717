package dev.fairlead.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LinesTest {

    private static final int LIMIT = 10;

    /// The lines as text: an unended one ends with `$`, one that is too long is its length.
    private static List<String> cut(String text, int chunk) throws IOException {
        byte[] source = text.getBytes(StandardCharsets.ISO_8859_1);
        List<String> told = new ArrayList<>();
        Lines lines = new Lines(new Trickle(new ByteArrayInputStream(source), chunk), LIMIT);
        lines.each(new Lines.Listener() {
            @Override
            public void line(long number, byte[] bytes, int from, int length, boolean isEnded) {
                told.add(number + ":" + new String(bytes, from, length, StandardCharsets.ISO_8859_1)
                        + (isEnded ? "" : "$"));
            }

            @Override
            public void tooLong(long number, long length) {
                told.add(number + ":" + length);
            }
        });
        assertThat(lines.bytes()).isEqualTo(source.length);
        return told;
    }

    @Test
    void cutsAtLineFeeds() throws IOException {
        assertThat(cut("one\ntwo\n\nfour", 99)).containsExactly("1:one", "2:two", "3:", "4:four$");
    }

    @Test
    void tellsNothingBehindTheLastLineFeed() throws IOException {
        assertThat(cut("one\n", 99)).containsExactly("1:one");
        assertThat(cut("", 99)).isEmpty();
        assertThat(cut("\n", 99)).containsExactly("1:");
    }

    @Test
    void takesOneCarriageReturnOffTheEnd() throws IOException {
        assertThat(cut("one\r\ntwo\r\r\n\r\na\rb\n", 99)).containsExactly("1:one", "2:two\r", "3:", "4:a\rb");
    }

    @Test
    void countsALineBeyondTheLimitAndGoesOn() throws IOException {
        assertThat(cut("0123456789\n0123456789a\nb\n" + "x".repeat(500_000), 99))
                .containsExactly("1:0123456789", "2:11", "3:b", "4:500000");
    }

    @Test
    void countsACarriageReturnAsPartOfTheEnd() throws IOException {
        for (int chunk : List.of(1, 2, 99)) {
            assertThat(cut("0123456789\r\n0123456789\rx\n0123456789\r", chunk))
                    .containsExactly("1:0123456789", "2:12", "3:11");
        }
    }

    @Test
    void cutsTheSameWhateverTheChunks() throws IOException {
        Random random = new Random(20_260_301);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(200);
            for (int i = 0; i < length; i++) {
                text.append("ab\r\n".charAt(Math.max(0, random.nextInt(12) - 8)));
            }
            List<String> whole = cut(text.toString(), 1_000);
            assertThat(cut(text.toString(), 1)).isEqualTo(whole);
            assertThat(cut(text.toString(), 1 + random.nextInt(20))).isEqualTo(whole);
        }
    }

    @Test
    void stopsWhenTold() throws IOException {
        List<Long> numbers = new ArrayList<>();
        Lines lines = new Lines(new ByteArrayInputStream("a\nb\nc\n".getBytes(StandardCharsets.UTF_8)), LIMIT);
        lines.each(new Lines.Listener() {
            @Override
            public void line(long number, byte[] bytes, int from, int length, boolean isEnded) {
                numbers.add(number);
                lines.stop();
            }

            @Override
            public void tooLong(long number, long length) {
                numbers.add(-number);
            }
        });

        assertThat(numbers).containsExactly(1L);
    }
}
