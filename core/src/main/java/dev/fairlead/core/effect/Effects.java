package dev.fairlead.core.effect;

import dev.fairlead.core.shell.Script;
import java.util.ArrayList;
import java.util.List;

/// What a command line would do, as far as that can be told before it runs.
///
/// @param effects in the order in which they were met, none twice
public record Effects(List<Effect> effects) {

    /// The most effects that are kept of one command line; a line with more has its share of bad ones among them.
    public static final int MOST = 512;

    public Effects {
        effects = List.copyOf(effects);
    }

    /// The effects of a command line in a place. A line that is not understood has one: that it is unknown.
    public static Effects of(String command, Place place) {
        return switch (Script.read(command)) {
            case Script.Reading.Understood understood -> of(understood.script(), place);
            case Script.Reading.NotUnderstood fault -> new Effects(List.of(new Effect.Unknown(fault.reason())));
        };
    }

    /// The effects of a script that was read before.
    public static Effects of(Script script, Place place) {
        List<Effect> effects = new ArrayList<>();
        new Shell(place, effects).run(script, Flow.UNKNOWN);
        return new Effects(effects);
    }
}
