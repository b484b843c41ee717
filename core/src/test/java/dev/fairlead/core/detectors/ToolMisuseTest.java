package dev.fairlead.core.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.detect.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ToolMisuseTest {

    @Test
    void staysQuietOnFailingTestsBuildsAndLint() {
        Script.of("""
                task    make the tests pass
                runs    pytest tests/test_a.py
                exits   1 E  FileNotFoundError: No such file or directory: 'data/tests.json'
                runs    go build ./...
                exits   1 main.go:7:2: undefined: unknown flag
                runs    npm run lint
                exits   1 error  Unexpected console statement
                """).play(new ToolMisuse());
    }

    @Test
    void staysQuietOnSearchesAndProbesThatFindNothing() {
        Script.of("""
                task    find it
                runs    grep -rn needle src
                exits   1
                runs    command -v terraform
                exits   1
                runs    git diff --quiet
                exits   1
                looks   needle
                works   No files found
                """).play(new ToolMisuse());
    }

    @Test
    void staysQuietOnWhatIsNotTheAgentsFault() {
        Script.of("""
                task    publish it
                runs    git push
                refused The user doesn't want to proceed with this tool use.
                reads   a.py
                skipped Sibling tool call errored
                runs    curl https://host.example
                exits   6 curl: (6) Could not resolve host: host.example
                runs    cat /etc/shadow
                exits   1 cat: /etc/shadow: Permission denied
                runs    ./run.sh
                exits   1 run.sh: line 4: /opt/other/tool: No such file or directory
                """).play(new ToolMisuse());
    }

    @Test
    void flagsAnEditWhoseTextIsNotThereAndSpeaksOnceUntilOneWorks() {
        List<Finding> findings = Script.of("""
                task    rename it
                edits   a.py: old => new
                fails   <tool_use_error>String to replace not found in file.</tool_use_error> << tool-misuse low
                edits   a.py: old  => new
                fails   <tool_use_error>String to replace not found in file.</tool_use_error>
                edits   a.py: older => new
                works
                edits   a.py: old => new
                fails   <tool_use_error>String to replace not found in file.</tool_use_error> << tool-misuse low
                """).play(new ToolMisuse());
        assertThat(findings.getFirst().claim())
                .isEqualTo("called `Edit` on `a.py` and it failed: edit text not found (`String to replace not found in"
                        + " file.`)");
        assertThat(findings.getFirst().remedy())
                .isEqualTo("read the lines again and copy the text to replace exactly as it stands there");
    }

    @Test
    void flagsEachKindOfMisuse() {
        Script.of("""
                task    have a look
                edits   a.py: x => y
                fails   Found 3 matches of the string to replace, but replace_all is false. << tool-misuse low
                edits   b.py: x => y
                fails   File has not been read yet. Read it first before writing to it. << tool-misuse low
                edits   c.py: x => y
                fails   File has been modified since read, either by the user or by a linter. << tool-misuse low
                edits   c.py: x => y
                fails   No changes to make: old_string and new_string are exactly the same. << tool-misuse low
                reads   nowhere.py
                fails   File does not exist. << tool-misuse low
                reads   src
                fails   EISDIR: illegal operation on a directory, read << tool-misuse low
                reads   huge.log
                fails   File content (31122 tokens) exceeds maximum allowed tokens (25000). << tool-misuse low
                looks   x
                fails   InputValidationError: the required parameter `pattern` is missing << tool-misuse low
                polls   7
                fails   No such tool available: TaskOutputs << tool-misuse low
                """).play(new ToolMisuse());
    }

    @Test
    void flagsCommandsThatAreWrongThemselves() {
        Script.of("""
                task    have a look
                runs    terrafrom plan
                exits   127 bash: line 1: terrafrom: command not found << tool-misuse low
                runs    gh pr diff 88 --stat
                exits   1 unknown flag: --stat << tool-misuse low
                runs    cat src/nowhere.py
                exits   1 cat: src/nowhere.py: No such file or directory << tool-misuse low
                runs    echo $(date
                exits   2 bash: -c: line 1: unexpected EOF while looking for matching `)' << tool-misuse low
                runs    cd src && pytest
                exits   1 (eval):cd:1: no such file or directory: src << tool-misuse low
                """).play(new ToolMisuse());
    }

    @ParameterizedTest
    @CsvSource({
        "apply_patch verification failed: Failed to find expected lines in a.py, edit text not found",
        "Found 2 matches of the string to replace, edit text ambiguous",
    })
    void namesTheKindInItsClaim(String answer, String kind) {
        List<Finding> findings = Script.of("task go\nedits a.py: x => y\nfails " + answer + " << tool-misuse low")
                .play(new ToolMisuse());
        assertThat(findings.getFirst().claim()).contains(kind);
    }

    @Test
    void believesTheTextWhereTheAgentHasNoFlag() {
        Script.of("""
                task    have a look
                reads   nowhere.py
                answers ENOENT: no such file or directory, open 'nowhere.py' << tool-misuse low
                reads   notes.md
                answers Errors are listed below: File does not exist is one of them, and the list goes on for a while.
                """.replace("Errors are listed", "# Troubleshooting " + "x".repeat(400) + " Errors are listed"))
                .play(new ToolMisuse());
    }
}
