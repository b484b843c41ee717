package dev.fairlead.wire.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.effect.Tracker;
import dev.fairlead.core.effect.Tracking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read of repositories, beside those that git itself makes.
final class CheckoutTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void makeARepository() throws Exception {
        git("init", "-q", "-b", "trunk");
        write("src/main.c", "int main;\n");
        write("src/deep/er/other.c", "int other;\n");
        write("docs/a.txt", "a\n");
        write(".gitignore", "*.log\nbuild/\n/dist\n!keep.log\ndocs/**/drafts\n[ab].tmp\n\\#odd\n# nothing\n");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "all");
    }

    private void git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        assertThat(builder.start().waitFor()).isZero();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Checkout checkout() {
        return Checkout.around(folder.resolve("src/nowhere").toString()).orElseThrow();
    }

    private Tracking tracking(String name) {
        return checkout().tracker().of(folder.resolve(name).toString());
    }

    @Test
    void tellsTheBranchAndTheName() throws Exception {
        assertThat(checkout().branch()).isEqualTo(Optional.of("trunk"));
        assertThat(checkout().name()).isEqualTo(folder.getFileName().toString());
        git("checkout", "-q", "-b", "feature/x");
        assertThat(checkout().branch()).isEqualTo(Optional.of("feature/x"));
        git("checkout", "-q", "--detach");
        assertThat(checkout().branch()).isEmpty();
        assertThat(Checkout.around("/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://host.example/ada/app.git, ada/app",
        "https://host.example/ada/app, ada/app",
        "git@host.example:ada/app.git, ada/app",
        "ssh://git@host.example:22/team/sub/app/, sub/app",
        "/srv/app.git, srv/app",
        "host:app.git, app",
    })
    void namesARepositoryAfterWhereItCameFrom(String address, String name) throws Exception {
        git("remote", "add", "fork", "https://host.example/other/fork.git");
        git("remote", "add", "origin", address);
        assertThat(checkout().name()).isEqualTo(name);
    }

    @Test
    void readsACheckoutBesideTheFirstOne() throws Exception {
        git("remote", "add", "origin", "https://host.example/ada/app.git");
        git("worktree", "add", "-q", "-b", "side", "beside");
        Checkout beside =
                Checkout.around(folder.resolve("beside/src").toString()).orElseThrow();
        assertThat(beside.branch()).isEqualTo(Optional.of("side"));
        assertThat(beside.name()).isEqualTo("ada/app");
        assertThat(beside.tracker().of(folder.resolve("beside/src").toString())).isEqualTo(Tracking.KEPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4"})
    void knowsWhatIsKeptWhateverTheVersionOfTheIndex(String version) throws Exception {
        write("later.c", "later");
        git("add", "-N", "later.c"); // what is only to be added needs version 3 at least
        git("update-index", "--index-version", version);
        assertThat(tracking("src")).isEqualTo(Tracking.KEPT);
        assertThat(tracking("src/deep/er/other.c")).isEqualTo(Tracking.KEPT);
        assertThat(tracking("later.c")).isEqualTo(Tracking.UNSAVED);
        assertThat(tracking("nowhere.c")).isEqualTo(Tracking.UNKNOWN);
        assertThat(tracking(".git/config")).isEqualTo(Tracking.UNKNOWN);
        assertThat(tracking("../elsewhere")).isEqualTo(Tracking.UNKNOWN);
    }

    @Test
    void tellsChangedAndNewFilesFromThoseThatAreKept() throws Exception {
        Path same = folder.resolve("src/main.c");
        Files.setLastModifiedTime(same, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(tracking("src/main.c")).isEqualTo(Tracking.KEPT);
        write("src/main.c", "int nain;\n");
        assertThat(tracking("src/main.c")).isEqualTo(Tracking.UNSAVED);
        assertThat(tracking("src")).isEqualTo(Tracking.UNSAVED);
        assertThat(tracking("docs")).isEqualTo(Tracking.KEPT);
        write("docs/new.txt", "new");
        assertThat(tracking("docs")).isEqualTo(Tracking.UNSAVED);
        assertThat(tracking("docs/new.txt")).isEqualTo(Tracking.UNSAVED);
        assertThat(tracking(".")).isEqualTo(Tracking.UNSAVED);
    }

    @ParameterizedTest
    @CsvSource({
        "x.log, IGNORED",
        "src/deep/x.log, IGNORED",
        "keep.log, UNSAVED",
        "build/out.o, IGNORED",
        "src/build/out.o, IGNORED",
        "dist/app, IGNORED",
        "src/dist/app, UNSAVED",
        "docs/x/y/drafts/z, IGNORED",
        "docs/drafts/z, IGNORED",
        "a.tmp, IGNORED",
        "c.tmp, UNSAVED",
        "#odd, IGNORED",
        "private.txt, IGNORED",
        "src/own.log, UNSAVED",
    })
    void agreesWithGitOnWhatIsLeftAlone(String name, Tracking expected) throws Exception {
        write(".git/info/exclude", "private.txt\n");
        write("src/.gitignore", "!own.log\n");
        git("add", "src/.gitignore");
        write(name, "x");
        assertThat(tracking(name)).isEqualTo(expected);
        Process git = new ProcessBuilder("git", "check-ignore", "-q", name)
                .directory(folder.toFile())
                .start();
        assertThat(git.waitFor() == 0).isEqualTo(expected == Tracking.IGNORED);
    }

    @Test
    void aFolderIsLeftAloneOnlyWhereNothingInItIsWork() throws Exception {
        write("build/a.o", "x");
        assertThat(tracking("build")).isEqualTo(Tracking.IGNORED);
        git("add", "-f", "build/a.o");
        assertThat(tracking("build")).isEqualTo(Tracking.KEPT);
        write("build/b.o", "x");
        assertThat(tracking("build")).isEqualTo(Tracking.IGNORED);
        write("vendor/lib/.git/HEAD", "ref: refs/heads/main");
        assertThat(tracking("vendor")).isEqualTo(Tracking.UNSAVED);
    }

    @Test
    void saysThatItDoesNotKnowWhereTheIndexIsBroken() throws Exception {
        Tracker before = checkout().tracker();
        assertThat(before.of(folder.resolve("src").toString())).isEqualTo(Tracking.KEPT);
        byte[] bytes = Files.readAllBytes(folder.resolve(".git/index"));
        for (int length : new int[] {0, 4, 12, 40, 100, bytes.length / 2}) {
            Files.write(folder.resolve(".git/index"), Arrays.copyOf(bytes, length));
            assertThat(tracking("src")).isEqualTo(Tracking.UNKNOWN);
        }
        Files.write(folder.resolve(".git/index"), "DIRC\0\0\0\7".getBytes(StandardCharsets.US_ASCII));
        assertThat(tracking("src")).isEqualTo(Tracking.UNKNOWN);
        git("config", "extensions.objectformat", "sha256");
        Files.write(folder.resolve(".git/index"), bytes);
        assertThat(tracking("src")).isEqualTo(Tracking.UNKNOWN);
    }
}
