package dev.fairlead.server;

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
                Batch batch = new Batch();
                Following following = new Following(
                        Channel.FILE, oversight, session -> Following.fresh(session, oversight), batch::add);
                new TranscriptReader(stem(file), Optional.empty(), following::hear).read(file, source);
                batch.flush();
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

    /// What is to go into the store, some hundred entries at a time.
    private final class Batch {

        private final List<Entry> entries = new ArrayList<>(BATCH);

        void add(Entry entry) {
            entries.add(entry);
            if (entries.size() >= BATCH) {
                flush();
            }
        }

        void flush() {
            if (!entries.isEmpty()) {
                oversight.store().append(List.copyOf(entries));
                entries.clear();
            }
        }
    }
}
