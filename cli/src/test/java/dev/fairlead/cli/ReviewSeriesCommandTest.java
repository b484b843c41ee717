package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What stored sessions changed is reviewed once, and told as series and as cards.
final class ReviewSeriesCommandTest {

    private static final String RECORD = """
        {"type":"%s","sessionId":"s1","cwd":"/work/shop","version":"2.1","uuid":"u%d","timestamp":"2026-03-01T10:00:0%dZ",\
        "message":%s}
        """;

    private static final String QUERY =
            "def find(cursor, name):\\n    cursor.execute(\\\"SELECT * FROM a WHERE b = '\\\" + name + \\\"'\\\")\\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private String told = "";

    private int fairlead(String... words) {
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine(new String[] {"review"});
        List<String> all = new ArrayList<>(List.of("review"));
        all.addAll(List.of(words));
        all.add("--store");
        all.add("jdbc:sqlite:" + folder.resolve("fairlead.db"));
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        int status = line.execute(all.toArray(new String[0]));
        told = out.toString();
        return status;
    }

    private Path session() throws IOException {
        return session("");
    }

    private Path session(String more) throws IOException {
        String asked = "{\"role\":\"user\",\"content\":\"read the orders\"}";
        String call =
                "{\"id\":\"m1\",\"role\":\"assistant\",\"model\":\"m-1\",\"content\":[{\"type\":\"tool_use\",\"id\":\"t1\","
                        + "\"name\":\"Write\",\"input\":{\"file_path\":\"/work/shop/src/shop.py\",\"content\":\""
                        + QUERY + more
                        + "\"}}],\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}";
        String answer = "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t1\","
                + "\"content\":\"File created\"}]}";
        return Files.writeString(
                folder.resolve("s1.jsonl"),
                RECORD.formatted("user", 1, 1, asked)
                        + RECORD.formatted("assistant", 2, 2, call)
                        + RECORD.formatted("user", 3, 3, answer));
    }

    @Test
    void importsEachEditOnceAndTellsTheCardOfTheAgent() throws IOException {
        String path = session().toString();
        assertThat(fairlead("import", path)).isZero();
        assertThat(told).isEqualTo("1 changes of files are reviewed\n");
        assertThat(fairlead("import", path)).isZero();
        assertThat(fairlead("series")).isZero();
        assertThat(told).isEqualTo("claude-code with m-1: 2 lines added, too few for grades, which begin with 200\n");
    }

    @Test
    void gradesAnAgentThatWroteEnough() throws IOException {
        String more = "# a word\\n".repeat(198);
        fairlead("import", session(more).toString());
        assertThat(fairlead("series")).isZero();
        assertThat(told).isEqualTo("""
            claude-code with m-1: B
              security     D  10 points on 200 lines added: 50.0 for each 1,000
              reliability  A  0 points on 200 lines added: 0.0 for each 1,000
              complexity   A  0 points on 200 lines added: 0.0 for each 1,000
              hygiene      A  0 points on 200 lines added: 0.0 for each 1,000
            """);
    }

    @Test
    void exportsEveryChangeAsData() throws IOException {
        fairlead("import", session().toString());
        assertThat(fairlead("series", "--format", "jsonl", "--agent", "claude-code"))
                .isZero();
        assertThat(told.lines())
                .singleElement()
                .asString()
                .isEqualTo(
                        "{\"channel\":\"file\",\"session\":\"s1\",\"sequence\":2,\"ordinal\":0,\"at\":\"2026-03-01T10:00:03Z\","
                                + "\"agent\":\"claude-code\",\"model\":\"m-1\",\"version\":\"2.1\",\"repository\":\"shop\","
                                + "\"path\":\"src/shop.py\",\"language\":\"python\",\"added\":2,\"removed\":0,\"touched\":1,"
                                + "\"cognitive\":0,\"cyclomatic\":1,\"lines\":2,\"hard\":0,\"security\":10,\"reliability\":0,"
                                + "\"hygiene\":0,\"flaws\":[{\"source\":\"fairlead\",\"rule\":\"sql-injection\","
                                + "\"dimension\":\"security\",\"severity\":\"high\",\"cwe\":89,\"line\":2,\"endLine\":2,"
                                + "\"claim\":\"runs a query that is put together from values: `cursor.execute(\\\"SELECT * FROM a"
                                + " WHERE b = '\\\" + name + \\\"'\\\")`\",\"remedy\":\"hand the values over as parameters of the"
                                + " query\"}],\"functions\":[{\"name\":\"find\",\"line\":1,\"was\":0,\"cognitive\":0}]}");
        assertThat(fairlead("series", "--format", "jsonl", "--agent", "pi")).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void refusesAFormThatItDoesNotKnow() {
        assertThat(fairlead("series", "--format", "pdf")).isEqualTo(2);
        assertThat(told).startsWith("--format takes table or jsonl, not `pdf`");
    }
}
