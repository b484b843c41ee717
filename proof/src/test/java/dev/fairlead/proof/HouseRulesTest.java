package dev.fairlead.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Our classes keep every rule, and every rule refuses its offenders.
class HouseRulesTest {
    private static final String ROOT = "dev.fairlead";
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void theHouseIsSeenWhole() {
        assertThat(HOUSE)
                .extracting(JavaClass::getPackageName)
                .contains("dev.fairlead.core.event", "dev.fairlead.wire", "dev.fairlead.store", "dev.fairlead.cli");
    }

    @ParameterizedTest
    @EnumSource
    void theHouseKeeps(HouseRule rule) {
        // Empty is allowed, since a layer may hold nothing yet; that rules bite is what the offenders show.
        rule.over(ROOT).allowEmptyShould(true).check(HOUSE);
    }

    @ParameterizedTest
    @EnumSource
    void offendersAreRefused(HouseRule rule) {
        JavaClasses offenders = new ClassFileImporter().importPackages(rule.offenders());
        EvaluationResult result = rule.over(rule.offenders()).evaluate(offenders);
        String report = String.join("\n", result.getFailureReport().getDetails());
        assertThat(guilty(offenders))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(report).contains(name));
    }

    /// Every class below a rule's offenders but those that only stand by, to be depended upon.
    private static List<String> guilty(JavaClasses offenders) {
        return offenders.stream()
                .filter(type -> !type.isAnonymousClass())
                .filter(type -> !type.getSimpleName().startsWith("Bystander"))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getName)
                .toList();
    }
}
