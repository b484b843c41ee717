package dev.fairlead.policy;

import dev.fairlead.core.decide.Policy;
import java.util.List;

/// A policy, and what its files say beside it.
///
/// @param examples calls with the decisions that its author expects
/// @param notices what has no effect, for people
public record LoadedPolicy(Policy policy, List<Example> examples, List<String> notices) {
    public LoadedPolicy {
        examples = List.copyOf(examples);
        notices = List.copyOf(notices);
    }
}
