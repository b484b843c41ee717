package dev.fairlead.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewriteTest {

    private static final Rewrite LEASE = new Rewrite(
            "lease", List.of("git", "push"), Set.of("--force", "-f"), "--force-with-lease", "is forced blindly");

    private static final Rewrite HOOKS =
            new Rewrite("hooks", List.of("git", "commit"), Set.of("--no-verify", "-n"), "", "skips the checks");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            git push --force origin main            | git push --force-with-lease origin main
            git push origin topic -f                | git push origin topic --force-with-lease
            make && git push -f; git push --force x | make && git push --force-with-lease; git push --force-with-lease x
            (cd a && git push -f)                   | (cd a && git push --force-with-lease)
            echo $(git push -f)                     | echo $(git push --force-with-lease)
            """)
    void wordsOfACommandAreReplacedWhereverItStands(String line, String rewritten) {
        assertThat(LEASE.of(line)).contains(rewritten);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            git push origin main
            git push
            git commit -f
            git pull --force
            echo git push --force
            git push '--force'
            git push $FORCE
            git -C other push --force
            git push --force-with-lease
            git push --force "
            """)
    void whatIsNotWrittenOutSoIsLeftAlone(String line) {
        assertThat(LEASE.of(line)).isEmpty();
    }

    @Test
    void aWordWithNothingInItsPlaceIsLeftOutWithItsSpace() {
        assertThat(HOOKS.of("git commit --no-verify -m 'a -n b' -n")).contains("git commit -m 'a -n b'");
    }
}
