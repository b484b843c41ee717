package dev.fairlead.core.decide;

import dev.fairlead.core.decide.Ruling.Objection;
import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Effects;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.effect.Traces;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.gate.Rule;
import dev.fairlead.core.gate.Rules;
import dev.fairlead.core.gate.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The one door at which calls of tools are decided about, whatever asks: what every rule has to say, and what the
/// policy makes of it.
///
/// A rule that throws does not let the call pass: it counts as if it had objected, and where it would have refused a
/// person is asked.
///
/// @param rules what is weighed
public record Gate(Policy policy, List<Rule> rules) {

    public Gate {
        rules = List.copyOf(rules);
    }

    /// The gate of a policy, with all rules.
    public static Gate over(Policy policy) {
        return new Gate(policy, Rules.all());
    }

    /// The gate of a preset.
    public static Gate of(Preset preset) {
        return over(Policy.of(preset));
    }

    /// Decides about one command line, outside of any session.
    public Ruling decide(String command, Place place) {
        return decide(Attempt.of(command, place, Context.UNKNOWN));
    }

    /// Decides about a call of which nothing is known but that it could not be looked at.
    ///
    /// @param why as a clause, such as that it took too long
    public Ruling undecided(String why, Place place, Context context) {
        Effects unknown = new Effects(List.of(new Effect.Unknown(why)), Set.of(), Traces.NONE);
        return decide(Attempt.of(unknown, place, context));
    }

    /// Decides about one call.
    public Ruling decide(Attempt attempt) {
        List<Raised> raised = new ArrayList<>();
        raiseByEffects(attempt, raised);
        raiseByOwnRules(attempt, raised);
        if (attempt.action() instanceof Action.Other) {
            raised.add(new Raised(
                    Rules.UNKNOWN_TOOL.id(),
                    "calls `%s`, of which nothing is known".formatted(attempt.tool()),
                    Rules.UNKNOWN_TOOL.instead(),
                    Optional.empty(),
                    false,
                    Optional.empty()));
        }
        for (Layer layer : policy.layers()) {
            layer.budget().ifPresent(budget -> raised.addAll(budget.spent(attempt.session())));
        }
        List<Objection> objections = new ArrayList<>(raised.size());
        for (Raised each : raised) {
            Verdict verdict = policy.weigh(each, attempt);
            if (verdict.mode() != Mode.OFF) {
                objections.add(
                        new Objection(each.rule(), verdict.mode(), each.reason(), each.instead(), verdict.source()));
            }
        }
        objections.sort(Comparator.comparing(Objection::mode).reversed());
        Mode mode = objections.isEmpty() ? Mode.OFF : objections.getFirst().mode();
        return new Ruling(mode, attempt.effects(), objections, policy.digest());
    }

    private void raiseByEffects(Attempt attempt, List<Raised> raised) {
        Setting setting = setting(attempt);
        for (Effect effect : effects(attempt)) {
            for (Rule rule : rules) {
                try {
                    Optional<String> reason = rule.weigher().weigh(effect, setting);
                    if (reason.isPresent()) {
                        raised.add(new Raised(
                                rule.id(), reason.get(), rule.instead(), Optional.of(effect), false, Optional.empty()));
                    }
                } catch (RuntimeException fault) {
                    raised.add(Raised.failure(rule.id(), fault, Optional.of(effect)));
                }
            }
        }
    }

    /// What a call would do, and which guarded programs it would run. Runs of programs that are known are not told
    /// otherwise, so that such a call is looked at once more.
    private List<Effect> effects(Attempt attempt) {
        Set<String> guards = policy.knownGuards();
        if (guards.isEmpty() || !(attempt.action() instanceof Action.Command)) {
            return attempt.effects().effects();
        }
        List<Effect> effects = new ArrayList<>(attempt.effects().effects());
        Place watching = attempt.place().watching(guards);
        for (Effect effect : Effects.of(
                        attempt.action(), watching, attempt.session().traces())
                .effects()) {
            if (effect instanceof Effect.Runs(String program, List<String> arguments) && guards.contains(program)) {
                effects.add(effect);
            }
        }
        return effects;
    }

    private void raiseByOwnRules(Attempt attempt, List<Raised> raised) {
        for (Layer layer : policy.layers()) {
            for (OwnRule rule : layer.own()) {
                try {
                    if (rule.when().test(attempt)) {
                        raised.add(new Raised(
                                rule.id(), rule.reason(), rule.instead(), Optional.empty(), false, Optional.empty()));
                    }
                } catch (RuntimeException fault) {
                    raised.add(Raised.failure(rule.id(), fault, Optional.empty()));
                }
            }
        }
    }

    private Setting setting(Attempt attempt) {
        Place place = attempt.place();
        List<String> guarded = new ArrayList<>();
        for (String path : policy.guarded()) {
            guarded.add(Glob.absolute(path, place.root(), place.home()));
        }
        return new Setting(
                place,
                guarded,
                policy.guards(),
                attempt.session().holdings(),
                attempt.context().tracker());
    }
}
