package dev.fairlead.proof.bench;

import dev.fairlead.core.event.Event;
import dev.fairlead.wire.TranscriptReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The stored sessions that are measured on: those in the folder that the system property `sessions` names, or the
/// bundled examples.
final class Corpus {

    private static final int LEAST_EVENTS = 20_000;

    private Corpus() {}

    /// A session file in memory.
    record Stored(String name, byte[] bytes) {}

    static List<Stored> files() {
        Path folder = Path.of(System.getProperty("sessions", "../examples/sessions"));
        try (Stream<Path> files = Files.walk(folder)) {
            List<Stored> stored = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                stored.add(new Stored(file.getFileName().toString().replace(".jsonl", ""), Files.readAllBytes(file)));
            }
            return stored;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The events of all files, each file's by themselves, repeated until there are enough to measure on.
    static List<List<Event>> events() {
        List<List<Event>> read = new ArrayList<>();
        for (Stored file : files()) {
            List<Event> events = new ArrayList<>();
            try {
                new TranscriptReader(file.name(), Optional.empty(), events::add)
                        .read(new ByteArrayInputStream(file.bytes()));
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
            read.add(events);
        }
        int once = Math.max(1, read.stream().mapToInt(List::size).sum());
        List<List<Event>> enough = new ArrayList<>();
        for (int i = 0; i <= LEAST_EVENTS / once; i++) {
            enough.addAll(read);
        }
        return enough;
    }
}
