package dev.fairlead.code.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LookAlikeTest {

    private static String of(Ecosystem ecosystem, String name, String... known) {
        return LookAlike.of(ecosystem, name, List.of(known)).orElse("-");
    }

    @Test
    void seesOneSlipOfTheHand() {
        assertThat(of(Ecosystem.NPM, "lodahs", "lodash")).isEqualTo("lodash");
        assertThat(of(Ecosystem.NPM, "expresss", "react", "exprress")).isEqualTo("-");
        assertThat(of(Ecosystem.NPM, "exppress", "express")).isEqualTo("express");
        assertThat(of(Ecosystem.PYPI, "reqests", "requests")).isEqualTo("requests");
        assertThat(of(Ecosystem.PYPI, "requezts", "requests")).isEqualTo("requests");
        assertThat(of(Ecosystem.MAVEN, "com.gooogle.guava:guava", "com.google.guava:guava"))
                .isEqualTo("com.google.guava:guava");
    }

    @Test
    void leavesShortNamesNumbersPluralsAndThePublishersOwnAlone() {
        assertThat(of(Ecosystem.NPM, "vite", "vit")).isEqualTo("-");
        assertThat(of(Ecosystem.PYPI, "urllib4", "urllib3")).isEqualTo("-");
        assertThat(of(Ecosystem.NPM, "classname", "classnames")).isEqualTo("-");
        assertThat(of(Ecosystem.NPM, "@acme/button", "@acme/buttons", "@acme/butto"))
                .isEqualTo("-");
        assertThat(of(Ecosystem.GO, "golang.org/x/text", "golang.org/x/test")).isEqualTo("-");
        assertThat(of(Ecosystem.NPM, "lodash", "lodash")).isEqualTo("-");
    }
}
