package dev.fairlead.cli;

import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.effect.Place;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// The options of everything that asks the gate about single commands: where, who, when, and by which policy.
final class Asking {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private Whereabouts whereabouts;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private PolicyChoice choice;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private Circumstances circumstances;

    /// The gate of the policy that the options name.
    Gate gate(CommandLine command) {
        return Gate.over(choice.policy(command, place().root()));
    }

    /// Where a command would run.
    Place place() {
        return whereabouts.place();
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    /// Who asks and when, as the options alone say.
    Context said(CommandLine command) {
        return circumstances.context(command);
    }

    /// Who asks and when, as the options and the repository say.
    Context context(CommandLine command) {
        return circumstances.context(command, place());
    }
}
