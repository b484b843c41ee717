package dev.fairlead.core.session;

import dev.fairlead.core.effect.Effects;
import dev.fairlead.core.effect.Traces;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.shell.CommandLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known of a session after its events so far. Every detector and rule may use it.
///
/// Bounded whatever the session's length: what was touched least recently is forgotten first. Kept are the last
/// [#MESSAGES] messages of the person, [#FILES] files, [#OPEN_CALLS] calls without a result, and [#RECORDS] each of
/// checks, git actions, failures, rules files and sub-agents; counts are never forgotten.
///
/// @param id whose facts they are
/// @param exchange the call and result that the newest event completed; empty where it completed none
/// @param effects what the newest event's call does: of a command, once it has come back; of a change of files, as it
///     is called; none for other events
/// @param traces what the session has left in files
/// @param holdings what was the session's own before the newest event
/// @param openCalls calls that have no result yet, by call id
/// @param files by path as the agent wrote it
/// @param lastChange the sequence of the last successful change of a file, -1 before the first
public record Session(
        SessionId id,
        Profile profile,
        Tally tally,
        Recent<Message> messages,
        Recent<String> rules,
        Shelf<CallId, Call> openCalls,
        Optional<Exchange> exchange,
        Effects effects,
        Traces traces,
        Holdings holdings,
        Shelf<String, FileFacts> files,
        long lastChange,
        Work work) {

    /// The most messages kept.
    public static final int MESSAGES = 8;
    /// The most files kept.
    public static final int FILES = 96;
    /// The most calls kept that wait for a result.
    public static final int OPEN_CALLS = 48;
    /// The most records kept of each other kind.
    public static final int RECORDS = 16;
    /// The most that is kept of a call's effects, in characters.
    private static final int MOST_OF_EFFECTS = 16_384;

    /// A session of which nothing has been seen.
    public static Session fresh(SessionId id) {
        return new Session(
                id,
                Profile.UNKNOWN,
                Tally.NONE,
                Recent.ofLast(MESSAGES),
                Recent.ofLast(RECORDS),
                Shelf.ofLast(OPEN_CALLS),
                Optional.empty(),
                Effects.NONE,
                Traces.NONE,
                Holdings.NONE,
                Shelf.ofLast(FILES),
                -1,
                Work.NONE);
    }

    /// The facts with one more event.
    public Session after(Event event) {
        Optional<Exchange> completed =
                event.what() instanceof ToolReturned returned ? complete(event, returned) : Optional.empty();
        boolean failed = completed.isPresent() && !completed.get().worked();
        Effects told = told(event, completed);
        Session next = new Session(
                id,
                profile.after(event),
                tally.after(event.what(), failed),
                event.what() instanceof Happening.TaskGiven task
                        ? messages.with(new Message(task.text(), event.sequence(), event.origin()))
                        : messages,
                event.what() instanceof Happening.ContextInjected injected
                                && injected.source() == Happening.ContextInjected.Source.RULES
                        ? rules.with(Call.kept(injected.name()))
                        : rules,
                opened(event, completed),
                completed,
                told.within(MOST_OF_EFFECTS),
                told.traces(),
                exchange.filter(Exchange::worked)
                        .map(each -> holdings.after(this, each))
                        .orElse(holdings),
                files,
                lastChange,
                work.after(event, completed));
        return completed.isPresent() ? next.withFiles(completed.get()) : next;
    }

    /// The call that a result belongs to, while it waits for it.
    public Optional<Call> openCall(CallId call) {
        return openCalls.get(call);
    }

    /// What the agent did with a file; [FileFacts#UNTOUCHED] where nothing is known.
    public FileFacts file(String path) {
        return files.get(Call.kept(path)).orElse(FileFacts.UNTOUCHED);
    }

    private Shelf<CallId, Call> opened(Event event, Optional<Exchange> completed) {
        if (event.what() instanceof ToolCalled called) {
            return openCalls.with(called.call(), remembered(event, called));
        }
        return completed.isPresent() ? openCalls.without(completed.get().call().id()) : openCalls;
    }

    private Call remembered(Event event, ToolCalled called) {
        return new Call(
                called.call(),
                Call.kept(called.tool()),
                Changes.abridged(called.action()),
                Fingerprint.of(called, profile.directory()),
                Changes.of(called.action()),
                event.at(),
                event.sequence(),
                event.origin());
    }

    private Optional<Exchange> complete(Event event, ToolReturned returned) {
        Optional<Call> waiting = openCalls.get(returned.call());
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Call call = waiting.get();
        CommandLine line =
                call.action() instanceof Action.Command command ? CommandLine.of(command.line()) : CommandLine.NONE;
        Optional<Failure> failure = Diagnosis.of(call.action(), line, returned)
                .map(kind -> new Failure(
                        call.id(),
                        call.tool(),
                        kind,
                        Diagnosis.excerpt(returned.text()),
                        event.sequence(),
                        event.origin()));
        return Optional.of(new Exchange(
                call,
                line,
                returned.outcome(),
                failure,
                ResultDigest.of(call, returned),
                event.at(),
                event.sequence(),
                event.origin()));
    }

    /// What the call of an event does, told once for all who ask. A file is taken for changed as soon as the change is
    /// called: later its text is let go.
    private Effects told(Event event, Optional<Exchange> completed) {
        Optional<Action> action = Optional.empty();
        if (event.what() instanceof ToolCalled called) {
            boolean isChange = called.action() instanceof Action.Write
                    || called.action() instanceof Action.Edit
                    || called.action() instanceof Action.Patch;
            action = isChange ? Optional.of(called.action()) : action;
        } else if (completed.isPresent() && completed.get().outcome() != Outcome.SKIPPED) {
            Action done = completed.get().call().action();
            boolean isTold = done instanceof Action.Command || done instanceof Action.Read;
            action = isTold ? Optional.of(done) : action;
        }
        return action.map(each -> Effects.of(each, profile.place(each), traces))
                .orElse(traces.files().isEmpty() ? Effects.NONE : new Effects(List.of(), Set.of(), traces));
    }

    /// What a call would do in this session, before it runs.
    public Effects effectsOf(Action action) {
        return Effects.of(action, profile.place(action), traces);
    }

    private Session withFiles(Exchange exchange) {
        if (!exchange.worked()) {
            return this;
        }
        Shelf<String, FileFacts> next = files;
        long changed = lastChange;
        if (exchange.call().action() instanceof Action.Read read) {
            next = next.with(Call.kept(read.path()), file(read.path()).read(exchange.sequence()));
        }
        for (FileChange change : exchange.call().changes()) {
            String path = change.path();
            FileFacts before = next.get(path).orElse(FileFacts.UNTOUCHED);
            next = next.with(path, before.after(change, exchange.sequence()));
            changed = exchange.sequence();
        }
        return new Session(
                id,
                profile,
                tally,
                messages,
                rules,
                openCalls,
                Optional.of(exchange),
                effects,
                traces,
                holdings,
                next,
                changed,
                work);
    }
}
