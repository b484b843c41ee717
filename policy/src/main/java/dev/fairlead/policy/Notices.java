package dev.fairlead.policy;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Layer;
import dev.fairlead.core.decide.Mode;
import dev.fairlead.core.decide.OwnRule;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.decide.Verdict;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.gate.Rule;
import dev.fairlead.core.gate.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Tells what does not work in a policy: what has no effect, since a layer above is stricter, and what sends an agent
/// from one refusal into the next.
final class Notices {

    private static final Place PLACE = new Place("/work", Optional.of("/work"), "/home/user");

    private Notices() {}

    static List<String> of(Policy policy) {
        List<String> notices = new ArrayList<>();
        for (int i = 0; i < policy.layers().size(); i++) {
            Layer layer = policy.layers().get(i);
            Policy above = new Policy(policy.layers().subList(0, i + 1), policy.guidance(), policy.digest());
            new TreeMap<>(layer.modes().rules())
                    .forEach((rule, mode) -> weaker(layer, rule, mode, above).ifPresent(notices::add));
        }
        for (Rule rule : Rules.all()) {
            steps(rule.id(), rule.instead(), policy, notices);
        }
        for (Layer layer : policy.layers()) {
            for (OwnRule rule : layer.own()) {
                steps(rule.id(), rule.instead(), policy, notices);
            }
        }
        return notices;
    }

    private static Optional<String> weaker(Layer layer, String rule, Mode mode, Policy above) {
        Verdict verdict = above.mode(rule, Context.UNKNOWN);
        boolean isWithout =
                mode.compareTo(verdict.mode()) < 0 && !verdict.source().startsWith(layer.name());
        return isWithout
                ? Optional.of("%s: `%s: %s` has no effect, since %s says `%s`"
                        .formatted(
                                layer.name(),
                                rule,
                                mode.code(),
                                verdict.source(),
                                verdict.mode().code()))
                : Optional.empty();
    }

    /// The commands that a rule suggests, which stand in backticks.
    private static void steps(String rule, String instead, Policy policy, List<String> notices) {
        if (policy.mode(rule, Context.UNKNOWN).mode().compareTo(Mode.NUDGE) < 0) {
            return;
        }
        String[] parts = instead.split("`", -1);
        for (int i = 1; i < parts.length; i += 2) {
            Ruling ruling = Gate.over(policy).decide(parts[i], PLACE);
            if (ruling.answer() == Answer.DENY) {
                notices.add("`%s` suggests `%s`, which %s refuses"
                        .formatted(
                                rule,
                                parts[i],
                                ruling.decisive().map(Ruling.Objection::rule).orElse("the policy")));
            }
        }
    }
}
