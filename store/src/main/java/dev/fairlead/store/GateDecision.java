package dev.fairlead.store;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.SessionId;
import java.time.Instant;
import java.util.List;

/// What the gate said of one call, for the audit.
///
/// @param rules the rules that objected, the decisive one first
/// @param reason as the agent was told; empty where it was allowed without a word
/// @param policy the digest of the policy that decided
public record GateDecision(
        SessionId session,
        CallId call,
        String tool,
        Answer answer,
        List<String> rules,
        String reason,
        String policy,
        Instant at) {
    public GateDecision {
        rules = List.copyOf(rules);
    }
}
