package dev.fairlead.proof.data;

import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.watch.Watch;
import dev.fairlead.wire.TranscriptReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads stored sessions and watches them, as a scan does.
final class Sessions {

    private Sessions() {}

    /// The events of a file, sub-agents' included.
    static List<Event> events(Path file) {
        List<Event> events = new ArrayList<>();
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        try (InputStream source = Files.newInputStream(file)) {
            new TranscriptReader(name, Optional.empty(), events::add).read(file, source);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return events;
    }

    /// What the detectors find in events, each session by itself.
    static List<Finding> findings(List<Event> events, List<Detector<?>> detectors) {
        Map<SessionId, Watch> watches = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Event event : events) {
            Watch watch = watches.computeIfAbsent(event.session(), id -> Watch.over(id, detectors, Policy.OBSERVE));
            Watch.Step step = watch.after(event);
            watches.put(event.session(), step.watch());
            findings.addAll(step.findings());
        }
        return findings;
    }
}
