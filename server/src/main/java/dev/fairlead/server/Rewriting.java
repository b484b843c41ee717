package dev.fairlead.server;

import dev.fairlead.core.decide.Rewrite;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Value;
import dev.fairlead.wire.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A call whose command the policy has changed before it runs.
///
/// @param call as it is to run
/// @param rules the ids of what changed it
/// @param reasons why, as clauses about the command that was given
record Rewriting(Moment.Call call, List<String> rules, List<String> reasons) {
    Rewriting {
        rules = List.copyOf(rules);
        reasons = List.copyOf(reasons);
    }

    /// The call as the policy wants it; empty where it changes nothing, or where it cannot be said which argument holds
    /// the command.
    static Optional<Rewriting> of(Moment.Call call, List<Rewrite> rewrites) {
        if (rewrites.isEmpty() || !(call.action() instanceof Action.Command command)) {
            return Optional.empty();
        }
        String line = command.line();
        List<String> rules = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Rewrite each : rewrites) {
            Optional<String> changed = each.of(line);
            if (changed.isPresent()) {
                line = changed.get();
                rules.add(each.id());
                reasons.add(each.reason());
            }
        }
        String rewritten = line;
        return with(call.arguments(), command.line(), rewritten)
                .filter(_ -> !rules.isEmpty())
                .map(arguments -> new Rewriting(
                        new Moment.Call(
                                call.id(), call.tool(), arguments, new Action.Command(rewritten, command.directory())),
                        rules,
                        reasons));
    }

    /// The arguments with another command in the one that holds it; empty where not exactly one does.
    private static Optional<Value.Fields> with(Value.Fields arguments, String line, String rewritten) {
        SortedMap<String, Value> changed = new TreeMap<>(arguments.values());
        Value before = new Value.Text(line);
        List<String> keys = arguments.values().entrySet().stream()
                .filter(each -> each.getValue().equals(before))
                .map(each -> each.getKey())
                .toList();
        if (keys.size() != 1) {
            return Optional.empty();
        }
        changed.put(keys.getFirst(), new Value.Text(rewritten));
        return Optional.of(new Value.Fields(changed));
    }
}
