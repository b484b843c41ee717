package dev.fairlead.code.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ParserProcessTest {

    private static final byte[] SOURCE = "class A { void run() { go(); } }\n".getBytes(StandardCharsets.UTF_8);

    /// A tree in one line: kinds and texts.
    private static String told(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Refused refused -> "refused: " + refused.reason();
            case Parsed.Read read ->
                read.tree()
                                .root()
                                .all()
                                .map(each -> each.kind() + "@" + each.line() + ":" + each.column())
                                .toList() + "";
        };
    }

    @Test
    void tellsTheSameTreeAsTheParserWithin() throws IOException {
        try (NativeParser within = NativeParser.open();
                ParserProcess outside = ParserProcess.likeThisOne(Duration.ofMinutes(1))) {
            String same = told(within.parse(Grammar.JAVA, SOURCE));
            assertThat(told(outside.parse(Grammar.JAVA, SOURCE))).isEqualTo(same);
            assertThat(told(outside.parse(Grammar.JAVA, SOURCE)))
                    .isEqualTo(same)
                    .contains("method_declaration");
        }
    }

    @Test
    void outlivesAParserThatComesToAnEnd() {
        try (ParserProcess parser =
                new ParserProcess(List.of("/bin/sh", "-c", "kill -SEGV $$"), Duration.ofMinutes(1))) {
            assertThat(parser.parse(Grammar.JAVA, SOURCE))
                    .isEqualTo(new Parsed.Refused("the parser came to an end over it"));
            assertThat(parser.parse(Grammar.JAVA, SOURCE))
                    .isEqualTo(new Parsed.Refused("the parser came to an end over it"));
        }
    }

    /// Interpolations in each other by the thousand end the parser of Kotlin: the process that reads them, and
    /// not this one.
    @Test
    void losesTheChildAndNothingElseWhenNativeCodeComesToAnEnd() {
        byte[] deadly = "\"${".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        try (ParserProcess parser = ParserProcess.likeThisOne(Duration.ofMinutes(1))) {
            assertThat(parser.parse(Grammar.KOTLIN, deadly))
                    .isEqualTo(new Parsed.Refused("the parser came to an end over it"));
            assertThat(told(parser.parse(Grammar.JAVA, SOURCE))).contains("method_declaration");
        }
    }

    @Test
    void givesUpATextThatTakesTooLong() {
        List<String> silent = List.of("/bin/sh", "-c", "exec tail -f /dev/null");
        try (ParserProcess parser = new ParserProcess(silent, Duration.ofSeconds(1))) {
            assertThat(parser.parse(Grammar.JAVA, SOURCE))
                    .isEqualTo(new Parsed.Refused("parsing it took longer than 1 seconds"));
        }
    }

    @Test
    void refusesWhatIsLargerThanTheLimitAndReadsWhatIsAsLarge() throws IOException {
        byte[] largest = " ".repeat(Parser.LARGEST).getBytes(StandardCharsets.UTF_8);
        byte[] larger = " ".repeat(Parser.LARGEST + 1).getBytes(StandardCharsets.UTF_8);
        try (NativeParser parser = NativeParser.open()) {
            assertThat(parser.parse(Grammar.JAVA, largest)).isInstanceOf(Parsed.Read.class);
            assertThat(parser.parse(Grammar.JAVA, larger))
                    .isEqualTo(new Parsed.Refused("it is larger than 1,048,576 bytes"));
        }
    }
}
