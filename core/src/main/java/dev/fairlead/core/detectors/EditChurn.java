package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Card;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Observation;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.session.FileChange;
import dev.fairlead.core.session.Recent;
import dev.fairlead.core.session.Session;
import dev.fairlead.core.session.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Flags a file that the agent brings back to a state it already had.
///
/// To try a change, check it and take it back is an experiment, and left alone once. A change taken back without a
/// look at what it did, or the second return, is churn.
final class EditChurn implements Detector<EditChurn.Histories> {

    private static final int FILES = 24;
    private static final int STATES = 12;

    private static final Card CARD = new Card(
            "edit-churn",
            Misbehaviour.EDIT_CHURN,
            "a file that returns to a state it already had",
            "Since the person last spoke, the agent's edits brought a file back to a state that it had before: either with no"
                    + " command run while it was changed, or for the second time. States are"
                    + " compared by the digest of the whole content or by the sum of what edits put in and took out.",
            List.of(
                    "an experiment: a change that is run or checked and taken back, once",
                    "a return that the person asked for",
                    "refactoring in steps, which ends in a new state"),
            List.of(
                    "a return by other means than the agent's edit tools, such as `git checkout`",
                    "a return by edits that cut the text at other places than the edits they undo",
                    "rewriting the same lines again and again without a return"));

    /// The states that each file had, oldest first, and how often it came back to one.
    ///
    /// @param lastRun the sequence of the last command that ran, -1 before the first
    record Histories(Shelf<String, History> byPath, long lastRun) {
        static final Histories NONE = new Histories(Shelf.ofLast(FILES), -1);
    }

    /// What became of one file.
    ///
    /// @param returns how often it came back to an earlier state
    record History(Recent<Visit> visits, int returns, boolean isSpoken) {}

    /// A state that the file was in.
    record Visit(long state, long sequence, Optional<Evidence> evidence) {}

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Histories fresh() {
        return Histories.NONE;
    }

    @Override
    public Set<Class<? extends Happening>> heeds() {
        return Set.of(Happening.TaskGiven.class, Happening.ToolReturned.class);
    }

    @Override
    public Observation<Histories> observe(Histories before, Session session, Event event) {
        if (event.what() instanceof Happening.TaskGiven) {
            return Observation.quiet(Histories.NONE);
        }
        if (session.exchange().isEmpty()) {
            return Observation.quiet(before);
        }
        Exchange exchange = session.exchange().get();
        if (exchange.call().action() instanceof Action.Command) {
            return Observation.quiet(new Histories(before.byPath(), exchange.sequence()));
        }
        return exchange.worked() && !exchange.call().changes().isEmpty()
                ? changed(before, session, exchange)
                : Observation.quiet(before);
    }

    private static Observation<Histories> changed(Histories before, Session session, Exchange exchange) {
        Shelf<String, History> next = before.byPath();
        List<Finding> findings = new ArrayList<>();
        for (FileChange change : exchange.call().changes()) {
            History history = next.get(change.path()).orElseGet(() -> begun(session, change));
            next = next.with(
                    change.path(), visited(history, session, change.path(), exchange, before.lastRun(), findings));
        }
        return new Observation<>(new Histories(next, before.lastRun()), findings);
    }

    /// A history that begins with the state before this change, which an edit can be taken back to.
    private static History begun(Session session, FileChange change) {
        Recent<Visit> visits = Recent.ofLast(STATES);
        boolean isKnown = change.kind() == FileChange.Kind.EDIT;
        long state = session.file(change.path()).withoutEdit(change.state()).state();
        return new History(isKnown ? visits.with(new Visit(state, -1, Optional.empty())) : visits, 0, false);
    }

    private static History visited(
            History before, Session session, String path, Exchange exchange, long lastRun, List<Finding> findings) {
        long state = session.file(path).state();
        List<Visit> visits = before.visits().items();
        int earlier = indexOf(visits, state);
        if (earlier == visits.size() - 1 && earlier >= 0) {
            return before;
        }
        Visit visit = new Visit(state, exchange.sequence(), Optional.of(Evidence.result(exchange)));
        Recent<Visit> next = before.visits().with(visit);
        if (earlier < 0) {
            return new History(next, before.returns(), before.isSpoken());
        }
        int returns = before.returns() + 1;
        boolean speaks = !before.isSpoken()
                && (returns >= 2 || lastRun < visits.get(earlier + 1).sequence());
        if (speaks) {
            findings.add(finding(path, returns, visits.subList(earlier, visits.size()), exchange));
        }
        return new History(next, returns, before.isSpoken() || speaks);
    }

    private static int indexOf(List<Visit> visits, long state) {
        for (int i = visits.size() - 1; i >= 0; i--) {
            if (visits.get(i).state() == state) {
                return i;
            }
        }
        return -1;
    }

    private static Finding finding(String path, int returns, List<Visit> way, Exchange exchange) {
        List<Evidence> evidence = new ArrayList<>();
        for (Visit visit : way) {
            visit.evidence().ifPresent(evidence::add);
        }
        evidence.addAll(Evidence.of(exchange));
        return new Finding(
                CARD.id(),
                CARD.misbehaviour(),
                returns >= 2 ? Severity.MEDIUM : Severity.LOW,
                0.8,
                returns >= 2
                        ? "brought `%s` back to a state it already had for the second time"
                                .formatted(Words.quoted(path, 160))
                        : "changed `%s` and took the change back without running anything between"
                                .formatted(Words.quoted(path, 160)),
                "decide what the file is to be before the next edit: say which of the two states is right and why, and keep it",
                evidence);
    }
}
