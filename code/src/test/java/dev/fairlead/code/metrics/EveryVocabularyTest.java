package dev.fairlead.code.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.code.syntax.Grammar;
import dev.fairlead.code.syntax.NativeParser;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EveryVocabularyTest {

    @ParameterizedTest
    @EnumSource(Grammar.class)
    void namesOnlyKindsThatItsGrammarKnows(Grammar grammar) throws IOException {
        Vocabulary words = Vocabulary.of(grammar);
        try (NativeParser parser = NativeParser.open()) {
            Set<String> unknown = new TreeSet<>(words.constructs().keySet());
            unknown.addAll(words.parameters());
            unknown.addAll(words.operators());
            unknown.removeAll(parser.kinds(grammar));
            assertThat(unknown).isEmpty();
        }
        assertThat(words.constructs()).containsValue(Construct.FUNCTION).containsValue(Construct.IF);
    }
}
