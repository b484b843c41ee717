package dev.fairlead.cli;

import dev.fairlead.core.decide.Attempt;
import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.effect.Place;
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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fairlead check-command`: decides whether shell commands may run, as the gate would.
@Command(
        name = "check-command",
        mixinStandardHelpOptions = true,
        description = {
            "Decides whether a shell command may run, as the gate would.",
            "",
            "With --batch, reads from standard input one JSON object a line, such as",
            "  {\"id\":1,\"command\":\"git push -f\",\"cwd\":\"/work/app\"}",
            "and answers each in order with",
            "  {\"id\":1,\"decision\":\"ask\",\"rules\":[\"force-push\"],\"reason\":\"…\",\"instead\":\"…\"}",
            ""
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:every command was decided about, whatever the decision", "2:wrong usage"})
final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private Whereabouts whereabouts;

    @Option(names = "--batch", description = "Answer the commands of standard input, line by line.")
    private boolean isBatch;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private PolicyChoice choice;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private Circumstances circumstances;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; text by default.")
    private Style style = Style.TEXT;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "The command, behind two hyphens.")
    private List<String> words = List.of();

    /// How one decision is written.
    enum Style {
        TEXT,
        JSON
    }

    @Override
    public Integer call() throws IOException {
        if (isBatch == !words.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "give either one command behind `--`, or `--batch` and none");
        }
        Gate gate =
                Gate.over(choice.policy(spec.commandLine(), whereabouts.place().root()));
        Context context = circumstances.context(spec.commandLine());
        PrintWriter out = spec.commandLine().getOut();
        if (isBatch) {
            batch(gate, context, out);
        } else {
            Ruling ruling = gate.decide(Attempt.of(String.join(" ", words), whereabouts.place(), context));
            out.print(style == Style.JSON ? json(ruling) + "\n" : text(ruling));
        }
        out.flush();
        return 0;
    }

    private void batch(Gate gate, Context context, PrintWriter out) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    out.print(answer(line, number, gate, context) + "\n");
                    out.flush(); // who asks line by line waits for it
                }
            }
        }
    }

    private String answer(String line, long number, Gate gate, Context context) {
        StringWriter answer = new StringWriter();
        try (JsonWriter json = new JsonWriter(answer)) {
            json.object();
            List<Node> nodes = JsonReader.ofAll().read(line);
            if (nodes.size() != 1 || !(nodes.getFirst() instanceof Node.Fields asked)) {
                json.text("error", "line %d is not one JSON object".formatted(number));
            } else {
                answer(json, asked, number, gate, context);
            }
            json.endObject();
        } catch (MalformedJson fault) {
            StringWriter refusal = new StringWriter();
            try (JsonWriter json = new JsonWriter(refusal)) {
                json.object()
                        .text("error", "line %d is not JSON".formatted(number))
                        .endObject();
            }
            return refusal.toString();
        }
        return answer.toString();
    }

    private void answer(JsonWriter json, Node.Fields asked, long number, Gate gate, Context context) {
        if (asked.has("id")) {
            json.value("id", Node.value(asked.get("id")));
        }
        if (!(asked.get("command") instanceof Node.Text command)) {
            json.text("error", "line %d has no `command` that is a string".formatted(number));
            return;
        }
        Place place = asked.text("cwd").map(whereabouts::at).orElseGet(whereabouts::place);
        write(json, gate.decide(Attempt.of(command.value(), place, context)));
    }

    private static String json(Ruling ruling) {
        StringWriter answer = new StringWriter();
        try (JsonWriter json = new JsonWriter(answer)) {
            json.object();
            write(json, ruling);
            json.endObject();
        }
        return answer.toString();
    }

    private static void write(JsonWriter json, Ruling ruling) {
        json.text("decision", name(ruling)).array("rules");
        ruling.heard().stream().map(each -> each.rule()).distinct().forEach(json::item);
        json.endArray()
                .text("reason", ruling.decisive().map(Ruling.Objection::reason).orElse(""))
                .text(
                        "instead",
                        ruling.decisive().map(Ruling.Objection::instead).orElse(""))
                .text("policy", ruling.policy());
    }

    static String name(Ruling ruling) {
        return ruling.answer().name().toLowerCase(Locale.ROOT);
    }

    /// The decision, and each objection with what to do instead.
    static String text(Ruling ruling) {
        StringBuilder text = new StringBuilder(name(ruling)).append('\n');
        for (Ruling.Objection objection : ruling.heard()) {
            text.append("  %s %s: %s%n    instead: %s%n"
                    .formatted(objection.mode().code(), objection.rule(), objection.reason(), objection.instead()));
        }
        return text.toString();
    }
}
