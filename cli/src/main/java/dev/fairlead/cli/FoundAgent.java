package dev.fairlead.cli;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Reading;
import dev.fairlead.wire.TranscriptReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// An agent that keeps sessions on this machine.
///
/// @param places where, as its dialect names them
/// @param files how many files hold sessions of it
/// @param sessions how many sessions there are, without those of sub-agents
/// @param subAgents how many sessions of sub-agents there are
/// @param newest when the last of them ended, [Event#NO_TIME] where no record says
record FoundAgent(Dialect dialect, List<String> places, long files, long sessions, long subAgents, Instant newest) {

    FoundAgent {
        places = List.copyOf(places);
    }

    /// What is found of an agent below a home folder; empty where none of its places exists.
    ///
    /// @param warnings takes in what cannot be read
    static Optional<FoundAgent> of(Dialect dialect, Path home, Consumer<String> warnings) throws IOException {
        List<String> places = dialect.places().stream()
                .filter(place -> !Places.of(place, home).isEmpty())
                .toList();
        if (places.isEmpty()) {
            return Optional.empty();
        }
        List<Path> files = new Sources(Event.NO_TIME, warnings).below(Places.of(dialect, home));
        List<Map<SessionId, Instant>> read = files.parallelStream()
                .map(file -> sessions(file, dialect, warnings))
                .flatMap(Optional::stream)
                .toList();
        Map<SessionId, Instant> all = new HashMap<>();
        read.forEach(one -> one.forEach((session, end) -> all.merge(session, end, FoundAgent::later)));
        long subAgents =
                all.keySet().stream().filter(each -> each.value().contains("/")).count();
        Instant newest = all.values().stream().reduce(Event.NO_TIME, FoundAgent::later);
        return Optional.of(new FoundAgent(dialect, places, read.size(), all.size() - subAgents, subAgents, newest));
    }

    /// When each session of a file ended; empty where the file is not this agent's.
    private static Optional<Map<SessionId, Instant>> sessions(Path file, Dialect dialect, Consumer<String> warnings) {
        Map<SessionId, Instant> ends = new HashMap<>();
        Consumer<Event> events = event -> ends.merge(event.session(), event.at(), FoundAgent::later);
        try (InputStream source = Snapshot.of(file)) {
            Reading reading = new TranscriptReader(Survey.stem(file), Optional.empty(), events).read(file, source);
            boolean isOwn = reading instanceof Reading.Understood understood
                    && understood.dialect().agent().equals(dialect.agent());
            return isOwn ? Optional.of(ends) : Optional.empty();
        } catch (IOException fault) {
            warnings.accept("%s cannot be read: %s".formatted(file, fault.getMessage()));
            return Optional.empty();
        }
    }

    private static Instant later(Instant first, Instant second) {
        return first.isAfter(second) ? first : second;
    }
}
