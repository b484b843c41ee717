package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotTest {

    @TempDir
    private Path folder;

    @Test
    void endsWhereTheFileEndedThoughEachPieceThatIsReadIsAppendedToIt() throws IOException {
        Path file = Files.writeString(folder.resolve("grows.jsonl"), "twelve bytes");
        StringBuilder text = new StringBuilder();
        try (Snapshot source = Snapshot.of(file)) {
            assertThat(source.hasChanged(file)).isFalse();
            for (byte[] piece = source.readNBytes(5); piece.length > 0; piece = source.readNBytes(5)) {
                text.append(new String(piece, StandardCharsets.UTF_8));
                Files.write(file, piece, StandardOpenOption.APPEND);
            }
            assertThat(source.read()).isEqualTo(-1);
            assertThat(source.hasChanged(file)).isTrue();
        }
        assertThat(text).hasToString("twelve bytes");
        assertThat(file).hasContent("twelve bytestwelve bytes");
    }

    @Test
    void endsWhereAFileThatShrinksEnds() throws IOException {
        Path file = Files.writeString(folder.resolve("shrinks.jsonl"), "twelve bytes");
        try (Snapshot source = Snapshot.of(file)) {
            Files.writeString(file, "six b.");
            assertThat(source.readAllBytes()).asString().isEqualTo("six b.");
            assertThat(source.hasChanged(file)).isTrue();
        }
    }
}
