package dev.fairlead.core.gate;

import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Effects;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.gate.Ruling.Objection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides about commands by what each rule is set to.
///
/// @param answers what follows from each rule, by its id; a rule that is not named has no say
/// @param guarded paths that nothing may change; `~` stands for the home
/// @param guards programs that only a person may command
public record Gate(Map<String, Answer> answers, List<String> guarded, Set<String> guards) {

    public Gate {
        answers = Map.copyOf(answers);
        guarded = List.copyOf(guarded);
        guards = Set.copyOf(guards);
    }

    /// The gate of a preset.
    public static Gate of(Preset preset) {
        return new Gate(preset.answers(), List.of("~/.fairlead"), Set.of("fairlead"));
    }

    /// Decides about one command line.
    public Ruling decide(String command, Place place) {
        return decide(Effects.of(command, place), place);
    }

    /// Decides about what a command would do.
    public Ruling decide(Effects effects, Place place) {
        Setting setting = new Setting(
                place,
                guarded.stream()
                        .map(path -> path.startsWith("~") ? place.home() + path.substring(1) : path)
                        .toList(),
                guards);
        List<Objection> objections = new ArrayList<>();
        for (Effect effect : effects.effects()) {
            for (Rule rule : Rules.all()) {
                Answer answer = answers.getOrDefault(rule.id(), Answer.ALLOW);
                if (answer != Answer.ALLOW) {
                    Optional<String> reason = rule.weigher().weigh(effect, setting);
                    reason.ifPresent(why -> objections.add(new Objection(rule, answer, effect, why)));
                }
            }
        }
        objections.sort(Comparator.comparing(Objection::answer).reversed());
        return new Ruling(
                objections.isEmpty() ? Answer.ALLOW : objections.getFirst().answer(), effects, objections);
    }
}
