package dev.fairlead.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.shell.CommandLine;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether a call failed and why, as the answer tells it. In the answers `/` between blanks ends a line.
final class DiagnosisTest {

    private static final CallId ID = new CallId("c");

    private static Action action(String text) {
        int blank = text.indexOf(' ');
        String rest = text.substring(blank + 1);
        return switch (text.substring(0, blank)) {
            case "$" -> new Action.Command(rest, Optional.empty());
            case "read" -> new Action.Read(rest);
            case "edit" -> new Action.Edit(rest, List.of(new Action.Replacement("a", "b", false)));
            case "poll" -> new Action.Poll(rest);
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String diagnosed(String action, Outcome outcome, OptionalInt status, String answer) {
        ToolReturned returned = new ToolReturned(ID, outcome, status, answer.replace(" / ", "\n"), 0);
        Action called = action(action);
        CommandLine line = called instanceof Action.Command run ? CommandLine.of(run.line()) : CommandLine.NONE;
        return Diagnosis.of(called, line, returned).map(FailureKind::name).orElse("WORKED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            $ gti status ~ bash: line 1: gti: command not found ~ NO_SUCH_COMMAND
            $ python3 -m pytest ~ /usr/bin/python3: No module named pytest ~ NO_SUCH_COMMAND
            $ python3 -m pytest ~ ModuleNotFoundError: No module named 'parser' ~ TEST_FAILED
            $ git fetch origin ~ remote: Not Found ~ OTHER
            $ find / -name '*.md' ~ find: ‘/proc/35/net’: Invalid argument ~ NOTHING_FOUND
            $ gti status ~ sh: 1: gti: not found ~ NO_SUCH_COMMAND
            $ ls /nowhere ~ ls: cannot access '/nowhere': No such file or directory ~ NO_SUCH_PATH
            $ ls nowhere ~ ls: cannot access 'nowhere': No such file or directory ~ NO_SUCH_PATH
            $ ./run.sh ~ cat: /opt/tool: No such file or directory ~ OTHER
            $ cat src ~ cat: src: Is a directory ~ WRONG_KIND_OF_PATH
            $ rg --nonsense x ~ rg: unrecognized flag --nonsense ~ NOTHING_FOUND
            $ curl --tokn x ~ curl: option --tokn: unknown option ~ NO_SUCH_FLAG
            $ echo "a ~ bash: -c: line 1: unexpected EOF while looking for matching ~ BAD_ARGUMENTS
            $ npm run biuld ~ npm error Missing script: "biuld" ~ NO_SUCH_PATH
            $ pytest tests ~ tests/test_a.py: No such file or directory: 'x' / 1 failed ~ TEST_FAILED
            $ pytest --frobnicate ~ usage: pytest / error: unrecognized arguments: --frobnicate ~ NO_SUCH_FLAG
            $ pytest tests ~ E  error: unknown option of the program under test / 1 failed ~ TEST_FAILED
            $ npm run build ~ src/a.ts(1,1): error TS1005 ~ BUILD_FAILED
            $ eslint . ~ 3 problems ~ LINT_FAILED
            $ grep x y.txt ~ nothing ~ NOTHING_FOUND
            $ git diff --quiet ~ nothing ~ NOTHING_FOUND
            $ git grep x ~ nothing ~ NOTHING_FOUND
            $ git rev-parse HEAD ~ nothing ~ NOTHING_FOUND
            $ git config user.name ~ nothing ~ NOTHING_FOUND
            $ git push ~ nothing ~ OTHER
            $ curl https://x.example ~ curl: (6) Could not resolve host: x.example ~ NETWORK
            $ cat /etc/shadow ~ cat: /etc/shadow: Permission denied ~ PERMISSION
            $ make all ~ Command timed out after 120 s ~ TIMED_OUT
            """)
    void tellsWhyACallFailed(String action, String answer, String kind) {
        assertThat(diagnosed(action, Outcome.FAILED, OptionalInt.empty(), answer))
                .isEqualTo(kind);
        assertThat(diagnosed(action, Outcome.UNSTATED, OptionalInt.of(1), answer))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            $ git push ~ The user doesn't want to proceed with this tool use ~ REFUSED
            $ git push ~ Request interrupted by user ~ INTERRUPTED
            $ git push ~ Sibling tool call errored ~ SKIPPED
            $ git push ~ Permission to use Bash has been denied ~ DENIED
            read a.py ~ File does not exist. ~ NO_SUCH_PATH
            read a.py ~ EISDIR: illegal operation on a directory, read ~ WRONG_KIND_OF_PATH
            edit a.py ~ String to replace not found in file. ~ EDIT_TEXT_NOT_FOUND
            edit a.py ~ No match found ~ EDIT_TEXT_NOT_FOUND
            edit a.py ~ Could not find oldString in the file. It must match exactly. ~ EDIT_TEXT_NOT_FOUND
            edit a.py ~ Multiple matches found ~ EDIT_TEXT_AMBIGUOUS
            edit a.py ~ No changes to apply: oldString and newString are identical. ~ EDIT_WITHOUT_CHANGE
            edit a.py ~ "path": Required ~ BAD_ARGUMENTS
            edit a.py ~ Invalid input for tool edit: JSON parsing failed: Text: { ~ BAD_ARGUMENTS
            edit a.py ~ Model tried to call unavailable tool 'edti'. ~ NO_SUCH_TOOL
            edit a.py ~ No changes to make: both texts are the same ~ EDIT_WITHOUT_CHANGE
            poll 7 ~ No such tool available: Poll ~ NO_SUCH_TOOL
            poll 7 ~ Skill model is not a prompt-based skill ~ NO_SUCH_TOOL
            poll 7 ~ deadline exceeded ~ TIMED_OUT
            poll 7 ~ what else ~ OTHER
            """)
    void tellsWhyOthersFailedAndWhoKeptACallFromRunning(String action, String answer, String kind) {
        assertThat(diagnosed(action, Outcome.FAILED, OptionalInt.empty(), answer))
                .isEqualTo(kind);
        assertThat(diagnosed(action, Outcome.UNSTATED, OptionalInt.of(1), answer))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            $ ls ~ a.py ~ WORKED
            $ make ~ Exit code 2 / make: *** [all] Error 1 ~ BUILD_FAILED
            $ make ~ Exit code 0 / done ~ WORKED
            $ make ~ Exit code: 0 / done ~ WORKED
            $ ls /nowhere ~ ls: cannot access '/nowhere': No such file or directory ~ NO_SUCH_PATH
            $ ls /nowhere | head ~ ls: cannot access '/nowhere': No such file or directory ~ NO_SUCH_PATH
            $ ls /nowhere || true ~ ls: cannot access '/nowhere': No such file or directory ~ WORKED
            $ ls /nowhere; ls ~ ls: cannot access '/nowhere': No such file or directory ~ WORKED
            $ go test ./... ~ ok  a / FAIL\tb 0.1s ~ TEST_FAILED
            $ go test ./... ~ ok  a / FAIL ~ TEST_FAILED
            $ go test ./... | tail ~ ok  a / FAIL\tb 0.1s ~ WORKED
            $ pytest ~ ==== 2 failed, 3 passed ==== ~ TEST_FAILED
            $ pytest ~ ==== 0 failed, 3 passed ==== ~ WORKED
            $ pytest ~ ==== x2 failed, 3 passed ==== ~ WORKED
            $ cat report ~ ==== 2 failed, 3 passed ==== ~ WORKED
            $ golangci-lint run ~ a.go:1: x / 7 issues: ~ LINT_FAILED
            $ ruff check ~ Found 2 errors. ~ LINT_FAILED
            $ git merge a ~ Auto-merging / CONFLICT (content): Merge conflict in a ~ OTHER
            $ python3 a.py ~ going / Traceback (most recent call last) / ValueError: x ~ OTHER
            $ python3 a.py ~ going / the task said error: none ~ WORKED
            $ nx build a ~ going / nx error task failed ~ BUILD_FAILED
            read a.py ~ a.py does not exist ~ OTHER
            read a.py ~ 1 x = 2 ~ WORKED
            edit a.py ~ String to replace not found in file. / a ~ EDIT_TEXT_NOT_FOUND
            edit a.py ~ The file a.py has been updated. / String to replace not found in file. ~ WORKED
            poll 7 ~ No such tool available: Poll ~ NO_SUCH_TOOL
            poll 7 ~ Agent type 'x' not found ~ NO_SUCH_TOOL
            poll 7 ~ what 'x' not found ~ WORKED
            poll 7 ~ done / No such tool available: Poll ~ WORKED
            $ git push ~ The user doesn't want to proceed with this tool use ~ REFUSED
            """)
    void tellsFromTheTextAloneWhetherACallFailed(String action, String answer, String kind) {
        assertThat(diagnosed(action, Outcome.UNSTATED, OptionalInt.empty(), answer.replace("\\t", "\t")))
                .isEqualTo(kind);
    }

    @Test
    void believesOnlyAShortAnswerOfAReadThatItsFileIsMissing() {
        String complaint = "the file does not exist";
        String filler = "x".repeat(399 - complaint.length());
        assertThat(diagnosed("read a", Outcome.UNSTATED, OptionalInt.empty(), filler + complaint))
                .isEqualTo("NO_SUCH_PATH");
        assertThat(diagnosed("read a", Outcome.UNSTATED, OptionalInt.empty(), "x" + filler + complaint))
                .isEqualTo("WORKED");
    }

    @Test
    void believesTheAgentsFlagAndTheExitStatusBeforeTheText() {
        String complaint = "fatal: not a git repository";
        assertThat(diagnosed("$ git log", Outcome.SUCCEEDED, OptionalInt.empty(), complaint))
                .isEqualTo("WORKED");
        assertThat(diagnosed("$ git log", Outcome.RUNNING, OptionalInt.empty(), complaint))
                .isEqualTo("WORKED");
        assertThat(diagnosed("$ git log", Outcome.UNSTATED, OptionalInt.of(0), complaint))
                .isEqualTo("WORKED");
        assertThat(diagnosed("$ git log", Outcome.UNSTATED, OptionalInt.of(128), complaint))
                .isEqualTo("NO_SUCH_PATH");
        assertThat(diagnosed("$ git log", Outcome.UNSTATED, OptionalInt.empty(), complaint))
                .isEqualTo("NO_SUCH_PATH");
        assertThat(diagnosed("$ gti log", Outcome.FAILED, OptionalInt.of(127), ""))
                .isEqualTo("NO_SUCH_COMMAND");
        assertThat(diagnosed("$ pytest", Outcome.FAILED, OptionalInt.of(127), ""))
                .isEqualTo("TEST_FAILED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            Exit code 1 / error: not logged in / more ~ error: not logged in
            Exit code 1 / building / cannot open x / more ~ cannot open x
            Exit code 1 / building / done ~ building
            <tool_use_error>File does not exist.</tool_use_error> ~ File does not exist.
            going / Traceback (most recent call last) / File "a.py", line 1 / ValueError: x ~ ValueError: x
            """)
    void quotesTheLineThatSaysBestWhatWentWrong(String answer, String excerpt) {
        assertThat(Diagnosis.excerpt(answer.replace(" / ", "\n"))).isEqualTo(excerpt);
    }

    @Test
    void quotesNoMoreThanItKeeps() {
        assertThat(Diagnosis.excerpt("")).isEmpty();
        assertThat(Diagnosis.excerpt("x".repeat(Failure.EXCERPT))).hasSize(Failure.EXCERPT);
        assertThat(Diagnosis.excerpt("x".repeat(Failure.EXCERPT + 1))).isEqualTo("x".repeat(Failure.EXCERPT));
    }
}
