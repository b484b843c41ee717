package dev.fairlead.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandLineTest {

    private static List<List<String>> split(String line) {
        return CommandLine.of(line).commands().stream()
                .map(SimpleCommand::words)
                .toList();
    }

    @Test
    void cutsListsPipesAndGroupsIntoSimpleCommands() {
        assertThat(split("cd src && (make -j2 | tail -3); { echo done & }"))
                .containsExactly(
                        List.of("cd", "src"), List.of("make", "-j2"), List.of("tail", "-3"), List.of("echo", "done"));
    }

    @Test
    void takesQuotesOffAndKeepsWhatOnlyAShellCouldKnow() {
        assertThat(split("grep \"a b\" 'c;d' e\\ f \"$HOME/x\" $(ls; pwd) `date` ${x:-y z} $'q'"))
                .containsExactly(
                        List.of("grep", "a b", "c;d", "e f", "$HOME/x", "$(ls; pwd)", "`date`", "${x:-y z}", "q"));
    }

    @Test
    void leavesOutRedirectionsAssignmentsCommentsAndHereDocuments() {
        assertThat(split("FOO=1 make > out.txt 2>&1 # rm -rf /\ncat <<'END' >x && ls\nrm -rf /\nEND\necho hi"))
                .containsExactly(List.of("make"), List.of("cat"), List.of("ls"), List.of("echo", "hi"));
    }

    @Test
    void takesWrappersOff() {
        assertThat(split("sudo -E env A=b timeout -k 5 30 pytest -q; nohup time npm test &"))
                .containsExactly(List.of("pytest", "-q"), List.of("npm", "test"));
    }

    @Test
    void readsTheCommandsOfConditionsAndLoops() {
        assertThat(split("if test -f x; then cat x; else ls; fi; for f in a b; do rm $f; done"))
                .contains(List.of("test", "-f", "x"), List.of("cat", "x"), List.of("ls"), List.of("rm", "$f"));
    }

    @Test
    void readsWhatIsBrokenAsFarAsItGoes() {
        assertThat(split("echo 'never closed")).containsExactly(List.of("echo", "never closed"));
        assertThat(split("echo \"never closed")).containsExactly(List.of("echo", "never closed"));
        assertThat(split("echo $(never closed")).containsExactly(List.of("echo", "$(never closed"));
        assertThat(split("echo \\")).containsExactly(List.of("echo"));
        assertThat(split("cat <<END\nnever closed")).containsExactly(List.of("cat"));
        assertThat(split("  \n\t;;&& | ")).isEmpty();
    }

    @Test
    void saysWhenItDidNotReadEverything() {
        assertThat(CommandLine.of("a;".repeat(CommandLine.MOST_COMMANDS)).isWhole())
                .isTrue();
        assertThat(CommandLine.of("a;".repeat(CommandLine.MOST_COMMANDS) + "b").isWhole())
                .isFalse();
        assertThat(CommandLine.of("x".repeat(CommandLine.LIMIT)).isWhole()).isTrue();
        CommandLine beyond = CommandLine.of("x".repeat(CommandLine.LIMIT) + ";rm");
        assertThat(beyond.isWhole()).isFalse();
        assertThat(beyond.runs("rm")).isFalse();
    }

    @Test
    void takesTimeLinearInTheLength() {
        String nested = "$(".repeat(CommandLine.LIMIT / 2);
        assertThat(CommandLine.of("echo " + nested).commands()).hasSize(1);
        assertThat(CommandLine.of("\"" + nested).commands()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "pytest -q, TEST",
        "python3 -m pytest tests, TEST",
        "go test ./..., TEST",
        "npm run test:unit, TEST",
        "mise run test:ci, TEST",
        "mvn -q verify, TEST",
        "make test, TEST",
        "./tests/runtests.py aggregation, TEST",
        "python tests/runtests.py aggregation, TEST",
        "python3 test_fix.py, TEST",
        "node parser.test.js, TEST",
        "sh run-tests.sh, TEST",
        "python -m py_compile a.py, BUILD",
        "make, BUILD",
        "go build ./cmd/x, BUILD",
        "cargo check, BUILD",
        "npx tsc --noEmit, BUILD",
        "mise run lint, LINT",
        "golangci-lint run, LINT",
        "cargo clippy, LINT",
        "'mise run fmt && mise run test', TEST",
    })
    void tellsWhatACommandChecks(String line, CheckKind kind) {
        assertThat(CheckKind.of(CommandLine.of(line))).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "ls test",
        "npm install jest",
        "echo pytest",
        "cat Makefile",
        "git log --grep test",
        "python3 app.py",
        "test -f a.sh",
        "python3 latest.py",
        "./contest.sh"
    })
    void tellsThatACommandChecksNothing(String line) {
        assertThat(CheckKind.of(CommandLine.of(line))).isEqualTo(Optional.empty());
    }
}
