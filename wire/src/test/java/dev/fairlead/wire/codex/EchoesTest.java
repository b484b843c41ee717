package dev.fairlead.wire.codex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.wire.codex.Echoes.Stream;
import org.junit.jupiter.api.Test;

final class EchoesTest {

    private final Echoes echoes = new Echoes();

    @Test
    void tellsWordsOnceInWhicheverStreamTheyComeFirst() {
        assertThat(echoes.isNew("agent", "a", Stream.ITEM)).isTrue();
        assertThat(echoes.isNew("agent", " a\n", Stream.EVENT)).isFalse();
        assertThat(echoes.isNew("agent", "a", Stream.COMPLETED)).isFalse();
        assertThat(echoes.isNew("agent", "b", Stream.COMPLETED)).isTrue();
        assertThat(echoes.isNew("agent", "b", Stream.ITEM)).isFalse();
    }

    @Test
    void tellsWordsTwiceThatOneStreamStatesTwice() {
        assertThat(echoes.isNew("agent", "a", Stream.ITEM)).isTrue();
        assertThat(echoes.isNew("agent", "a", Stream.ITEM)).isTrue();
        assertThat(echoes.isNew("agent", "a", Stream.EVENT)).isFalse();
        assertThat(echoes.isNew("agent", "a", Stream.EVENT)).isFalse();
        assertThat(echoes.isNew("agent", "a", Stream.EVENT)).isTrue();
    }

    @Test
    void keepsTheSortsOfWordsApart() {
        assertThat(echoes.isNew("agent", "a", Stream.ITEM)).isTrue();
        assertThat(echoes.isNew("prompt", "a", Stream.EVENT)).isTrue();
    }

    @Test
    void forgetsAtTheEndOfATurn() {
        assertThat(echoes.isNew("agent", "a", Stream.ITEM)).isTrue();
        echoes.clear();
        assertThat(echoes.isNew("agent", "a", Stream.EVENT)).isTrue();
    }
}
