package dev.fairlead.wire.atif;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.Narrator;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One trajectory in ATIF, with those of its sub-agents, which are sessions of their own.
final class AtifTranscript implements Transcript {

    private final String agent;
    private final String name;

    AtifTranscript(String agent, String name) {
        this.agent = agent;
        this.name = name;
    }

    @Override
    public void hear(Node.Fields record, Origin origin, Audience audience) {
        boolean isLine = origin.unit() == Origin.Unit.LINE;
        String id = record.text("session_id")
                .filter(each -> !each.isBlank())
                .or(() -> record.text("trajectory_id").filter(each -> !each.isBlank()))
                .orElse(isLine ? name + "-" + origin.place() : name);
        trajectory(record, new SessionId(id), isLine ? Optional.of(origin) : Optional.empty(), audience);
    }

    /// Tells one trajectory, and then those of the sub-agents that it holds.
    ///
    /// @param line the line that it stands on, where the file has lines
    private void trajectory(Node.Fields record, SessionId session, Optional<Origin> line, Audience audience) {
        Map<String, SessionId> children = children(record, session);
        Narrator narrator = new Narrator(session);
        narrator.turn(line.orElse(Origin.index(0)), audience);
        List<Node> steps = record.items("steps").nodes();
        start(record, steps, narrator);
        AtifStep.others(AtifStep.ours(record), narrator);
        String model = record.fields("agent").textOr("model_name", "");
        for (int i = 0; i < steps.size(); i++) {
            narrator.turn(line.orElse(Origin.index(i)), audience);
            if (steps.get(i) instanceof Node.Fields step) {
                new AtifStep(step, model, children, narrator).tell();
            } else {
                narrator.unread("a step that is no object", "");
            }
        }
        for (Node each : record.items("subagent_trajectories").nodes()) {
            if (each instanceof Node.Fields child && child.has("steps")) {
                trajectory(child, children.getOrDefault(id(child), session.child("unnamed")), line, audience);
            }
        }
    }

    /// The agent that a trajectory is of, with its version, stands in the place of the version.
    private void start(Node.Fields record, List<Node> steps, Narrator narrator) {
        Node.Fields about = record.fields("agent");
        List<String> words = new ArrayList<>();
        about.text("name").ifPresent(words::add);
        about.text("version").ifPresent(words::add);
        Node.Fields ours = AtifStep.ours(about);
        String directory = ours.textOr("directory", "");
        for (Node each : steps) {
            if (each instanceof Node.Fields step) {
                narrator.time(step.textOr("timestamp", ""));
                directory = directory.isEmpty() ? step.fields("extra").textOr("cwd", "") : directory;
                break;
            }
        }
        Optional<String> version = words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
        narrator.start(agent, version, directory, ours.text("branch"));
    }

    /// The sessions of the sub-agents, by every name that a step may call them.
    private static Map<String, SessionId> children(Node.Fields record, SessionId parent) {
        Map<String, SessionId> children = new HashMap<>();
        for (Node each : record.items("subagent_trajectories").nodes()) {
            if (each instanceof Node.Fields child && !id(child).isBlank()) {
                SessionId session = parent.child(id(child));
                children.put(id(child), session);
                child.text("session_id").ifPresent(name -> children.putIfAbsent(name, session));
            }
        }
        return children;
    }

    private static String id(Node.Fields trajectory) {
        return trajectory.textOr("trajectory_id", trajectory.textOr("session_id", ""));
    }

    @Override
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        audience.hear(new SessionId(name), Event.NO_TIME, origin, new Happening.Unread(reason, excerpt));
    }

    @Override
    public void end(Audience audience) {}
}
