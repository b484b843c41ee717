package dev.fairlead.core.event;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What an event says happened. Closed: a new kind is one more record here, and the compiler names every place that
/// must answer it.
public sealed interface Happening {

    /// The first thing known of a session.
    ///
    /// @param agent the dialect's name of the agent, such as `claude-code`
    /// @param version the agent's version
    /// @param directory the working directory
    /// @param branch the version-control branch
    record SessionStarted(String agent, Optional<String> version, Optional<String> directory, Optional<String> branch)
            implements Happening {}

    /// The agent now works in another directory or on another branch.
    record DirectoryChanged(String directory, Optional<String> branch) implements Happening {}

    /// A person said something to the agent; to a sub-agent, its parent did.
    ///
    /// @param text the words
    /// @param images how many images came with them
    record TaskGiven(String text, int images) implements Happening {}

    /// Text reached the agent that neither the person nor the agent wrote.
    ///
    /// @param source what put it there
    /// @param name the hook, file or command it came from; empty where the record does not say
    record ContextInjected(Source source, String name, String text) implements Happening {

        /// What puts text before an agent.
        public enum Source {
            /// The agent's own instructions or environment notes.
            SYSTEM,
            /// A hook's output.
            HOOK,
            /// A rules file of the project or the person.
            RULES,
            /// A summary that stands for an earlier conversation.
            SUMMARY,
            /// A command that the person ran, or its output.
            PERSON_COMMAND,
            /// A skill, a slash command or a file that the person attached.
            ATTACHMENT
        }
    }

    /// The agent spoke to the person.
    record AgentSpoke(String text) implements Happening {}

    /// The agent thought, where its record shows it; empty where it is hidden.
    record AgentThought(String text) implements Happening {}

    /// The agent called a tool.
    ///
    /// @param tool the agent's own name of the tool
    /// @param arguments as the agent gave them
    /// @param action what the call does
    record ToolCalled(CallId call, String tool, Value.Fields arguments, Action action) implements Happening {}

    /// A tool call came back.
    ///
    /// @param outcome the agent's own flag
    /// @param exitStatus of a command, where the record states it
    /// @param text what the agent was shown
    /// @param images how many images came with it
    record ToolReturned(CallId call, Outcome outcome, OptionalInt exitStatus, String text, int images)
            implements Happening {}

    /// A person stopped the agent.
    record AgentInterrupted() implements Happening {}

    /// The agent's context was replaced by a summary of itself.
    ///
    /// @param trigger what caused it, such as `auto` or `manual`
    /// @param tokensBefore the size of the context before, 0 where unknown
    record ContextCompacted(String trigger, long tokensBefore) implements Happening {}

    /// A model was used. Repeated statements of one use are already taken out: the counts of a session's events add
    /// up.
    record TokensUsed(String model, Tokens tokens) implements Happening {}

    /// Our own words reached the agent.
    ///
    /// @param detector whose finding they are about
    /// @param about the sequence of the event that they are about
    /// @param isAtStop whether they sent the agent back to work that was about to stop
    record GuidanceDelivered(String detector, long about, String text, boolean isAtStop) implements Happening {

        /// Words that reached the agent while it worked.
        public GuidanceDelivered(String detector, long about, String text) {
            this(detector, about, text, false);
        }
    }

    /// What a call changed in the code was reviewed.
    ///
    /// @param edit the sequence of the event by which the call was made
    /// @param flaw what is to be mended first; empty where there is nothing
    /// @param mended the sequences of the reviews before whose flaws are gone
    record ChangeReviewed(CallId call, long edit, Optional<Flaw> flaw, List<Long> mended) implements Happening {
        public ChangeReviewed {
            mended = List.copyOf(mended);
        }
    }

    /// A person was asked whether a call may run.
    record ApprovalAsked(CallId call, String reason) implements Happening {}

    /// A person, or a policy in a person's place, answered.
    record ApprovalAnswered(CallId call, boolean granted, String by) implements Happening {}

    /// Somebody threw the switch that stops agents.
    ///
    /// @param scope what is stopped or released
    /// @param stopped whether agents within the scope are now to stand still
    record SwitchThrown(String scope, boolean stopped, String by) implements Happening {}

    /// A language model judged a suspicion.
    ///
    /// @param confidence from 0 to 1
    record JudgeAnswered(String question, boolean confirmed, double confidence) implements Happening {}

    /// A sub-agent set to work; its own events are those of its own session.
    record SubagentStarted(SessionId child, String task) implements Happening {}

    /// A sub-agent came to its end.
    record SubagentEnded(SessionId child) implements Happening {}

    /// The session is over.
    record SessionEnded(String reason) implements Happening {}

    /// The agent's own bookkeeping, understood and of no consequence here.
    ///
    /// @param kind the record's own name
    record Noted(String kind) implements Happening {}

    /// Something that no dialect understood. Counted and reported, never dropped.
    ///
    /// @param reason what was seen, in words for a person
    /// @param excerpt the beginning of it, at most 200 characters
    record Unread(String reason, String excerpt) implements Happening {

        /// The most that is kept of what was not understood, in characters.
        public static final int EXCERPT = 200;

        public Unread {
            excerpt = excerpt.length() <= EXCERPT ? excerpt : excerpt.substring(0, EXCERPT);
        }
    }
}
