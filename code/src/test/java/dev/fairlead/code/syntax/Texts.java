package dev.fairlead.code.syntax;

import java.util.ArrayList;
import java.util.List;

/// Short texts without errors, in every language.
final class Texts {

    private static final int TIMES = 12;

    private static final String BRACES = """
            class Shop%d {
                int sum(int a, int b) {
                    if (a > 1 && b > 2) {
                        return a + b;
                    }
                    while (a < b) {
                        a = a + 1;
                    }
                    return a;
                }
            }
            """;
    private static final String SCRIPT = """
            function sum%d(a, b) {
              if (a > 1 && b > 2) {
                return a + b;
              }
              const later = () => list.map((each) => each.name);
              /* what it is called */
              return `sum of ${a} and ${b}`;
            }
            """;
    private static final String C = """
            int sum%d(int a, int b) {
                if (a > 1 && b > 2) {
                    return a + b;
                }
                /* from here on */
                while (a < b) {
                    a = a + 1;
                }
                return a;
            }
            """;

    private static final String BASH_TEXT = """
                sum%d() {
                  if [ "$1" -gt 1 ]; then
                    echo "${1:-none} $(date +%%s)"
                  fi
                  cat <<EOF
                text $HOME
                EOF
                  for each in a b; do echo "$each"; done
                }
                """;
    private static final String GO_TEXT = """
                func sum%d(a int, b int) int {
                \tif a > 1 && b > 2 {
                \t\treturn a + b
                \t}
                \tfor _, each := range list {
                \t\ta += each
                \t}
                \treturn a
                }
                """;
    private static final String KOTLIN_TEXT = """
                fun sum%d(a: Int, b: Int): Int {
                    if (a > 1 && b > 2) {
                        return a + b
                    }
                    println("sum of $a and ${b + 1}")
                    return a
                }
                """;
    private static final String PHP_TEXT = """
                function sum%d($a, $b) {
                    if ($a > 1 && $b > 2) {
                        return $a + $b;
                    }
                    foreach ($list as $each) {
                        echo "each $each";
                    }
                    return $a;
                }
                """;
    private static final String PYTHON_TEXT = """
                def sum%d(a, b):
                    if a > 1 and b > 2:
                        return a + b
                    for each in [1, 2, 3]:
                        print(f"each {each}")
                    return \"""sum
                  of all\"""
                """;
    private static final String RUBY_TEXT = """
                def sum%d(a, b)
                  if a > 1 && b > 2
                    return a + b
                  end
                  list.each { |each| puts "each #{each}" }
                  a
                end
                """;
    private static final String RUST_TEXT = """
                fn sum%d(a: i32, b: i32) -> i32 {
                    if a > 1 && b > 2 {
                        return a + b;
                    }
                    for each in list.iter() {
                        println!("each {}", each);
                    }
                    a
                }
                """;

    private Texts() {}

    /// The lines of a text.
    static List<String> sound(Grammar grammar) {
        List<String> lines = new ArrayList<>();
        if (grammar == Grammar.PHP) {
            lines.add("<?php");
        }
        for (int i = 0; i < TIMES; i++) {
            lines.addAll(of(grammar).formatted(i).lines().toList());
        }
        return lines;
    }

    private static String of(Grammar grammar) {
        return switch (grammar) {
            case C_SHARP, JAVA -> BRACES;
            case C, CPP -> C;
            case JAVASCRIPT, TSX, TYPESCRIPT -> SCRIPT;
            case BASH -> BASH_TEXT;
            case GO -> GO_TEXT;
            case KOTLIN -> KOTLIN_TEXT;
            case PHP -> PHP_TEXT;
            case PYTHON -> PYTHON_TEXT;
            case RUBY -> RUBY_TEXT;
            case RUST -> RUST_TEXT;
        };
    }
}
