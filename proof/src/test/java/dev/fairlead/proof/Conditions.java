package dev.fairlead.proof;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Modifier;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/// What ArchUnit has no words for of its own.
final class Conditions {
    /// Records are final and enums closed by the language; nobody can extend an anonymous class.
    static final ArchCondition<JavaClass> BE_FINAL_OR_SEALED = condition("be final or sealed", type -> {
        Class<?> loaded = type.reflect();
        return loaded.isInterface()
                || loaded.isEnum()
                || loaded.isAnonymousClass()
                || loaded.isSealed()
                || Modifier.isFinal(loaded.getModifiers());
    });

    static final ArchCondition<JavaClass> BE_IN_A_NULL_MARKED_PACKAGE = condition(
            "be in a package that is annotated with @NullMarked",
            type -> type.getPackage().isAnnotatedWith(NullMarked.class));

    private Conditions() {}

    private static ArchCondition<JavaClass> condition(String description, Predicate<JavaClass> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String message =
                        "%s: %s should %s".formatted(type.getName(), type.getSourceCodeLocation(), description);
                events.add(new SimpleConditionEvent(type, holds.test(type), message));
            }
        };
    }
}
