package dev.fairlead.cli;

import dev.fairlead.core.detect.Severity;
import java.io.IOException;
import java.util.Optional;

/// Hands everything on to another report and remembers the worst severity.
final class WorstOf implements Report {

    private final Report next;
    private Optional<Severity> worst = Optional.empty();

    WorstOf(Report next) {
        this.next = next;
    }

    @Override
    public void session(SessionReport session) throws IOException {
        Optional<Severity> its = session.worst();
        if (its.isPresent() && !reaches(its.get())) {
            worst = its;
        }
        next.session(session);
    }

    @Override
    public void unreadable(String file, String reason) throws IOException {
        next.unreadable(file, reason);
    }

    @Override
    public void end(Totals totals) throws IOException {
        next.end(totals);
    }

    @Override
    public boolean showsSteps() {
        return next.showsSteps();
    }

    /// Whether anything as severe was found.
    boolean reaches(Severity limit) {
        return worst.isPresent() && worst.get().compareTo(limit) >= 0;
    }
}
