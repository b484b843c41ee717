package dev.fairlead.cli;

import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Preset;
import dev.fairlead.policy.BrokenPolicy;
import dev.fairlead.policy.LoadedPolicy;
import dev.fairlead.policy.PolicyPlaces;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Which policy decides, as options say.
final class PolicyChoice {

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The policy file; several are layers, the one that binds the others first. By default the"
                    + " policies of the organisation, the repository and the person, see docs/policy.md.")
    private List<Path> files = List.of();

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Decide by a preset alone: observe, balanced or strict.")
    private @Nullable Preset preset;

    /// The policy that the options name.
    ///
    /// @param workspace the folder that the agent works in
    /// @throws ParameterException where a file that was named is broken
    Policy policy(CommandLine command, String workspace) {
        if (preset != null) {
            if (!files.isEmpty()) {
                throw new ParameterException(command, "give either `--policy` or `--preset`, not both");
            }
            return Policy.of(preset);
        }
        LoadedPolicy loaded = files.isEmpty()
                ? PolicyPlaces.standing(PolicyPlaces.usual(Path.of("/"), Path.of(workspace), Terminal.home()))
                : named(command, files);
        loaded.notices().forEach(notice -> command.getErr().println("fairlead: " + notice));
        command.getErr().flush();
        return loaded.policy();
    }

    /// Reads files that must be there and whole.
    static LoadedPolicy named(CommandLine command, List<Path> files) {
        try {
            return PolicyPlaces.named(files);
        } catch (BrokenPolicy fault) {
            throw new ParameterException(command, fault.reason());
        }
    }
}
