package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ReviewCommandTest {

    private static final String SESSION = """
        {"type":"session","id":"s1"}
        """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private Path shop() {
        return folder.resolve("shop");
    }

    private void commit(Git git, String text) throws IOException, GitAPIException {
        PersonIdent ada = new PersonIdent("Ada", "ada@example.org");
        Files.writeString(shop().resolve("shop.py"), text);
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage("a step")
                .setAuthor(ada)
                .setCommitter(ada)
                .setSign(false)
                .call();
    }

    @BeforeEach
    void makeARepository() throws IOException, GitAPIException {
        Files.createDirectories(folder.resolve("sessions"));
        Files.writeString(folder.resolve("sessions/none.txt"), SESSION);
        try (Git git = Git.init()
                .setDirectory(shop().toFile())
                .setInitialBranch("main")
                .call()) {
            commit(git, "def total(orders):\n    return sum(orders)\n");
            commit(git, """
                def total(orders):
                    return sum(orders)


                def find(cursor, name):
                    cursor.execute("SELECT * FROM orders WHERE name = '" + name + "'")
                    return cursor.fetchone()
                """);
        }
    }

    private int review(Path output, String... more) {
        return review("HEAD~1..HEAD", output, more);
    }

    private int review(String range, Path output, String... more) {
        CommandLine line = Main.commandLine(new String[] {"review"});
        line.setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(new StringWriter()));
        List<String> arguments = new ArrayList<>(List.of(
                "review",
                range,
                "--repository",
                shop().toString(),
                "--sessions",
                folder.resolve("sessions").toString(),
                "--output",
                output.toString()));
        arguments.addAll(List.of(more));
        return line.execute(arguments.toArray(new String[0]));
    }

    @Test
    void printsTheCardWhatToMendFirstAndEachFinding() throws IOException {
        Path output = folder.resolve("review.txt");
        assertThat(review(output, "--fail-on", "high")).isEqualTo(1);
        assertThat(Files.readString(output)).isEqualTo("""
            HEAD~1..HEAD: 5 lines added in 1 file

            overall      C  a serious finding of security, which leaves the whole no better than C
            security     D  1 high × 10 = 10
            reliability  A  nothing found
            complexity   A  none of 1 functions became harder than 15
            hygiene      A  nothing found

            mend first: in `shop.py` line 6 your change runs a query that is put together from values:
                         `cursor.execute("SELECT * FROM orders WHERE name = '" + name + "'")`; hand the values
                         over as parameters of the query

            high   shop.py:6  sql-injection  CWE-89
                   runs a query that is put together from values: `cursor.execute("SELECT * FROM orders WHERE
                   name = '" + name + "'")`
                   instead: hand the values over as parameters of the query
            """);
    }

    @Test
    void tellsTheSameInEveryForm() throws IOException {
        for (String format : List.of("jsonl", "sarif", "html", "markdown")) {
            Path output = folder.resolve("review." + format);
            assertThat(review(output, "--format", format)).isZero();
            assertThat(Files.readString(output)).as(format).contains("sql-injection", "parameters of the query");
        }
    }

    @Test
    void givesNoGradeWhereNothingWasAdded() throws IOException {
        Path output = folder.resolve("none");
        assertThat(review("HEAD..HEAD", output)).isZero();
        assertThat(Files.readString(output)).isEqualTo("""
            HEAD..HEAD: 0 lines added in 0 files

            nothing was added, so there is nothing to judge
            """);
        for (String format : List.of("jsonl", "html", "markdown")) {
            assertThat(review("HEAD..HEAD", output, "--format", format)).isZero();
            assertThat(Files.readString(output))
                    .as(format)
                    .containsAnyOf("nothing to judge", "\"judged\":false")
                    .doesNotContain(">A<", "\"A\"", "**A**");
        }
    }

    @Test
    void refusesWrongUsageAndSaysWhatGitDoesNotKnow() {
        assertThat(review(folder.resolve("x"), "--fail-on", "worst")).isEqualTo(2);
        assertThat(review(
                        folder.resolve("x"),
                        "--coverage",
                        folder.resolve("absent").toString()))
                .isEqualTo(3);
    }

    private static String complaint(String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine line = Main.commandLine(arguments);
        line.setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(said));
        assertThat(line.execute(arguments)).isEqualTo(3);
        return said.toString().lines().findFirst().orElse("");
    }

    @Test
    void saysInPlainWordsWhatCannotBeLookedAt() throws IOException, GitAPIException {
        Path binary = shop().resolve("a.png");
        Files.write(binary, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff});
        assertThat(complaint("blame", binary.toString()))
                .endsWith("`%s` holds no text in UTF-8, so it has no lines to blame".formatted(binary));
        assertThat(complaint("blame", shop().toString()))
                .endsWith("`%s` is a folder; blame takes a file".formatted(shop()));
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Git.init().setDirectory(empty.toFile()).call().close();
        assertThat(complaint("review", "--repository", empty.toString()))
                .endsWith("there is no commit yet in `%s`".formatted(empty));
    }

    @Test
    void saysWhichFilesWereNotLookedAt() throws IOException {
        Files.writeString(shop().resolve("large.py"), "x = 1\n".repeat(200_000));
        Files.write(shop().resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff});
        Path output = folder.resolve("unread");
        assertThat(review("HEAD", output)).isZero();
        assertThat(Files.readString(output)).isEqualTo("""
            HEAD to the files as they are: 0 lines added in 2 files

            nothing was added, so there is nothing to judge

            a.png is not looked at: it holds no text

            large.py is not looked at: it is larger than 1 MiB
            """);
        for (String format : List.of("jsonl", "html", "markdown")) {
            assertThat(review("HEAD", output, "--format", format)).isZero();
            assertThat(Files.readString(output))
                    .as(format)
                    .contains("a.png", "it holds no text", "large.py", "it is larger than 1 MiB");
        }
    }
}
