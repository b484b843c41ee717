package dev.fairlead.server;

import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.watch.Watch;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Entry;
import dev.fairlead.store.StoreFault;
import dev.fairlead.wire.TranscriptReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Brings sessions that agents have stored on disk into the store, beside what hooks tell of them.
///
/// A file that has grown is read again; what is there already changes nothing. A file that cannot be read is told of
/// and passed over.
final class Imports {

    /// The most sessions of one file that are followed at a time.
    private static final int OPEN = 64;

    private static final int BATCH = 500;

    private final Oversight oversight;
    private final Consumer<String> notices;
    private final Map<Path, Stamp> read = new HashMap<>();
    private final Set<Path> waiting = new LinkedHashSet<>();

    Imports(Oversight oversight, Consumer<String> notices) {
        this.oversight = oversight;
        this.notices = notices;
    }

    private record Stamp(long size, long modified) {}

    /// Marks a file to be read soon.
    void later(Path file) {
        synchronized (waiting) {
            waiting.add(file);
        }
    }

    /// Reads the files that were marked.
    void readMarked() {
        List<Path> marked;
        synchronized (waiting) {
            marked = List.copyOf(waiting);
            waiting.clear();
        }
        marked.forEach(this::read);
    }

    /// Reads a file, unless it is as it was when it was read last.
    synchronized void read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return;
            }
            Stamp stamp =
                    new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
            if (stamp.equals(read.get(file))) {
                return;
            }
            try (InputStream source = new BufferedInputStream(Files.newInputStream(file))) {
                Following following = new Following();
                new TranscriptReader(stem(file), Optional.empty(), following::hear).read(file, source);
                following.flush();
            }
            read.put(file, stamp);
        } catch (IOException | StoreFault fault) {
            notices.accept("`%s` is not imported: %s".formatted(file, fault.getMessage()));
        }
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /// The sessions of one file while it is read.
    private final class Following {

        private final Map<SessionId, Watch> open = new LinkedHashMap<>(16, 0.75f, true);
        private final List<Entry> batch = new ArrayList<>(BATCH);

        void hear(Event event) {
            Watch before =
                    open.computeIfAbsent(event.session(), id -> Watch.over(id, oversight.detectors(), Policy.OBSERVE));
            Watch.Step step = before.after(event);
            open.put(event.session(), step.watch());
            if (open.size() > OPEN) {
                open.remove(open.keySet().iterator().next());
            }
            boolean hasFailed = step.watch()
                    .session()
                    .exchange()
                    .map(exchange -> !exchange.worked())
                    .orElse(false);
            batch.add(new Entry.Happened(Channel.FILE, LiveSession.stored(event, oversight.redacts()), hasFailed));
            List<Finding> findings = step.findings();
            for (int i = 0; i < findings.size(); i++) {
                batch.add(new Entry.Found(
                        Channel.FILE, event.session(), event.sequence(), i, event.at(), findings.get(i)));
            }
            if (batch.size() >= BATCH) {
                flush();
            }
        }

        void flush() {
            if (!batch.isEmpty()) {
                oversight.store().append(List.copyOf(batch));
                batch.clear();
            }
        }
    }
}
