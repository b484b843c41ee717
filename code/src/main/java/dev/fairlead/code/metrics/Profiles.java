package dev.fairlead.code.metrics;

import dev.fairlead.code.metrics.Cognitive.Habit;
import dev.fairlead.code.syntax.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The catalogue of ways of counting.
public final class Profiles {

    private static final Profile USUAL = new TreeProfile(
            "fairlead",
            EnumSet.allOf(Language.class),
            Naming.DOTTED,
            Scope.NAMED_OR_OUTERMOST,
            Cyclomatic.USUAL,
            EnumSet.noneOf(Habit.class));

    private static final List<Profile> ALL = List.of(
            USUAL,
            new LizardProfile(),
            python(
                    "complexipy",
                    EnumSet.of(Habit.NAMED_FUNCTIONS_NEST, Habit.DECORATORS_DO_NOT_NEST, Habit.COMPREHENSIONS_COUNT)),
            python(
                    "cognitive-complexity",
                    EnumSet.of(Habit.NAMED_FUNCTIONS_NEST, Habit.DECORATORS_DO_NOT_NEST, Habit.ELSE_OF_LOOPS_COUNTS)),
            new RadonProfile("radon", true),
            new RadonProfile("radon-no-assert", false),
            go("gocognit"),
            go("gocyclo"),
            pmd("pmd", EnumSet.noneOf(PmdOption.class)),
            pmd("pmd-ignore-boolean-paths", EnumSet.of(PmdOption.IGNORE_BOOLEAN_PATHS)),
            pmd("pmd-consider-assert", EnumSet.of(PmdOption.CONSIDER_ASSERT)),
            pmd("pmd-ignore-boolean-paths-consider-assert", EnumSet.allOf(PmdOption.class)),
            new TreeProfile(
                    "sonar-java",
                    only(Language.JAVA),
                    Naming.PLAIN,
                    Scope.NONE,
                    Cyclomatic.USUAL,
                    EnumSet.of(Habit.NO_RECURSION_COUNTS)));

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "pmd-java", "pmd",
            "python-cognitive-melevir", "cognitive-complexity",
            "sonar-java-cognitive", "sonar-java");

    private Profiles() {}

    private static Profile python(String name, Set<Habit> habits) {
        return new TreeProfile(name, only(Language.PYTHON), Naming.DOTTED, Scope.NONE, Cyclomatic.USUAL, habits);
    }

    private static Profile go(String name) {
        return new TreeProfile(
                name,
                only(Language.GO),
                Naming.PLAIN,
                Scope.NONE,
                Cyclomatic.USUAL,
                EnumSet.of(Habit.ELSE_DOES_NOT_NEST, Habit.PARENTHESES_BREAK_RUNS, Habit.EACH_RECURSION_COUNTS));
    }

    private static Profile pmd(String name, Set<PmdOption> options) {
        EnumSet<Construct> divides = EnumSet.copyOf(Cyclomatic.USUAL.divides());
        divides.add(Construct.THROW);
        if (options.contains(PmdOption.IGNORE_BOOLEAN_PATHS)) {
            divides.remove(Construct.LOGIC);
        }
        if (options.contains(PmdOption.CONSIDER_ASSERT)) {
            divides.add(Construct.ASSERT);
        }
        return new PmdProfile(new TreeProfile(
                name,
                only(Language.JAVA),
                Naming.SIGNATURE,
                Scope.NONE,
                new Cyclomatic(
                        divides,
                        false,
                        options.contains(PmdOption.IGNORE_BOOLEAN_PATHS)
                                ? Cyclomatic.Cases.EACH_WITH_STATEMENTS
                                : Cyclomatic.Cases.EACH_LABEL),
                EnumSet.noneOf(Habit.class)));
    }

    /// The options of PMD's metric that change what it counts.
    private enum PmdOption {
        IGNORE_BOOLEAN_PATHS,
        CONSIDER_ASSERT
    }

    /// All of them, our own first.
    public static List<Profile> all() {
        return ALL;
    }

    /// Our own.
    public static Profile usual() {
        return USUAL;
    }

    /// The one of that name, or of another that people know it by; `_` is as good as `-`.
    public static Optional<Profile> named(String name) {
        String plain = name.replace('_', '-');
        String known = OTHER_NAMES.getOrDefault(plain, plain);
        return ALL.stream().filter(each -> each.name().equals(known)).findFirst();
    }

    /// Names of all.
    public static List<String> names() {
        return ALL.stream().map(Profile::name).toList();
    }

    private static Set<Language> only(Language... languages) {
        EnumSet<Language> set = EnumSet.noneOf(Language.class);
        set.addAll(List.of(languages));
        return set;
    }
}
