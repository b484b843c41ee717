package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The reports that other programs show: the page and the SARIF log.
final class PageTest {

    @TempDir
    private Path folder;

    @Test
    void showsFindingsWithTheStepsThatProveThem() {
        String page =
                Run.scan(folder, "--format", "html", Run.EXAMPLES.toString()).output();
        assertThat(page)
                .contains("<h1>What the agents did wrong</h1>")
                .contains("<h2>By class</h2>", "<h2>By agent</h2>", "<h2>Sessions</h2>")
                .contains("data-class=repetition-loop", "class=\"call evidence\"", "class=\"failed evidence\"")
                .doesNotContain("{{");
    }

    @Test
    void needsNoNetwork() {
        String page =
                Run.scan(folder, "--format", "html", Run.EXAMPLES.toString()).output();
        assertThat(page)
                .doesNotContainPattern("(src|href|url\\()=?[\"']?https?:")
                .contains("default-src 'none'");
    }

    @Test
    void saysSoWhereThereIsNothingToFind() {
        String clean = Run.EXAMPLES.resolve("claude-code/claude-clean.jsonl").toString();
        assertThat(Run.scan(folder, "--format", "html", clean).output()).contains("Nothing was found.");
    }

    @Test
    void escapesWhatASessionSaysAndMasksCredentials() throws IOException {
        String token = "ghp_" + "a1B2".repeat(9);
        String text = """
                {"type":"user","uuid":"a","sessionId":"s<b>","message":{"content":"<script>alert(1)</script> {{script}}"}}
                {"type":"assistant","uuid":"b","sessionId":"s<b>","message":{"content":[{"type":"tool_use","id":"t","name":"Bash","input":{"command":"curl --tokn %s <script>"}}]}}
                {"type":"user","uuid":"c","sessionId":"s<b>","message":{"content":[{"type":"tool_result","tool_use_id":"t","is_error":true,"content":"Exit code 2\\ncurl: option --tokn: is unknown option </pre><script>x</script>"}]}}
                """.formatted(token);
        Path file = Files.writeString(folder.resolve("a<i>.jsonl"), text);
        String page = Run.scan(folder, "--format", "html", file.toString()).output();
        assertThat(page)
                .contains("data-class=tool-misuse", "&lt;script&gt;", "ghp_…[masked]")
                .doesNotContain(token, "<script>alert", "<script>x", "a<i>", "s<b>");
    }

    @Test
    void writesValidSarif() throws IOException {
        try (InputStream stream = PageTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(stream);
            Path note = Files.writeString(folder.resolve("a note.md"), "words\n");
            Run run = Run.scan(folder, "--format", "sarif", Run.EXAMPLES.toString(), note.toString());
            assertThat(schema.validate(run.output(), InputFormat.JSON)).isEmpty();
            assertThat(run.output())
                    .contains("\"ruleId\":\"repetition-loop\"", "\"level\":\"warning\"", "\"startLine\":")
                    .contains("is not scanned");
            assertThat(schema.validate(
                            run.output().replace("\"version\":\"2.1.0\"", "\"version\":1"), InputFormat.JSON))
                    .isNotEmpty();
        }
    }

    @Test
    void fitsTextIntoAWidth() {
        assertThat(Wrap.lines("one two three", 7)).containsExactly("one two", "three");
        assertThat(Wrap.lines("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
        assertThat(Wrap.lines("", 4)).containsExactly("");
        assertThat(Wrap.cut("abcdef", 4)).isEqualTo("abc…");
        assertThat(Wrap.cut("abcd", 4)).isEqualTo("abcd");
    }
}
