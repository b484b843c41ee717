package dev.fairlead.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The page about secrets says what the catalogue of rules says.
final class SecretPageTest {

    @Test
    void saysWhatTheCatalogueSays() throws IOException {
        Path page = SourceFile.root().resolve("docs/secrets.md");
        String made = SecretPage.text();
        if (Boolean.getBoolean("pages")) {
            Files.writeString(page, made);
        }
        assertThat(Files.readString(page))
                .as("run `mvn -Dpages verify` to make it anew")
                .isEqualTo(made);
    }

    @Test
    void tellsEveryKindOfRule() {
        assertThat(SecretPage.text())
                .contains("| `private-key` |", "| `github-token` | GitHub | `ghp_{alnum 36}`;", "beside `snyk`");
    }
}
