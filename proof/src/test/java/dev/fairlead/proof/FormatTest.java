package dev.fairlead.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What we write is as `./format` would write it.
///
/// A test and not a plugin, since the formatter parses with the javac of the JVM that it runs in: Maven's may be older
/// than our language, while tests run on the JDK that we compile for.
class FormatTest {
    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    @Test
    void everyFileIsFormatted() {
        List<Path> misformatted = SourceFile.ofTheHouse().stream()
                .filter(SourceFile::isJava)
                .filter(file -> !isFormatted(file))
                .map(SourceFile::path)
                .toList();
        assertThat(misformatted).as("run ./format to put these right").isEmpty();
    }

    @Test
    void misformattedOffendersAreRefused() {
        assertThat(List.of(
                        "class   Spaced {}\n",
                        "class Tabbed {\n\tint one;\n}\n",
                        "import java.util.List;\n\nclass Unused {}\n",
                        "class Unfinished {}"))
                .noneMatch(text -> isFormatted(new SourceFile(Path.of("Offender.java"), text)));
    }

    @Test
    void theNewestLanguageIsUnderstood() {
        String text = """
                /// A `sealed` family.
                ///
                /// - kept as it is,   spaces and all
                sealed interface Shape {
                    record Circle(int radius) implements Shape {}

                    record Named(String name, Shape shape) implements Shape {}

                    static int size(Shape shape) {
                        return switch (shape) {
                            case Circle(int radius) -> radius;
                            case Named(String _, Circle _) -> 0;
                            case Named named -> size(named.shape());
                        };
                    }
                }
                """;
        assertThat(isFormatted(new SourceFile(Path.of("Shape.java"), text))).isTrue();
    }

    private static boolean isFormatted(SourceFile file) {
        try {
            // The same three steps in the same order as Spotless takes them.
            String ordered = ImportOrderer.reorderImports(file.text(), Style.PALANTIR);
            String used = RemoveUnusedImports.removeUnusedImports(ordered);
            return FORMATTER.formatSource(used).equals(file.text());
        } catch (FormatterException failure) {
            throw new IllegalArgumentException(file.path() + " cannot be read by the formatter", failure);
        }
    }
}
