package dev.fairlead.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every text that a page asks for is in the one file, and no template puts anything into a page unescaped.
final class MessagesTest {

    private static final Pattern ASKED = Pattern.compile("\\bsay\\(\"([a-z0-9.-]+)\"[,)]");
    private static final Pattern COUNTED = Pattern.compile("\\bcounted\\([^;]*?, \"([a-z]+)\"\\)");
    private static final Pattern UNESCAPED =
            Pattern.compile("\\$unsafe|style=\"|<style|\\son[a-z]+=|href=\"javascript");

    @Test
    void everyTextThatIsAskedForIsThere() {
        List<String> missing = new ArrayList<>();
        for (String source : sources()) {
            ASKED.matcher(source)
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !Say.has(key))
                    .forEach(missing::add);
            COUNTED.matcher(source)
                    .results()
                    .map(found -> "noun." + found.group(1) + ".many")
                    .filter(key -> !Say.has(key))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noTemplateGoesRoundTheEscaping() {
        assertThat(sources().stream()
                        .flatMap(source -> UNESCAPED.matcher(source).results().map(MatchResult::group)))
                .isEmpty();
    }

    @Test
    void numbersAreToldForPeople() {
        assertThat(Say.counted(1, "finding")).isEqualTo("1 finding");
        assertThat(Say.counted(1_200, "finding")).isEqualTo("1,200 findings");
        assertThat(List.of(Say.brief(950), Say.brief(1_234), Say.brief(98_765), Say.brief(4_500_000)))
                .containsExactly("950", "1.2k", "99k", "4.5M");
        assertThat(List.of(Say.percent(0, 0), Say.percent(1, 3))).containsExactly("–", "33 %");
    }

    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<String> sources = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(jte|java)"))
                    .toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
