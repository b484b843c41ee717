package dev.fairlead.proof;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;

/// What core may know, and what it may not ask.
final class Predicates {
    /// Types that are nothing but a door to the machine.
    private static final Set<String> DOORS = Set.of(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.lang.ThreadLocal",
            "java.lang.InheritableThreadLocal",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.Calendar",
            "java.util.Date",
            "java.util.Timer");

    /// Members that ask for the time, the place, chance or another thread, of types that are innocent otherwise.
    private static final Map<String, Set<String>> QUESTIONS = Map.of(
            "java.lang.Math", Set.of("random"),
            "java.lang.StrictMath", Set.of("random"),
            "java.lang.Boolean", Set.of("getBoolean"),
            "java.lang.Integer", Set.of("getInteger"),
            "java.lang.Long", Set.of("getLong"),
            "java.util.Collections", Set.of("shuffle"),
            "java.util.Locale", Set.of("getDefault"),
            "java.util.TimeZone", Set.of("getDefault"),
            "java.util.UUID", Set.of("randomUUID"),
            "java.time.ZoneId", Set.of("systemDefault"));

    private static final Set<String> CLOCKS = Set.of("now", "system", "systemUTC", "systemDefaultZone");
    private static final Set<String> PARALLEL = Set.of("parallel", "parallelStream");

    static final DescribedPredicate<JavaAccess<?>> ASKS_THE_MACHINE =
            describe("time, chance, threads, settings or output are asked of the machine", Predicates::asksTheMachine);

    private Predicates() {}

    /// The packages of the language, or those named. What the compiler itself reaches for is among them:
    /// `java.lang.invoke` for lambdas, `java.lang.runtime` for records and switches.
    static DescribedPredicate<JavaClass> languageOr(String own) {
        DescribedPredicate<JavaClass> known = resideInAnyPackage(
                own,
                "java.lang",
                "java.lang.annotation",
                "java.lang.invoke",
                "java.lang.runtime",
                "java.util",
                "java.util.function",
                "java.util.stream",
                "java.util.regex",
                "java.time..",
                "org.jspecify.annotations");
        return describe("are of the language or of core itself", type -> {
            JavaClass base = type.getBaseComponentType();
            return base.isPrimitive() || known.test(base);
        });
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String member = access.getName();
        return DOORS.contains(owner)
                || QUESTIONS.getOrDefault(owner, Set.of()).contains(member)
                || owner.equals("java.lang.System") && !member.equals("arraycopy")
                || owner.startsWith("java.time.") && CLOCKS.contains(member)
                || owner.startsWith("java.util.") && PARALLEL.contains(member)
                || member.equals("printStackTrace");
    }
}
