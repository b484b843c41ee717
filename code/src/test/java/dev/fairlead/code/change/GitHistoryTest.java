package dev.fairlead.code.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitHistoryTest {

    private static final PersonIdent ADA = new PersonIdent("Ada", "ada@example.org");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private void commit(Git git) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        git.commit()
                .setMessage("a step")
                .setAuthor(ADA)
                .setCommitter(ADA)
                .setSign(false)
                .call();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void tellsWhatCommitsChangedAndWhatIsNotCommittedYet() throws IOException, GitAPIException {
        String old = "def f():\n    return 1\n\n\ndef g():\n    return 2\n";
        try (Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            write("a.py", old);
            write("b.py", "x = 1\n");
            commit(git);
            Files.delete(folder.resolve("a.py"));
            write("c/a.py", old + "\n\ndef h():\n    return 3\n");
            commit(git);
            write("b.py", "x = 1\ny = 2\n");
            write("new.py", "z = 3\n");
        }

        try (GitHistory history = GitHistory.around(folder.resolve("c"))) {
            FileChange renamed = history.between("HEAD~1", "HEAD").getFirst();
            assertThat(List.of(
                            renamed.path(),
                            renamed.formerPath().orElse(""),
                            renamed.added().toString()))
                    .containsExactly("c/a.py", "a.py", "{7, 8, 9, 10}");
            assertThat(history.sinceCommit("HEAD").stream().map(each -> each.path() + " " + each.added()))
                    .containsExactly("b.py {2}", "new.py {1}");
            assertThat(history.sinceCommit("HEAD~1").stream().map(each -> each.path() + " " + each.added()))
                    .containsExactly("b.py {2}", "c/a.py {7, 8, 9, 10}", "new.py {1}");
            assertThat(history.authors("b.py").stream().map(each -> each.map(GitHistory.Author::name)))
                    .containsExactly(Optional.of("Ada"), Optional.empty());
        }
    }

    @Test
    void saysWhatIsWrongWhereThereIsNoRepositoryOrNoSuchCommit() throws IOException, GitAPIException {
        assertThatThrownBy(() -> GitHistory.around(folder)).hasMessageContaining("is in no git repository");
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            write("a.py", "x = 1\n");
            commit(git);
        }
        try (GitHistory history = GitHistory.around(folder)) {
            assertThatThrownBy(() -> history.between("nowhere", "HEAD")).hasMessage("git knows no commit `nowhere`");
        }
    }
}
