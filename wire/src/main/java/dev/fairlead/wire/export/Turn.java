package dev.fairlead.wire.export;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One step of a session: what the person said, what was put before the agent, or one answer of the model with its
/// calls and their results. Filled event by event.
final class Turn {

    /// Whose step it is.
    enum Source {
        /// Text that neither the person nor the agent wrote.
        SYSTEM,
        /// The person.
        USER,
        /// The agent.
        AGENT
    }

    /// A call and, if it came back, its result.
    record Use(Event called, Optional<Event> returned) {

        Happening.ToolCalled call() {
            return (Happening.ToolCalled) called.what();
        }

        Optional<ToolReturned> result() {
            return returned.map(event -> (ToolReturned) event.what());
        }
    }

    private final Source source;
    private final Event first;
    private final List<Use> uses = new ArrayList<>();
    private final List<Event> others = new ArrayList<>();
    private Optional<String> message = Optional.empty();
    private Optional<String> thought = Optional.empty();
    private Optional<String> model = Optional.empty();
    private Tokens tokens = Tokens.NONE;
    private Instant said;

    Turn(Source source, Event first) {
        this.source = source;
        this.first = first;
        this.said = first.at();
    }

    Source source() {
        return source;
    }

    Event first() {
        return first;
    }

    List<Use> uses() {
        return List.copyOf(uses);
    }

    /// What happened meanwhile and is no part of a step.
    List<Event> others() {
        return List.copyOf(others);
    }

    Optional<String> message() {
        return message;
    }

    Optional<String> thought() {
        return thought;
    }

    Optional<String> model() {
        return model;
    }

    Tokens tokens() {
        return tokens;
    }

    /// When the last of it was said.
    Instant said() {
        return said;
    }

    /// Whether a thought, words or a call may still be of the same answer: a model thinks, speaks, calls, and is only
    /// asked again when results are there.
    boolean takes(Happening what) {
        boolean isOpen = source == Source.AGENT
                && uses.stream().noneMatch(use -> use.returned().isPresent());
        return switch (what) {
            case Happening.AgentThought _ -> isOpen && uses.isEmpty() && message.isEmpty() && thought.isEmpty();
            case Happening.AgentSpoke _ -> isOpen && uses.isEmpty() && message.isEmpty();
            case Happening.ToolCalled called -> isOpen && !has(called.call());
            case Happening.TokensUsed used ->
                isOpen && model.map(used.model()::equals).orElse(true);
            case Happening.SessionStarted _,
                    Happening.DirectoryChanged _,
                    Happening.TaskGiven _,
                    Happening.ContextInjected _,
                    ToolReturned _,
                    Happening.AgentInterrupted _,
                    Happening.ContextCompacted _,
                    Happening.GuidanceDelivered _,
                    Happening.ChangeReviewed _,
                    Happening.ApprovalAsked _,
                    Happening.ApprovalAnswered _,
                    Happening.SwitchThrown _,
                    Happening.JudgeAnswered _,
                    Happening.SubagentStarted _,
                    Happening.SubagentEnded _,
                    Happening.SessionEnded _,
                    Happening.Noted _,
                    Happening.Unread _ -> false;
        };
    }

    void say(String text) {
        message = Optional.of(text);
    }

    /// Takes in what [#takes] it.
    void add(Event event) {
        said = event.at().isAfter(said) ? event.at() : said;
        if (event.what() instanceof Happening.AgentThought what) {
            thought = Optional.of(what.text());
        } else if (event.what() instanceof Happening.AgentSpoke what) {
            message = Optional.of(what.text());
        } else if (event.what() instanceof Happening.TokensUsed used) {
            model = Optional.of(used.model());
            tokens = tokens.plus(used.tokens());
        } else {
            uses.add(new Use(event, Optional.empty()));
        }
    }

    void meanwhile(Event event) {
        others.add(event);
    }

    /// A call of this turn came back.
    void returned(CallId call, Event event) {
        uses.replaceAll(use -> use.call().call().equals(call) && use.returned().isEmpty()
                ? new Use(use.called(), Optional.of(event))
                : use);
    }

    private boolean has(CallId call) {
        return uses.stream().anyMatch(use -> use.call().call().equals(call));
    }
}
