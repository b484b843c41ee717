package dev.fairlead.cli;

import dev.fairlead.core.decide.Attempt;
import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Decision;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.session.Session;
import dev.fairlead.core.watch.Watch;
import dev.fairlead.wire.Reading;
import dev.fairlead.wire.TranscriptReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Decides about every call of stored sessions, as a policy would have while they ran.
///
/// Where a session works is what it tells; the workspace is the first folder that it names.
final class Replay {

    private final Policy policy;
    private final Gate gate;
    private final Optional<Gate> against;
    private final Context known;
    private final Hearer hearer;
    private final Map<SessionId, Watch> open = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<String, Optional<String>> repositories = new HashMap<>();

    /// What is told of a replay, as it goes on.
    interface Hearer {
        /// A session was met.
        void session();

        /// A call was decided about.
        void decided(Decided decided);

        /// Findings led to a decision.
        void found(Decision decision);
    }

    /// A call, and what would have been decided.
    ///
    /// @param other what the other policy would have decided
    record Decided(Path file, Event event, ToolCalled call, Ruling ruling, Optional<Ruling> other) {}

    /// @param known what is known beyond what sessions tell
    Replay(Policy policy, Optional<Policy> against, Context known, Hearer hearer) {
        this.policy = policy;
        this.gate = Gate.over(policy);
        this.against = against.map(Gate::over);
        this.known = known;
        this.hearer = hearer;
    }

    /// Replays the sessions of one file.
    Reading read(Path file) throws IOException {
        try (InputStream source = new BufferedInputStream(Snapshot.of(file))) {
            return new TranscriptReader(Survey.stem(file), Optional.empty(), event -> hear(file, event))
                    .read(file, source);
        } finally {
            open.clear();
            repositories.clear();
        }
    }

    /// What is known beyond what a session tells; the repository's name where its folder is still there.
    private Context known(Session session) {
        if (known.repository().isPresent()) {
            return known;
        }
        String directory = session.profile().directory().orElse("");
        Optional<String> name = repositories.computeIfAbsent(directory, Circumstances::repository);
        return name.isEmpty()
                ? known
                : known.or(
                        new Context(Optional.empty(), name, Optional.empty(), Optional.empty(), Event.NO_TIME, false));
    }

    private void hear(Path file, Event event) {
        Watch before = open.get(event.session());
        if (before == null) {
            hearer.session();
            before = Watch.over(event.session(), Detectors.proven(), policy);
        }
        Watch.Step step = before.after(event);
        open.put(event.session(), step.watch());
        if (open.size() > FileScan.OPEN) {
            Iterator<Watch> longestSilent = open.values().iterator();
            longestSilent.next();
            longestSilent.remove();
        }
        if (event.what() instanceof ToolCalled call) {
            Attempt attempt = Attempt.of(
                    event, call, step.watch().session(), known(step.watch().session()));
            hearer.decided(
                    new Decided(file, event, call, gate.decide(attempt), against.map(other -> other.decide(attempt))));
        }
        if (step.decision().force() > 0) {
            hearer.found(step.decision());
        }
    }
}
