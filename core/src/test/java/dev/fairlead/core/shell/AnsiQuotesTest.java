package dev.fairlead.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnsiQuotesTest {

    @ParameterizedTest
    @CsvSource({
        "r\\x6d, rm",
        "\\162\\155, rm",
        "\\562\\555, rm",
        "\\u0072m, rm",
        "\\U00000072m, rm",
        "\\x{72}m, rm",
        "a\\qb, a\\qb",
        "a\\xzb, a\\xzb",
        "plain, plain",
        "a\\\\b\\\"c, a\\b\"c",
    })
    void putsTheCharacterInPlaceOfItsEscape(String written, String meant) {
        assertThat(AnsiQuotes.unescaped(written)).isEqualTo(meant);
    }
}
