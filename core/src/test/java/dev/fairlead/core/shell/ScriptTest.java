package dev.fairlead.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.shell.Script.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How scripts are understood: on the left what is written, below it the outline. Quoted text stands between angle
/// quotes, what a shell expands between braces.
final class ScriptTest {

    private static void reads(String script, String outline) {
        assertThat(outline(script)).isEqualTo(outline.stripTrailing());
    }

    private static String outline(String script) {
        return switch (Script.read(script)) {
            case Reading.Understood understood -> String.join("\n", Outline.of(understood.script()));
            case Reading.NotUnderstood fault -> "not understood: " + fault.reason();
        };
    }

    @Test
    void readsListsPipelinesAndBackgrounds() {
        reads("a && b || c | d; e & f |& g\n! h # i", """
                a
                and
                  b
                or
                  pipe
                    c
                    d
                beside the shell
                  e
                pipe
                  f
                  g
                h
                """);
    }

    @Test
    void readsWordsWithEveryKindOfQuote() {
        reads("echo a\"b\"'c'\\ d $'\\x41\\n' \"\" '' a#b", """
                echo a‹bc ›d ‹›‹A⏎› ‹› ‹› a#b
                """);
    }

    @Test
    void readsExpansionsAndLeavesTheirValueOpen() {
        reads("x $a ${b} ${c:-d e} ${#f} ${!g} ${h[$i]} ${j//k/l} $((1+(2))) \"$m\" $1 $ ${n%%.*}", """
                x {a} {b} {c:-d e} {f#} {g!} {h[$i]} {j//k/l} {calculated ‹1+(2)›} ‹{m}› {1} $ {n%%.*}
                """);
    }

    @Test
    void readsTheCommandsWithinWords() {
        reads("a \"$(b | c)\" `d \\`e\\`` <(f) >(g) ${h:-$(i)} $(( $(j) )) $((k); l)", """
                a ‹{output}› {output} {pipe} {pipe} {h:-{output}} {calculated ‹ ›‹{output}›‹ ›} {output}
                  output of
                    pipe
                      b
                      c
                  output of
                    d {output}
                      output of
                        e
                  pipe from
                    f
                  pipe to
                    g
                  output of
                    i
                  output of
                    j
                  output of
                    subshell
                      k
                    l
                """);
    }

    @Test
    void readsAssignmentsAndRedirections() {
        reads("A=1 B+=2 c=(d 'e f') g <h >i 2>&1 &>j {k}>>l 3<&- <<<m >|n; export O=p q", """
                A=1 B+=2 c=(d ‹e f›) g
                  redirect READ h
                  redirect WRITE i
                  redirect 2 TO_DESCRIPTOR 1
                  redirect WRITE_BOTH j
                  redirect k APPEND l
                  redirect 3 FROM_DESCRIPTOR -
                  redirect HERE_STRING m
                  redirect WRITE n
                O=p export q
                """);
    }

    @Test
    void readsHereDocumentsAsTheTextBehindTheLine() {
        reads("a <<X | b <<-'Y' && c\n$d rm\nX\n\t$e\n\tY\nf", """
                pipe
                  a
                    redirect HERE_DOCUMENT ‹{d}›‹ rm⏎›
                  b
                    redirect HERE_DOCUMENT ‹\t$e⏎›
                and
                  c
                f
                """);
        reads("a \"$(cat <<X\nit's\nX\n)\"; b", """
                a ‹{output}›
                  output of
                    cat
                      redirect HERE_DOCUMENT ‹it's⏎›
                b
                """);
        reads("a <<X\nnever closed", """
                a
                  redirect HERE_DOCUMENT ‹never closed›
                """);
    }

    @Test
    void readsGroupsConditionsAndLoops() {
        reads("(a; b) && { c; } >d; if e; then f; elif g; then h; else i; fi", """
                subshell
                  a
                  b
                and
                  group
                    c
                    redirect WRITE d
                if
                  e
                then
                  f
                if
                  g
                then
                  h
                else
                  i
                """);
        reads(
                "while a; do b; done; until c\ndo d; done; for e in f *.g; do h; done; for ((i=0;i<3;i++)); do j; done",
                """
                while
                  a
                do
                  b
                until
                  c
                do
                  d
                for e in f *.g
                  h
                count i=0;i<3;i++
                  j
                """);
    }

