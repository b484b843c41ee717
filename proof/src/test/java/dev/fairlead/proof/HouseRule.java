package dev.fairlead.proof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.fairlead.proof.Conditions.BE_FINAL_OR_SEALED;
import static dev.fairlead.proof.Conditions.BE_IN_A_NULL_MARKED_PACKAGE;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.Locale;
import java.util.function.Function;

/// A rule about our classes, as a sentence with its reason.
///
/// A rule is written over a root package, so that the same rule that guards `dev.fairlead` is tried on its offenders.
/// To add a rule: one constant here, and offenders in `offenders.<the constant's name in lower case, without
/// underscores>`, laid out below that package as ours are below `dev.fairlead`.
enum HouseRule {
    CORE_KNOWS_ONLY_THE_LANGUAGE(root -> classes()
            .that()
            .resideInAPackage(root + ".core..")
            .should()
            .onlyDependOnClassesThat(Predicates.languageOr(root + ".core.."))
            .because("what only thinks can be read, replayed and run anywhere")),

    CORE_ASKS_NOTHING_OF_THE_MACHINE(root -> noClasses()
            .that()
            .resideInAPackage(root + ".core..")
            .should()
            .accessTargetWhere(Predicates.ASKS_THE_MACHINE)
            .because("the same session must give the same findings on every machine and at every hour")),

    FIELDS_OF_CORE_ARE_FINAL(root -> fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage(root + ".core..")
            .and()
            .areDeclaredInClassesThat()
            .haveNameNotMatching(
                    ".*\\.(CommandSplitter|ResultDigest|Cursor|MakeReader|JsonScripts|YamlCommands)") // walk over one
            // text and end
            // with the call
            .should()
            .beFinal()
            .because("memory is a value that is handed on, so that it can be compared, bounded and replayed; "
                    + "only the edges, where bytes are read, may count as they go")),

    CLASSES_ARE_FINAL_OR_SEALED(root -> classes()
            .that()
            .resideInAPackage(root + "..")
            .should(BE_FINAL_OR_SEALED)
            .because("we do not inherit code, so nobody has to wonder who overrides what")),

    LAYERS_OF_CORE_FLOW_ONE_WAY(root -> Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(root + ".core..")
            .withOptionalLayers(true)
            .layer("event")
            .definedBy(root + ".core.event..")
            .layer("facts")
            .definedBy(
                    root + ".core.session..", root + ".core.shell..", root + ".core.secret..", root + ".core.effect..")
            .layer("questions")
            .definedBy(root + ".core.detect..", root + ".core.gate..")
            .layer("answers")
            .definedBy(root + ".core.detectors..", root + ".core.decide..")
            .layer("watch")
            .definedBy(root + ".core.watch..", root + ".core.guide..")
            .whereLayer("watch")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("answers")
            .mayOnlyBeAccessedByLayers("watch")
            .whereLayer("questions")
            .mayOnlyBeAccessedByLayers("answers", "watch")
            .whereLayer("facts")
            .mayOnlyBeAccessedByLayers("questions", "answers", "watch")
            .because("a layer can then be read without those above it")),

    PACKAGES_OF_CORE_ARE_FREE_OF_CYCLES(root -> slices().matching(root + ".core.(*)..")
            .should()
            .beFreeOfCycles()
            .because("two packages that need each other are one package with a wall through it")),

    DETECTORS_ARE_PACKAGE_PRIVATE(root -> classes()
            .that()
            .resideInAPackage(root + ".core.detectors..")
            .and()
            .areTopLevelClasses()
            .and()
            .haveNameNotMatching(
                    ".*\\.(Detectors|LoopLimits|FailureLimits|StandingOrders)") // the catalogue, and no detectors
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .bePackagePrivate()
            .because("detectors are reached through their catalogue `Detectors`, so that all are treated alike")),

    JSON_IS_READ_ONLY_IN_WIRE(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".wire..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
            .because("bytes become events in one place, and the library can be changed there")),

    YAML_AND_CEL_ARE_READ_ONLY_IN_POLICY(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.snakeyaml..", "dev.cel..")
            .because("a policy file means the same to whoever decides by it")),

    POOLS_AND_MIGRATIONS_STAND_ONLY_IN_STORE(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.postgresql..", "com.zaxxer.hikari..", "org.flywaydb..")
            .because("what is kept is written in one place, and the database can be changed there")),

    GIT_IS_ASKED_ONLY_IN_CODE(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".code..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jgit..")
            .because("what changed is told in one place, and nobody else pays for loading it")),

    ARGUMENTS_ARE_READ_ONLY_IN_CLI(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("the command line is one of several ways in")),

    NOTHING_DEPENDS_ON_CLI_OR_PROOF(root -> noClasses()
            .that()
            .resideInAPackage(root + "..")
            .and()
            .resideOutsideOfPackages(root + ".cli..", root + ".proof..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(root + ".cli..", root + ".proof..")
            .because("whoever joins the parts stands at the end")),

    NAMES_SAY_WHAT_IT_IS(root -> noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .haveNameMatching("(.*[.$])?((Base|Abstract)[A-Z][^.$]*"
                    + "|[^.$]*(Util|Utils|Helper|Manager|Impl|Processor|Handler|Wrapper|Info))")
            .because("a word that fits anything tells the reader nothing")),

    EVERY_PACKAGE_IS_NULL_MARKED(root -> classes()
            .that()
            .resideInAPackage(root + "..")
            .should(BE_IN_A_NULL_MARKED_PACKAGE)
            .because("NullAway looks only where it is asked to"));

    @SuppressWarnings("ImmutableEnumChecker") // the functions above hold nothing
    private final Function<String, ArchRule> written;

    HouseRule(Function<String, ArchRule> written) {
        this.written = written;
    }

    /// This rule, over the classes below a root package.
    ArchRule over(String root) {
        return written.apply(root);
    }

    /// The package below which this rule's offenders stand as our classes do below `dev.fairlead`.
    String offenders() {
        return "dev.fairlead.proof.offenders." + name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /// The sentence, for the title of a test.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
