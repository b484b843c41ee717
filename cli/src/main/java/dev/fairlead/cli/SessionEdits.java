package dev.fairlead.cli;

import dev.fairlead.code.change.AgentEdits;
import dev.fairlead.code.change.Attribution;
import dev.fairlead.core.event.Event;
import dev.fairlead.wire.Dialects;
import dev.fairlead.wire.TranscriptReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads what sessions wrote into files, to tell their lines from a person's.
final class SessionEdits {

    private SessionEdits() {}

    /// The edits of the sessions in some files or folders; where none are named, in the places where agents keep them.
    static Attribution in(List<Path> places, Warnings warnings) throws IOException {
        AgentEdits edits = new AgentEdits();
        read(places, warnings, edits);
        return new Attribution(edits.insertions());
    }

    /// Reads sessions.
    static void read(List<Path> places, Warnings warnings, Consumer<Event> listener) throws IOException {
        List<Path> folders = places.isEmpty() ? Sources.ofAgents(Dialects.all(), Terminal.home()) : places;
        for (Path file : folders.isEmpty() ? List.<Path>of() : new Sources(Event.NO_TIME, warnings).below(folders)) {
            try (InputStream source = new BufferedInputStream(Snapshot.of(file))) {
                new TranscriptReader(name(file), Optional.empty(), listener).read(file, source);
            } catch (IOException fault) {
                warnings.accept("%s is not read: %s".formatted(file, Sources.reason(fault)));
            }
        }
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
