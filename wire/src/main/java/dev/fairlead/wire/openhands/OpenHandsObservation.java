package dev.fairlead.wire.openhands;

import dev.fairlead.core.event.Happening.ContextInjected;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.wire.Narrator;
import dev.fairlead.wire.json.Node;
import java.util.OptionalInt;
import java.util.Set;

/// An event that is an observation: what an action brought back, or what the client put before the agent.
final class OpenHandsObservation {

    private static final Set<String> BOOKKEEPING =
            Set.of("null", "agent_state_changed", "condense", "success", "agent_condensation");

    /// With which the client's editor begins the answer to a call that failed.
    private static final String FLAG = "ERROR:";

    /// With which the client answers for a command that still runs.
    private static final int STILL_RUNS = -1;

    private final Node.Fields event;
    private final Node.Fields extras;
    private final Narrator narrator;

    OpenHandsObservation(Node.Fields event, Narrator narrator) {
        this.event = event;
        this.extras = event.fields("extras");
        this.narrator = narrator;
    }

    void tell() {
        String kind = event.textOr("observation", "null");
        if (kind.equals("recall")) {
            recalled();
        } else if (BOOKKEEPING.contains(kind)) {
            narrator.note(kind);
        } else if (narrator.isOpen(callId())) {
            works();
            narrator.returned(callId(), outcome(kind), exitStatus(), shown(), images());
        } else if (kind.equals("error")) {
            narrator.say(new ContextInjected(Source.SYSTEM, kind, event.textOr("content", "")));
        } else {
            narrator.note("unasked/" + kind);
        }
    }

    /// What the client remembers of the project: its instructions are rules.
    private void recalled() {
        String rules = extras.textOr("repo_instructions", "");
        if (!rules.isBlank()) {
            narrator.say(new ContextInjected(Source.RULES, "repo_instructions", rules));
        }
        for (Node each : extras.items("microagent_knowledge").nodes()) {
            if (each instanceof Node.Fields knowledge) {
                narrator.say(new ContextInjected(
                        Source.RULES, knowledge.textOr("name", ""), knowledge.textOr("content", "")));
            }
        }
        narrator.close("recall");
    }

    private String callId() {
        return event.fields("tool_call_metadata")
                .text("tool_call_id")
                .orElseGet(() -> "event-" + event.number("cause").orElse(-1));
    }

    private void works() {
        narrator.works(extras.fields("metadata").textOr("working_dir", ""));
    }

    private OptionalInt exitStatus() {
        OptionalInt status = extras.fields("metadata").integer("exit_code");
        if (status.isEmpty()) {
            status = extras.integer("exit_code");
        }
        return status.isPresent() && status.getAsInt() >= 0 ? status : OptionalInt.empty();
    }

    /// What the agent was shown without the client's flag in words; of what else the client adds, only what it says of
    /// a command that still runs.
    private String shown() {
        String whole = event.textOr("content", "");
        String text = whole.startsWith(FLAG) ? whole.substring(FLAG.length()).stripLeading() : whole;
        return stillRuns() ? text + suffix() : text;
    }

    private boolean stillRuns() {
        return extras.fields("metadata").integer("exit_code").orElse(0) == STILL_RUNS;
    }

    private String suffix() {
        return extras.fields("metadata").textOr("suffix", "");
    }

    private Outcome outcome(String kind) {
        return switch (kind) {
            case "error" -> Outcome.FAILED;
            case "user_rejected" -> Outcome.REFUSED;
            case "run" -> ofCommand();
            case "browse" -> extras.isTrue("error") ? Outcome.FAILED : Outcome.SUCCEEDED;
            case "read", "edit", "write" ->
                event.textOr("content", "").startsWith(FLAG) ? Outcome.FAILED : Outcome.SUCCEEDED;
            case "think" -> Outcome.SUCCEEDED;
            default -> Outcome.UNSTATED;
        };
    }

    private Outcome ofCommand() {
        if (stillRuns()) {
            return suffix().contains("is NOT executed") ? Outcome.SKIPPED : Outcome.RUNNING;
        }
        OptionalInt status = exitStatus();
        return status.isEmpty() ? Outcome.UNSTATED : status.getAsInt() == 0 ? Outcome.SUCCEEDED : Outcome.FAILED;
    }

    private int images() {
        return extras.has("set_of_marks") && !extras.textOr("set_of_marks", "").isEmpty() ? 1 : 0;
    }
}
