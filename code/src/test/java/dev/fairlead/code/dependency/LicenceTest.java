package dev.fairlead.code.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LicenceTest {

    @ParameterizedTest
    @CsvSource({
        "MIT, LIBERAL",
        "LGPL-3.0-or-later, LIBERAL",
        "(MIT OR GPL-3.0-only), LIBERAL",
        "GPL-2.0-only WITH Classpath-exception-2.0, LIBERAL",
        "Apache License 2.0, LIBERAL",
        "GNU Lesser General Public License v3 (LGPLv3), LIBERAL",
        "GPL-3.0-only, STRONG_COPYLEFT",
        "GPLv3, STRONG_COPYLEFT",
        "AGPL-3.0, STRONG_COPYLEFT",
        "GNU General Public License v3 (GPLv3), STRONG_COPYLEFT",
        "SSPL-1.0, STRONG_COPYLEFT",
        "GPL-2.0 OR AGPL-3.0, STRONG_COPYLEFT",
        "'', NONE",
        "UNLICENSED, NONE",
        "NOASSERTION, NONE"
    })
    void isToldFromExpressionsAndFromNamesAsPeopleWriteThem(String expression, Licence expected) {
        assertThat(Licence.of(expression)).isEqualTo(expected);
    }
}
