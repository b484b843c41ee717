package dev.fairlead.cli;

import dev.fairlead.core.decide.Layer;
import dev.fairlead.policy.LoadedPolicy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fairlead policy check`: tells whether a policy can be loaded, and what in it has no effect.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Tells whether a policy can be loaded, and what in it has no effect.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:it can be loaded", "2:it cannot, or wrong usage"})
final class PolicyCheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "The policy; several are layers, the one that binds the others first.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        LoadedPolicy loaded = PolicyChoice.named(spec.commandLine(), files);
        PrintWriter out = spec.commandLine().getOut();
        loaded.notices().forEach(notice -> out.print(notice + "\n"));
        String layers = loaded.policy().layers().stream()
                .map(Layer::level)
                .map(level -> level.code())
                .collect(Collectors.joining(", "));
        int examples = loaded.examples().size();
        out.print("sound: policy %s, %s %s, %d %s%n"
                .formatted(
                        loaded.policy().digest(),
                        loaded.policy().layers().size() == 1 ? "layer" : "layers",
                        layers,
                        examples,
                        examples == 1 ? "example" : "examples"));
        out.flush();
        return 0;
    }
}
