package dev.fairlead.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts that lie to the eye are shown for what they are.
final class InertTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain text                      | plain text
            zwölf Boxkämpfer 🥊 καλημέρα     | zwölf Boxkämpfer 🥊 καλημέρα
            a\\u0000b                        | a␀b
            a\\u0007b\\u0008c                 | a␇b␈c
            \\u001b[31mred\\u001b[0m plain    | red plain
            \\u001b[2Jgone                   | ␛[2Jgone
            \\u001b]0;title\\u0007            | ␛]0;title␇
            \\u001b[38;5;196;1mx             | x
            over\\rwritten                   | over␍written
            a\\u202Egnp.exe                  | a⟨U+202E⟩gnp.exe
            \\u2066left\\u2069                | ⟨U+2066⟩left⟨U+2069⟩
            zero\\u200Bwidth\\uFEFF           | zero⟨U+200B⟩width⟨U+FEFF⟩
            soft\\u00ADhyphen                | soft⟨U+00AD⟩hyphen
            half \\uD83D here                | half � here
            half \\uDC4A here                | half � here
            c1 \\u0085 \\u009B31m             | c1 ⟨U+0085⟩ ⟨U+009B⟩31m
            \\uDB40\\uDC41\\uDB40\\uDC42        | ⟨U+E0041⟩⟨U+E0042⟩
            \\u2028line                      | ⟨U+2028⟩line
            <script>alert(1)</script>       | <script>alert(1)</script>
            """)
    void showsWhatIsThere(String written, String shown) {
        assertThat(Inert.of(read(written))).isEqualTo(shown);
    }

    /// Escapes are read here, so that this file itself is plain.
    private static String read(String written) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            if (written.startsWith("\\u", i)) {
                text.append((char) Integer.parseInt(written.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (written.startsWith("\\r", i)) {
                text.append('\r');
                i++;
            } else {
                text.append(written.charAt(i));
            }
        }
        return text.toString();
    }

    @Test
    void keepsLinesAndTabs() {
        assertThat(Inert.of("a\n\tb\r\nc")).isEqualTo("a\n\tb\nc");
    }

    @Test
    void cutsWhatIsTooLongAndSaysSo() {
        String most = "x".repeat(Inert.MOST);
        assertThat(Inert.of(most)).isEqualTo(most);
        assertThat(Inert.of(most + "y")).isEqualTo(most + "\n… 1 more characters are not shown");
        assertThat(Inert.of("\u0001".repeat(1_000_000))).hasSizeLessThan(Inert.MOST + 100);
    }
}
