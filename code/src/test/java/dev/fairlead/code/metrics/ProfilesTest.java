package dev.fairlead.code.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.code.Sources;
import dev.fairlead.code.syntax.Language;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ProfilesTest {

    /// Each function as `name cyclomatic/cognitive nloc n nesting n parameters n`.
    private static String counted(String profile, String path, String text) {
        return Profiles.named(profile)
                .orElseThrow()
                .measure(
                        Sources.tree(path, text),
                        Language.of(path).orElseThrow().grammar(path))
                .stream()
                .map(each -> "%s %d/%d nloc %d nesting %d parameters %d"
                        .formatted(
                                each.name(),
                                each.cyclomatic(),
                                each.cognitive(),
                                each.nloc(),
                                each.nesting(),
                                each.parameters()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void countsNestingOnlyForWhatIsHardToFollow() {
        String text = """
            class Store {
                // a comment is no line of code
                int total(List<Order> orders, boolean isOpen) {
                    int sum = 0;
                    for (Order order : orders) {
                        if (order.isPaid() && isOpen || order.isGift()) {
                            sum += order.price();
                        } else if (order.isVoid()) {
                            continue;
                        } else {
                            throw new IllegalStateException();
                        }
                    }
                    return sum;
                }
            }
            """;
        assertThat(counted("fairlead", "Store.java", text)).isEqualTo("Store.total 6/7 nloc 13 nesting 2 parameters 2");
        assertThat(counted("pmd", "Store.java", text))
                .isEqualTo("Store#total(List<Order>, boolean) 7/7 nloc 13 nesting 2 parameters 2");
    }

    @Test
    void countsEveryLanguageAlike() {
        assertThat(counted("fairlead", "a.py", """
            def f(a, b=1):
                if a and b:
                    return 1
                elif a:
                    return 2
                for x in b:
                    while x:
                        x()
            """)).isEqualTo("f 6/6 nloc 8 nesting 2 parameters 2");
        assertThat(counted("fairlead", "a.go", """
            package a
            func f(a, b int) int {
            	if a > 1 && b > 1 {
            		return 1
            	} else if a > 2 {
            		return 2
            	}
            	for a < 3 {
            		for b < 3 {
            			b++
            		}
            	}
            	return 0
            }
            """)).isEqualTo("f 6/6 nloc 13 nesting 2 parameters 2");
    }

    @Test
    void countsScriptsLikeProgrammes() {
        assertThat(counted("fairlead", "a.rb", """
            def f(a, b = 1)
              if a && b
                1
              elsif a
                2
              end
              while a
                until b
                  x
                end
              end
            end
            """)).isEqualTo("f 6/6 nloc 12 nesting 2 parameters 2");
        assertThat(counted("fairlead", "a.sh", """
            f() {
              if a && b; then
                c
              elif d; then
                e
              fi
              for x in 1 2; do
                while y; do z; done
              done
            }
            """)).isEqualTo("f 6/6 nloc 10 nesting 2 parameters 0");
    }

    @Test
    void countsAFunctionInAnotherForItselfAndACallbackForTheOneAroundIt() {
        assertThat(counted("fairlead", "a.ts", """
            function outer(items: string[]) {
              const inner = (item: string) => item ? 1 : 2;
              return items.map((item) => item ? inner(item) : 0);
            }
            """)).isEqualTo("""
                outer 2/2 nloc 4 nesting 2 parameters 1
                outer.inner 2/1 nloc 1 nesting 1 parameters 1\
                """);
    }

    @Test
    void countsADefaultAsNoCaseOfItsOwn() {
        assertThat(counted("fairlead", "a.rs", """
            fn f(x: i32) -> i32 {
                match x {
                    1 => 2,
                    3 => 4,
                    _ => 0,
                }
            }
            """)).isEqualTo("f 3/1 nloc 7 nesting 1 parameters 1");
        assertThat(counted("fairlead", "a.kt", """
            fun f(x: Int): Int = when (x) {
                1 -> 2
                3 -> 4
                else -> 0
            }
            """)).isEqualTo("f 3/1 nloc 5 nesting 1 parameters 1");
    }

    @Test
    void countsInThePmdProfileWhatOnlyPmdCounts() {
        String text = """
            class Store {
                int rate(boolean isGift, boolean isOpen) {
                    if (isGift && isOpen) {
                        return 7;
                    }
                    return isOpen ? 19 : 0;
                }
            }
            """;
        assertThat(Profiles.named("pmd")
                        .orElseThrow()
                        .measure(Sources.tree("Store.java", text), Language.JAVA.grammar("Store.java"))
                        .getFirst()
                        .more())
                .isEqualTo(Map.of("npath", 5L, "ncss", 4L));
    }
}