    @Test
    void readsCasesFunctionsAndTests() {
        reads(
                "case $a in (b|c) d;; *) e;& esac; f() { g; }; function h { i; }; [[ $j =~ ^(k|l)$ && -f m ]]; ((n++))",
                """
                case {a}
                  b c
                    d
                  *
                    e
                function f
                  group
                    g
                function h
                  group
                    i
                test {j} =~ ^(k|l)$ -f m
                calculate ‹n++›
                """);
        reads("coproc a; coproc B { c; }; time -p d; select e; do f; done", """
                coprocess
                  a
                coprocess
                  group
                    c
                d
                for e in the arguments
                  f
                """);
    }

    @Test
    void keepsPatternsBracesAndTildesAsTheyAreWritten() {
        reads("ls ~/{a,b}* @(x|y z) '*'", """
                ls ~/{a,b}* @(x|y z) ‹*›
                """);
    }

    @Test
    void takesReservedWordsForArgumentsBehindAProgram() {
        reads("echo if then { } done; 'if' x", """
                echo if then { } done
                ‹if› x
                """);
    }

    @Test
    void joinsLinesAndPassesOverComments() {
        reads("a \\\n  b # c; d\n\n# e\nf\r\n", """
                a b
                f
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\t", "# only a comment", "\\\n"})
    void readsNothingAsNothing(String script) {
        reads(script, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo 'a",
                "echo \"a",
                "echo $(a",
                "echo `a",
                "echo ${a",
                "if a; then b",
                "done",
                "a ) b",
                "a &&& b",
                "a | | b",
                "case a in b) c",
                "f(",
                "a >",
                "x=(a",
                "[[ a",
                "for a in b; do c",
                "{ a",
                "a ;; b",
                "<<",
                "$'",
                "${",
                "(("
            })
    void saysWhatIsNoScript(String script) {
        assertThat(Script.read(script)).isInstanceOf(Reading.NotUnderstood.class);
    }

    @Test
    void knowsWhereEachCommandBeginsAndEnds() {
        Reading reading = Script.read("a b; c >d ; (e f)");
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        Script script = ((Reading.Understood) reading).script();
        assertThat(script.statements().stream().map(Script.Statement::command).limit(2))
                .map(command -> ((Command.Simple) command).start() + "-" + ((Command.Simple) command).end())
                .containsExactly("0-3", "5-9");
    }

    @Test
    void followsNestingToItsBoundAndNoDeeper() {
        assertThat(outline(nested(Script.DEEPEST / 2))).contains("a");
        assertThat(outline(nested(Script.DEEPEST))).isEqualTo("not understood: nested deeper than 48 levels");
        assertThat(outline("(".repeat(100_000))).startsWith("not understood");
        assertThat(outline("$(".repeat(100_000))).startsWith("not understood");
        assertThat(outline("\"$(".repeat(100_000))).startsWith("not understood");
        assertThat(outline("`".repeat(99_999))).startsWith("not understood");
        assertThat(outline("${a:-".repeat(100_000))).startsWith("not understood");
        assertThat(outline("$((".repeat(100_000))).startsWith("not understood");
        assertThat(outline("@(".repeat(100_000))).startsWith("not understood");
        assertThat(outline("if ".repeat(100_000))).startsWith("not understood");
    }

    private static String nested(int depth) {
        return "$(".repeat(depth) + "a" + ")".repeat(depth);
    }

    @Test
    void readsToItsBoundOfSizeAndNoFurther() {
        String longest = "x".repeat(Script.LIMIT);
        assertThat(Script.read(longest)).isInstanceOf(Reading.Understood.class);
        assertThat(outline(longest + "x")).isEqualTo("not understood: longer than 2,097,152 characters");
        String most = "a\n".repeat(Script.MOST_NODES / 3);
        assertThat(Script.read(most)).isInstanceOf(Reading.Understood.class);
        assertThat(outline(most + most)).isEqualTo("not understood: more than 200,000 commands and words");
    }
}
