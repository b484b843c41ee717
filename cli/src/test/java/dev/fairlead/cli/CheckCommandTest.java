package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.decide.Preset;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class CheckCommandTest {

    @Test
    void answersEveryLineInOrderAndGoesOnBehindABadOne() {
        String input = """
                {"id":"a","command":"ls"}
                {"id":2,"command":"git push -f","cwd":"/work/app"}
                {"id":3,
                {"id":4,"text":"no command"}
                [1]
                {"command":"rm -rf ."}
                """;
        assertThat(run(
                        input,
                        "check-command",
                        "--batch",
                        "--preset",
                        "balanced",
                        "--cwd",
                        "/",
                        "--workspace",
                        "/work/app"))
                .isEqualTo(new Run(0, """
                        {"id":"a","decision":"allow","rules":[],"reason":"","instead":"","policy":"DIGEST"}
                        {"id":2,"decision":"ask","rules":["force-push"],"reason":"`git push --force` writes over what others may have pushed","instead":"use `git push --force-with-lease`","policy":"DIGEST"}
                        {"error":"line 3 is not JSON","decision":"ask","rules":["not-understood"],"reason":"cannot be understood before it runs: line 3 is not JSON","instead":"write the command in plain words, without code that is put together as it runs","policy":"DIGEST"}
                        {"id":4,"error":"line 4 has no `command` that is a string","decision":"ask","rules":["not-understood"],"reason":"cannot be understood before it runs: line 4 has no `command` that is a string","instead":"write the command in plain words, without code that is put together as it runs","policy":"DIGEST"}
                        {"error":"line 5 is not one JSON object","decision":"ask","rules":["not-understood"],"reason":"cannot be understood before it runs: line 5 is not one JSON object","instead":"write the command in plain words, without code that is put together as it runs","policy":"DIGEST"}
                        {"decision":"deny","rules":["delete-system","touch-guarded"],"reason":"deletes `.`, on which the whole machine or account rests","instead":"delete only the files that you made, each by its full path within the workspace","policy":"DIGEST"}
                        """.replace("DIGEST", Preset.BALANCED.digest()), ""));
    }

    @Test
    void decidesAboutOneCommand() {
        assertThat(run("", "check-command", "--preset", "balanced", "--cwd", "/work/app", "--", "git push -f"))
                .isEqualTo(new Run(0, """
                        ask
                          ask force-push: `git push --force` writes over what others may have pushed
                            instead: use `git push --force-with-lease`
                        """, ""));
        assertThat(run("", "check-command", "--preset", "observe", "--format", "json", "--", "git push -f"))
                .isEqualTo(new Run(
                        0,
                        "{\"decision\":\"allow\",\"rules\":[],\"reason\":\"\",\"instead\":\"\",\"policy\":\""
                                + Preset.OBSERVE.digest() + "\"}\n",
                        ""));
    }

    @Test
    void refusesWrongUsageByName() {
        assertThat(run("", "check-command").status()).isEqualTo(2);
        assertThat(run("", "check-command", "--batch", "--", "ls").error()).contains("either one command behind `--`");
    }

    @Test
    void explainsHowACommandIsUnderstood() {
        assertThat(run("", "explain", "--preset", "balanced", "--cwd", "/work/app", "--", "cd src && rm -rf \"$X\"")
                        .output())
                .isEqualTo("""
                        understood as
                          cd src
                          and
                            rm -rf ‹{X}›
                        would do
                          deletes `$X` (only a running shell could tell where) and all below it, without a question
                        decided by policy DIGEST
                          allow
                          shadow delete-forced: deletes `$X` and everything below, without a question
                                 by preset balanced
                          shadow delete-unknown: deletes `$X`, and where that is cannot be told before
                                 by preset balanced
                          shadow delete-with-force: deletes `$X` without a question
                                 by preset balanced
                        """.replace("DIGEST", Preset.BALANCED.digest()));
        assertThat(run("", "explain", "--", "echo $(").output())
                .startsWith("understood as\n  nothing, from character 7 on: a bracket is never closed\n");
    }

    private static Run run(String input, String... arguments) {
        InputStream before = System.in;
        StringWriter output = new StringWriter();
        StringWriter error = new StringWriter();
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            int status = Main.commandLine()
                    .setOut(new PrintWriter(output))
                    .setErr(new PrintWriter(error))
                    .execute(arguments);
            return new Run(status, output.toString(), error.toString());
        } finally {
            System.setIn(before);
        }
    }
}
