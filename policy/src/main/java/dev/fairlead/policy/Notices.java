package dev.fairlead.policy;

import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Layer;
import dev.fairlead.core.decide.Mode;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Tells what has no effect in a policy, since a layer above is stricter.
final class Notices {

    private Notices() {}

    static List<String> of(Policy policy) {
        List<String> notices = new ArrayList<>();
        for (int i = 0; i < policy.layers().size(); i++) {
            Layer layer = policy.layers().get(i);
            Policy above = new Policy(policy.layers().subList(0, i + 1), policy.guidance(), policy.digest());
            new TreeMap<>(layer.modes().rules()).forEach((rule, mode) -> {
                Verdict verdict = above.mode(rule, Context.UNKNOWN);
                notice(layer, rule, mode, verdict, notices);
            });
        }
        return notices;
    }

    private static void notice(Layer layer, String rule, Mode mode, Verdict verdict, List<String> notices) {
        if (mode.compareTo(verdict.mode()) < 0 && !verdict.source().startsWith(layer.name())) {
            notices.add("%s: `%s: %s` has no effect, since %s says `%s`"
                    .formatted(
                            layer.name(),
                            rule,
                            mode.code(),
                            verdict.source(),
                            verdict.mode().code()));
        }
    }
}
