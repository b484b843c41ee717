package dev.fairlead.cli;

import dev.fairlead.policy.Example;
import dev.fairlead.policy.LoadedPolicy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fairlead policy test`: runs the examples that a policy carries.
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs the examples that a policy carries.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:every example is decided as expected",
            "1:one is not, or there is none",
            "2:the policy cannot be loaded, or wrong usage"
        })
final class PolicyTestCommand implements Callable<Integer> {

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
        int failed = 0;
        for (Example example : loaded.examples()) {
            Optional<String> fault = example.fault(loaded.policy());
            if (fault.isPresent()) {
                failed++;
                out.print("failed  %s: %s%n        %s%n".formatted(example.where(), example.title(), fault.get()));
            }
        }
        int examples = loaded.examples().size();
        out.print(
                examples == 0
                        ? "the policy carries no examples; see docs/policy.md\n"
                        : "%d of %d examples are decided as expected%n".formatted(examples - failed, examples));
        out.flush();
        return failed == 0 && examples > 0 ? 0 : 1;
    }
}
