package dev.fairlead.cli;

import dev.fairlead.core.decide.Attempt;
import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.effect.Place;
import dev.fairlead.wire.json.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
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
            "(also with `workspace`, `agent`, `repository`, `branch`, `person`, `at` and `subagent`)",
            "and answers each in order with",
            "  {\"id\":1,\"decision\":\"ask\",\"rules\":[\"force-push\"],\"reason\":\"…\",\"instead\":\"…\",",
            "   \"policy\":\"…\"}",
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
    private Asking asking;

    @Option(names = "--batch", description = "Answer the commands of standard input, line by line.")
    private boolean isBatch;

    @Option(
            names = "--time-limit",
            paramLabel = "MS",
            description = "The milliseconds after which a command counts as not understood; ${DEFAULT-VALUE} by"
                    + " default.")
    private long limit = 2_000;

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
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--time-limit takes a number from 1 on");
        }
        if (isBatch == !words.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "give either one command behind `--`, or `--batch` and none");
        }
        Gate gate = asking.gate(spec.commandLine());
        PrintWriter out = spec.commandLine().getOut();
        try (Deadline deadline = new Deadline(Duration.ofMillis(limit))) {
            if (isBatch) {
                Context said = asking.said(spec.commandLine());
                new CommandBatch(gate, said, asking.whereabouts(), deadline, out).answer(System.in);
            } else {
                Context context = asking.context(spec.commandLine());
                Ruling ruling = decide(gate, String.join(" ", words), asking.place(), context, deadline);
                out.print(style == Style.JSON ? json(ruling) + "\n" : text(ruling));
            }
        }
        out.flush();
        return 0;
    }

    /// The decision about a command; where there is none in time, that it is not understood.
    static Ruling decide(Gate gate, String command, Place place, Context context, Deadline deadline) {
        try {
            return deadline.answer(
                    () -> gate.decide(Attempt.of(command, place, context)), why -> gate.undecided(why, place, context));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return gate.undecided("looking at it was interrupted", place, context);
        }
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

    static void write(JsonWriter json, Ruling ruling) {
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
