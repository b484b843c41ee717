package dev.fairlead.cli;

import dev.fairlead.core.secret.Extra;
import dev.fairlead.core.secret.Secret;
import dev.fairlead.core.secret.Secrets;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `fairlead check-secrets`: says of texts whether there are secrets in them, and by which rules.
@Command(
        name = "check-secrets",
        mixinStandardHelpOptions = true,
        description = {
            "Says of texts whether there are secrets in them.",
            "",
            "Reads from standard input one JSON object a line, such as",
            "  {\"id\":1,\"text\":\"…\"}",
            "and answers each in order with",
            "  {\"id\":1,\"secret\":true,\"rules\":[\"github-token\"]}",
            "A line that cannot be read is answered with an `error`. The rules are told in docs/secrets.md.",
            ""
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:every line was answered", "2:wrong usage"})
final class CheckSecretsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // there is no other way yet; the parser sees to it that it is given
    @Option(names = "--batch", required = true, description = "Answer the texts of standard input, line by line.")
    private boolean isBatch;

    @Option(
            names = "--also",
            paramLabel = "RULE",
            split = ",",
            description = "Rules that must be asked for, since what they tell is mostly harmless: "
                    + "public-address, hex-literal.")
    private List<String> also = List.of();

    @Override
    public Integer call() throws IOException {
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        also.forEach(rule -> extras.add(extra(rule)));
        PrintWriter out = spec.commandLine().getOut();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    out.print(answer(line, number, extras) + "\n");
                    out.flush(); // who asks line by line waits for it
                }
            }
        }
        return 0;
    }

    private Extra extra(String rule) {
        return Arrays.stream(Extra.values())
                .filter(each -> each.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no rule `%s` to ask for; there are %s"
                                .formatted(
                                        rule,
                                        Arrays.stream(Extra.values())
                                                .map(each -> "`" + each.rule() + "`")
                                                .collect(Collectors.joining(" and ")))));
    }

    /// The answer to a line.
    ///
    /// @param number of the line, from 1, to name it where it cannot be read
    static String answer(String line, long number, Set<Extra> extras) {
        StringWriter answer = new StringWriter();
        try (JsonWriter json = new JsonWriter(answer)) {
            json.object();
            List<Node> nodes = JsonReader.ofAll().read(line);
            if (nodes.size() != 1 || !(nodes.getFirst() instanceof Node.Fields asked)) {
                json.text("error", "line %d is not one JSON object".formatted(number));
            } else {
                answer(json, asked, number, extras);
            }
            json.endObject();
        } catch (MalformedJson fault) {
            return notJson(number);
        }
        return answer.toString();
    }

    private static void answer(JsonWriter json, Node.Fields asked, long number, Set<Extra> extras) {
        if (asked.has("id")) {
            json.value("id", Node.value(asked.get("id")));
        }
        if (!(asked.get("text") instanceof Node.Text text)) {
            json.text("error", "line %d has no `text` that is a string".formatted(number));
            return;
        }
        List<Secret> secrets = Secrets.in(text.value(), extras);
        json.flag("secret", !secrets.isEmpty()).array("rules");
        secrets.stream().map(Secret::rule).distinct().sorted().forEach(json::item);
        json.endArray();
    }

    private static String notJson(long number) {
        StringWriter answer = new StringWriter();
        try (JsonWriter json = new JsonWriter(answer)) {
            json.object().text("error", "line %d is not JSON".formatted(number)).endObject();
        }
        return answer.toString();
    }
}
