package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a policy would have decided in a session that comes along.
final class ReplayCommandTest {

    private static final String SESSION = Run.EXAMPLES
            .resolve("claude-code")
            .resolve("claude-failing-edit.jsonl")
            .toString();

    private static final String REPORT = """
            policy on 9 calls of 1 sessions
              refused        1  111.11 of 1,000
              asked          5  555.56 of 1,000
              nudged         1  111.11 of 1,000
              a person is asked 5 times: 0.5 hours, at 360 seconds each
            by the rule that decides      refused    asked   nudged
              budget-calls                      1        0        0
                SESSION, line 72
                  git status --short
                  is beyond the session's budget of 8 calls: 9
              no-edits                          0        5        0
                SESSION, line 34
                  Edit /home/dev/ledger/ledger/reader.py
                  edits a file
              no-python                         0        0        1
                SESSION, line 59
                  python3 -m unittest 2>&1 | tail -4
                  runs python
            by class of findings          refused    asked   nudged
              repeated-tool-failure             0        0        1
              tool-misuse                       0        0        1
            against balanced: 7 calls are decided otherwise
              allowed → asked            5
                SESSION, line 34
                  Edit /home/dev/ledger/ledger/reader.py
                  edits a file
              allowed → nudged           1
                SESSION, line 59
                  python3 -m unittest 2>&1 | tail -4
                  runs python
              allowed → refused          1
                SESSION, line 72
                  git status --short
                  is beyond the session's budget of 8 calls: 9
            """;

    @TempDir
    private Path folder;

    private String policy = "";

    @BeforeEach
    void policy() throws IOException {
        Path file = folder.resolve("policy.yaml");
        Files.writeString(file, """
                version: 1
                conditions:
                  - id: no-edits
                    when: tool == "Edit"
                    mode: ask
                    reason: edits a file
                  - id: no-python
                    when: programs.exists(p, p.contains("python"))
                    mode: nudge
                    reason: runs python
                budgets:
                  calls: 8
                  mode: refuse
                """);
        policy = file.toString();
    }

    @Test
    void tellsWhatComesOfEachRuleWithSamplesAndTheDifference() {
        Run run = Run.of(
                folder,
                "replay",
                "--policy",
                policy,
                "--against",
                "balanced",
                "--samples",
                "1",
                "--seconds-per-approval",
                "360",
                SESSION);
        assertThat(run.output().replaceFirst("policy \\w+", "policy")).isEqualTo(REPORT.replace("SESSION", SESSION));
    }

    @Test
    void saysTheSameToPrograms() {
        Run run = Run.of(folder, "replay", "--policy", policy, "--against", "balanced", "--format", "jsonl", SESSION);
        String output = run.output().replaceAll("\"policy\":\"\\w+\"", "\"policy\":\"…\"");
        assertThat(output.lines().toList())
                .hasSize(13)
                .contains(
                        """
                        {"type":"call","session":"5336b702-2424-42d9-b0df-fcd83a2a9e94","file":"SESSION","line":72,\
                        "toolCallId":"toolu_01U3p8ECajemX47mHT7ATkPi","tool":"Bash","call":"git status --short",\
                        "decision":"deny","outcome":"refused","rules":["budget-calls"],\
                        "reason":"is beyond the session's budget of 8 calls: 9",\
                        "instead":"say what is done and what is left, and ask the person to go on",\
                        "policy":"…","against":"allowed"}""".replace("SESSION", SESSION),
                        "{\"type\":\"rule\",\"rule\":\"no-edits\",\"refused\":0,\"asked\":5,\"nudged\":0}",
                        "{\"type\":\"class\",\"class\":\"tool-misuse\",\"refused\":0,\"asked\":0,\"nudged\":1}")
                .last()
                .asString()
                .startsWith("{\"type\":\"summary\",\"policy\":\"…\",\"sessions\":1,\"calls\":9,\"refused\":1,"
                        + "\"asked\":5,\"nudged\":1,\"approvals\":5,\"secondsPerApproval\":30,\"changed\":7}");
    }

    @Test
    void aBudgetThatIsUsedUpIsAskedAboutOnceInASession() throws IOException {
        Path budget = folder.resolve("budget.yaml");
        Files.writeString(budget, "version: 1\nextends: observe\nbudgets: {calls: 2}\n");
        assertThat(Run.of(folder, "replay", "--policy", budget.toString(), SESSION)
                        .output())
                .contains("  asked          7", "  a person is asked 1 times:");
    }

    @Test
    void refusesABrokenPolicyByNameAndLine() throws IOException {
        Path broken = folder.resolve("broken.yaml");
        Files.writeString(broken, "version: 1\nbudget: {}\n");
        Run run = Run.of(folder, "replay", "--policy", policy, "--against", broken.toString(), SESSION);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.error()).startsWith(broken + ", line 2: there is no key `budget` here; there are `allow`");
    }
}
