package dev.fairlead.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What we write keeps every rule, and every rule refuses its offender.
class SourceRulesTest {
    private static final List<SourceFile> HOUSE = SourceFile.ofTheHouse();

    @Test
    void theHouseIsSeenWhole() {
        assertThat(HOUSE)
                .filteredOn(SourceFile::isJava)
                .extracting(file -> file.path().subpath(0, 3).toString())
                .contains("core/src/main", "wire/src/main", "cli/src/main", "proof/src/test");
    }

    @ParameterizedTest
    @EnumSource
    void theHouseKeeps(SourceRule rule) {
        assertThat(HOUSE).flatExtracting(rule::breaches).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void offendersAreRefused(SourceRule rule) {
        assertThat(offenders(rule))
                .isNotEmpty()
                .allSatisfy(offender -> assertThat(rule.breaches(offender)).hasSize(1));
    }

    private static List<SourceFile> offenders(SourceRule rule) {
        return switch (rule) {
            case NO_FILE_IS_OVER_400_LINES -> List.of(java("//\n".repeat(401)));
            case NO_METHOD_IS_OVER_40_LINES ->
                List.of(java("class Long {\n  void go() {\n" + "\n".repeat(39) + "}\n}\n"));
            case NO_README_IS_OVER_200_LINES -> List.of(new SourceFile(Path.of("README.md"), "word\n".repeat(201)));
            case NOTHING_IS_LEFT_TO_DO -> List.of(java("// TO" + "DO later"), java("// FIX" + "ME"));
            case NOTHING_SLEEPS -> List.of(java("Thread" + ".sleep(1);"));
            case NO_TEST_IS_SKIPPED ->
                List.of(java("@" + "Disabled"), java("@" + "DisabledOnOs(WINDOWS)"), java("assume" + "True(false);"));
            case NOTHING_IS_MOCKED -> List.of(java("import org" + ".mockito.Mockito;"), java("mock" + "(List.class);"));
            case TYPES_ARE_WRITTEN_OUT ->
                List.of(
                        java("    va" + "r x = 1;"),
                        java("for (va" + "r x : xs) {}"),
                        java("try (va" + "r x = y()) {}"));
        };
    }

    private static SourceFile java(String text) {
        return new SourceFile(Path.of("Offender.java"), text);
    }
}
