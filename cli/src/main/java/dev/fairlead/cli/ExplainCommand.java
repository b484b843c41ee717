package dev.fairlead.cli;

import dev.fairlead.core.decide.Attempt;
import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Wording;
import dev.fairlead.core.shell.Outline;
import dev.fairlead.core.shell.Script;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fairlead explain`: shows how a command is understood, what it would do, and which rule decides.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Shows how a shell command is understood, what it would do, and which rule decides about it.")
final class ExplainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private Asking asking;

    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The command, behind two hyphens.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        String command = String.join(" ", words);
        PrintWriter out = spec.commandLine().getOut();
        out.print("understood as\n");
        switch (Script.read(command)) {
            case Script.Reading.Understood understood ->
                Outline.of(understood.script()).forEach(line -> out.print("  " + line + "\n"));
            case Script.Reading.NotUnderstood fault ->
                out.print("  nothing, from character %d on: %s%n".formatted(fault.at(), fault.reason()));
        }
        Gate gate = asking.gate(spec.commandLine());
        Context context = asking.context(spec.commandLine());
        Ruling ruling = gate.decide(Attempt.of(command, asking.place(), context));
        out.print("would do\n");
        if (ruling.effects().effects().isEmpty()) {
            out.print("  nothing that is known to matter\n");
        }
        for (Effect effect : ruling.effects().effects()) {
            out.print("  " + Wording.of(effect) + "\n");
        }
        out.print("decided by policy %s%n  %s%n".formatted(ruling.policy(), CheckCommand.name(ruling)));
        for (Ruling.Objection objection : ruling.objections()) {
            out.print("  %-6s %s: %s%n         by %s%n"
                    .formatted(objection.mode().code(), objection.rule(), objection.reason(), objection.source()));
            if (objection.mode().isHeard()) {
                out.print("         instead: %s%n".formatted(objection.instead()));
            }
        }
        out.flush();
        return 0;
    }
}
