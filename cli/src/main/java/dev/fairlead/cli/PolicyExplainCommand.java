package dev.fairlead.cli;

import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Layer;
import dev.fairlead.core.decide.OwnRule;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Verdict;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.gate.Rules;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fairlead policy explain`: the mode of every rule and class, and who says so.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the mode of every rule and every class of findings, and which layer says so.",
            "",
            "With options for who asks and where, in that situation. What depends on a path, on a command or on the",
            "person's words is shown by `fairlead explain --policy FILE -- COMMAND`.",
            ""
        })
final class PolicyExplainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private Circumstances circumstances;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "The policy; several are layers, the one that binds the others first.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        Policy policy = PolicyChoice.named(spec.commandLine(), files).policy();
        Context context = circumstances.context(spec.commandLine());
        PrintWriter out = spec.commandLine().getOut();
        out.print("policy %s%n".formatted(policy.digest()));
        out.print("rules\n");
        for (String rule : rules(policy)) {
            line(out, rule, policy.mode(rule, context));
        }
        out.print("classes of findings\n");
        for (Misbehaviour misbehaviour : Misbehaviour.values()) {
            line(out, misbehaviour.code(), policy.mode(misbehaviour, context));
        }
        out.flush();
        return 0;
    }

    private static Set<String> rules(Policy policy) {
        Set<String> rules = new TreeSet<>(Rules.names());
        for (Layer layer : policy.layers()) {
            layer.own().stream().map(OwnRule::id).forEach(rules::add);
        }
        return rules;
    }

    private static void line(PrintWriter out, String name, Verdict verdict) {
        out.print("  %-7s %-26s %s%n".formatted(verdict.mode().code(), name, verdict.source()));
    }
}
