package dev.fairlead.core.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.core.event.Action;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which calls wait, which only look, and how calls are spoken of.
final class CallKindsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sleep 5",
                "watch date",
                "wait",
                "ps aux",
                "pgrep x",
                "jobs",
                "lsof -i",
                "tmux ls",
                "screen -ls",
                "make; ps",
                "gh run view 7",
                "gh pr checks 3",
                "gh issue view 3 --watch",
                "glab ci status",
                "glab pipeline list",
                "kubectl get pods",
                "kubectl logs x",
                "kubectl wait x",
                "kubectl rollout status x",
                "kubectl describe x -w",
                "kubectl describe x --watch",
                "docker ps",
                "docker logs x",
                "podman wait x",
                "docker inspect x",
                "systemctl status x",
                "systemctl is-active x",
                "tail -f x",
                "tail -F x"
            })
    void isPatientWithCommandsThatAskAfterSomething(String command) {
        Script.of("task see\n" + "runs %s\nworks same\n".formatted(command).repeat(11))
                .play(new RepetitionLoop());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gh pr view 3",
                "gh issue list",
                "glab mr list",
                "kubectl apply -f x",
                "docker build .",
                "systemctl restart x",
                "tail x",
                "curl x"
            })
    void isNotPatientWithOthers(String command) {
        String round = "runs %s\nworks same".formatted(command);
        Script.of("task see\n" + (round + "\n").repeat(3) + round + " << repetition-loop medium\n")
                .play(new RepetitionLoop());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git status",
                "git log -3",
                "sed -n 1,5p a",
                "cat a | head",
                "pytest",
                "ls; pwd",
                "cd x && git diff"
            })
    void takesNoLookForAnotherApproach(String command) {
        fails(command, " << repeated-tool-failure medium");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git checkout a",
                "sed -i s/a/b/ c",
                "sed -i.bak s/a/b/ c",
                "sed --in-place s/a/b/ c",
                "npm install x",
                "ls; rm a"
            })
    void takesWhatMayChangeSomethingForAnotherApproach(String command) {
        fails(command, "");
    }

    private static void fails(String between, String said) {
        Script.of("""
                task query the service
                runs svc get a
                exits 1 error: not logged in
                runs svc get a
                exits 1 error: not logged in
                runs %s
                works done
                runs svc get a
                exits 1 error: not logged in%s
                """.formatted(between, said)).play(new RepeatedToolFailure());
    }

    @Test
    void quotesOnOneLineWithoutBackquotes() {
        assertThat(Words.quoted(" a\n\t b `c`\u007fd ", 80)).isEqualTo("a b 'c' d");
        assertThat(Words.quoted("abcd", 4)).isEqualTo("abcd");
        assertThat(Words.quoted("abcde", 4)).isEqualTo("abcd…");
        assertThat(Words.quoted("abc😀", 4)).isEqualTo("abc…");
        assertThat(Words.quoted("abc   ", 4)).isEqualTo("abc …");
    }

    @Test
    void speaksOfWhatACallIsAbout() {
        String path = "p".repeat(80);
        assertThat(Words.about(new Action.Read(path))).isEqualTo(" on `" + path + "`");
        assertThat(Words.about(new Action.Read("/x/" + path))).isEqualTo(" on `…" + path + "`");
        assertThat(Words.about(new Action.Patch(List.of()))).isEmpty();
        assertThat(Words.about(new Action.Search("x", Optional.empty()))).isEqualTo(" for `x`");
        assertThat(Words.about(new Action.Fetch("u"))).isEqualTo(" for `u`");
        assertThat(Words.about(new Action.Poll("u"))).isEmpty();
    }

    @Test
    void comparesAsManyCallsAsItKeepsAndNoMore() {
        int most = LoopLimits.WINDOW;
        assertThatCode(() -> {
                    new LoopLimits(most / 2, 0, 1, true, 2);
                    new LoopLimits(0, 4, 4, true, 4);
                    new LoopLimits(0, 0, 1, true, most, 1, false, false);
                })
                .doesNotThrowAnyException();
        for (Runnable beyond : List.<Runnable>of(
                () -> new LoopLimits(most / 2 + 1, 0, 1, true, 2),
                () -> new LoopLimits(0, 13, 5, true, 1),
                () -> new LoopLimits(0, 5, 5, true, 3),
                () -> new LoopLimits(0, 0, 1, true, most + 1, 1, false, false))) {
            assertThatThrownBy(beyond::run).hasMessage("limits need more than 64 calls to compare");
        }
        assertThatThrownBy(() -> new LoopLimits(0, 0, 1, true, 0)).hasMessageContaining("patience is below 1");
        assertThatThrownBy(() -> new LoopLimits(-1, 0, 1, true, 1)).hasMessageContaining("a limit is negative");
    }
}
