package dev.fairlead.wire.sweagent;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.Content;
import dev.fairlead.wire.Narrator;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.Node;
import java.util.Optional;

/// One trajectory of SWE-agent.
///
/// The history is cut down for the model as the session goes on, so the steps are what is told; of the history only
/// what stands before the first answer is: instructions, a demonstration, the task. A document without steps is told
/// from its history.
final class SweAgentTranscript implements Transcript {

    private final String agent;
    private final String name;

    SweAgentTranscript(String agent, String name) {
        this.agent = agent;
        this.name = name;
    }

    /// Whether a record has a trajectory of actions and observations.
    static boolean isTrajectory(Node.Fields record) {
        return record.get("trajectory") instanceof Node.Items steps
                && steps.nodes().stream()
                        .limit(1)
                        .allMatch(each -> each instanceof Node.Fields step
                                && step.has("action")
                                && step.has("observation")
                                && !step.has("source"))
                && (record.has("history") || !steps.nodes().isEmpty());
    }

    /// Whether a record has a history of messages that say which agent's they are.
    static boolean isHistory(Node.Fields record) {
        return record.items("history").nodes().stream()
                .limit(1)
                .anyMatch(each -> each instanceof Node.Fields message && message.has("role") && message.has("agent"));
    }

    @Override
    public void hear(Node.Fields record, Origin origin, Audience audience) {
        Node.Fields config = record.fields("replay_config");
        String id = record.text("instance_id")
                .or(() -> config.fields("problem_statement").text("id"))
                .orElse(name);
        boolean isLine = origin.unit() == Origin.Unit.LINE;
        Narrator narrator = new Narrator(new SessionId(id.isBlank() ? name : id));
        narrator.turn(isLine ? origin : Origin.index(0), audience);
        narrator.start(agent, record.fields("info").text("swe_agent_version"), "");
        Node.Items steps = record.items("trajectory");
        if (steps.nodes().isEmpty()) {
            history(record.items("history"), origin, narrator, audience);
        } else {
            before(record.items("history"), narrator);
            int index = 0;
            for (Node each : steps.nodes()) {
                narrator.turn(isLine ? origin : Origin.index(index), audience);
                step(each, narrator);
                index++;
            }
        }
        end(record.fields("info"), config.fields("agent").fields("model").textOr("name", ""), narrator);
    }

    /// Tells what the model was shown before its first answer.
    private static void before(Node.Items history, Narrator narrator) {
        for (Node each : history.nodes()) {
            if (each instanceof Node.Fields message) {
                if (message.textOr("role", "").equals("assistant")) {
                    return;
                }
                shown(message, narrator);
            }
        }
    }

    private static void shown(Node.Fields message, Narrator narrator) {
        Content content = Content.of(message.get("content"));
        boolean isDemonstration =
                message.isTrue("is_demo") || message.textOr("message_type", "").equals("demonstration");
        if (isDemonstration || !message.textOr("role", "").equals("user")) {
            String from = isDemonstration ? "demonstration" : "";
            narrator.say(new ContextInjected(Source.SYSTEM, from, content.text()));
        } else {
            narrator.say(new Happening.TaskGiven(content.text(), content.images()));
        }
    }

    private static void step(Node node, Narrator narrator) {
        if (!(node instanceof Node.Fields step)) {
            narrator.unread("a step that is no object", "");
            return;
        }
        SweAgentStep.of(step.textOr("thought", ""), step.textOr("action", ""), step)
                .tell(narrator);
        narrator.close("step");
    }

    /// Tells a history without steps: what follows an answer is the result of its action.
    private static void history(Node.Items history, Origin origin, Narrator narrator, Audience audience) {
        int index = 0;
        for (Node each : history.nodes()) {
            narrator.turn(origin.unit() == Origin.Unit.LINE ? origin : Origin.index(index), audience);
            index++;
            if (!(each instanceof Node.Fields message)) {
                narrator.unread("a message that is no object", "");
            } else if (message.textOr("role", "").equals("assistant")) {
                SweAgentStep.of(
                                message.textOr(
                                        "thought",
                                        Content.of(message.get("content")).text()),
                                message.textOr("action", ""),
                                Node.Fields.NONE)
                        .call(narrator);
                narrator.close("message");
            } else if (narrator.isOpen("")) {
                SweAgentStep.returned(Content.of(message.get("content")).text(), narrator);
            } else {
                shown(message, narrator);
            }
        }
    }

    private static void end(Node.Fields details, String model, Narrator narrator) {
        Node.Fields stats = details.fields("model_stats");
        narrator.used(
                model,
                new Tokens(
                        stats.number("tokens_sent").orElse(0),
                        0,
                        0,
                        stats.number("tokens_received").orElse(0)));
        Optional<String> status = details.text("exit_status");
        status.ifPresent(each -> narrator.say(new Happening.SessionEnded(each)));
    }

    @Override
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        audience.hear(new SessionId(name), Event.NO_TIME, origin, new Happening.Unread(reason, excerpt));
    }

    @Override
    public void end(Audience audience) {}
}
