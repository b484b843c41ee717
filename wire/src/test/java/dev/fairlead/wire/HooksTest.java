package dev.fairlead.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Value;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What each agent's hooks say, and what they are answered, as a whole: `hooks.txt` beside the samples is to be read.
/// `-Drecord` writes it anew.
final class HooksTest {

    private static final Path RECORDED = Path.of("src/test/resources/dev/fairlead/wire/hooks/hooks.txt");
    private static final Map<String, Reply> REPLIES = new java.util.TreeMap<>(Map.of(
            "end", Reply.end("why"),
            "guide", Reply.guide("text"),
            "nothing", Reply.NOTHING,
            "refuse", Reply.refuse("why"),
            "rewrite", Reply.rewrite(Value.Fields.of(Map.of("command", new Value.Text("ls -l")))),
            "send back", Reply.sendBack("why")));

    @Test
    void hearsAndAnswersEachAgentInItsOwnForm() throws IOException, MalformedJson {
        StringBuilder said = new StringBuilder();
        for (Dialect dialect : Dialects.all()) {
            if (dialect.hooks().isPresent()) {
                said.append("== ").append(dialect.agent()).append('\n');
                for (String line : sample(dialect.agent())) {
                    append(said, dialect.hooks().get(), payload(line));
                }
            }
        }
        if (System.getProperty("record") != null) {
            Files.writeString(RECORDED, said.toString());
        }
        assertThat(said.toString()).isEqualTo(Files.readString(RECORDED));
    }

    private static void append(StringBuilder said, Hooks hooks, Node.Fields payload) {
        HookCall call = hooks.hear(payload, payload.textOr("event", ""));
        said.append(call.session())
                .append(' ')
                .append(call.name())
                .append(hooks.listens(call) ? " (listens)" : "")
                .append("\n    ")
                .append(call.moment())
                .append('\n');
        REPLIES.forEach((name, reply) -> {
            String answer = hooks.say(call, reply);
            if (!answer.equals("{}")) {
                said.append("    ").append(name).append(": ").append(answer).append('\n');
            }
        });
    }

    private static Node.Fields payload(String line) throws MalformedJson {
        return (Node.Fields) JsonReader.ofAll().read(line).getFirst();
    }

    private static List<String> sample(String agent) throws IOException {
        try (InputStream stream = Objects.requireNonNull(
                HooksTest.class.getResourceAsStream("hooks/" + agent + ".jsonl"), "no sample of " + agent)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
