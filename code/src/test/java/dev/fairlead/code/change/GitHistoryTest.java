package dev.fairlead.code.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /// An edit of a session that put a text in.
    private static AgentEdits.Insertion inserted(String text, long step) {
        Instant at = Instant.parse("2026-03-01T10:00:00Z").plusSeconds(step);
        return new AgentEdits.Insertion(
                "/work/a.py",
                "",
                text,
                new Authorship(new SessionId("s"), "pi", "", step, Origin.line(step), at, "two functions"));
    }

    private String steps(Attribution attribution) throws IOException {
        return attribution.of("a.py", Files.readString(folder.resolve("a.py"))).stream()
                .map(each -> each.map(by -> Long.toString(by.step())).orElse("-"))
                .collect(Collectors.joining(" "));
    }

    @Test
    void knowsWhoWroteALineAfterARebaseAndASquash() throws IOException, GitAPIException {
        String base = "import os\n\n\n\n\nEND = 1\n";
        String first = "def first():\n    return 111\n";
        String second = "def second():\n    return 222\n";
        Attribution attribution = new Attribution(List.of(inserted(first, 3), inserted(second, 7)));
        try (Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            write("a.py", base);
            commit(git);
            git.checkout().setCreateBranch(true).setName("work").call();
            write("a.py", base + first);
            commit(git);
            write("a.py", base + first + second);
            commit(git);
            git.checkout().setName("main").call();
            write("a.py", "# Shop\n" + base);
            commit(git);
            git.checkout().setName("work").call();
            git.rebase().setUpstream("main").call();
            assertThat(steps(attribution)).isEqualTo("- - - - - - - 3 3 7 7");
            git.checkout().setName("main").call();
            git.merge()
                    .include(git.getRepository().resolve("work"))
                    .setSquash(true)
                    .call();
            commit(git);
            assertThat(steps(attribution)).isEqualTo("- - - - - - - 3 3 7 7");
        }
    }
}
