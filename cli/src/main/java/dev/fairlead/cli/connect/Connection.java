package dev.fairlead.cli.connect;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One agent's wiring at one place: planned, done, undone, and looked at.
///
/// @param connector how the agent is wired
/// @param place where
public record Connection(Connector connector, Place place) {

    /// What connecting would change.
    public Plan connect(WhenDown whenDown) throws IOException {
        Map<Path, Optional<String>> planned = new LinkedHashMap<>();
        Part.Texts texts = file -> planned.containsKey(file) ? planned.get(file) : Disk.text(file);
        List<FileChange> changes = new ArrayList<>();
        Path script = new Bridge(place.state(), whenDown).script();
        changes.add(new FileChange(script, Disk.text(script), Optional.of(Bridge.text()), true));
        for (Part part : connector.parts(place, whenDown)) {
            Optional<String> now = texts.of(part.file());
            Optional<String> then = part.connected(texts);
            planned.put(part.file(), then);
            changes.add(new FileChange(part.file(), now, then, part.isProgram()));
        }
        return new Plan(changes);
    }

    /// Makes what was planned, and remembers how it was before.
    public void connect(Plan plan, WhenDown whenDown) throws IOException {
        Optional<Backup> earlier = Backup.read(backup());
        List<Backup.Kept> kept = new ArrayList<>();
        for (Part part : connector.parts(place, whenDown)) {
            Optional<String> now = Disk.text(part.file());
            Optional<String> then = plan.changes().stream()
                    .filter(change -> change.file().equals(part.file()))
                    .findFirst()
                    .map(FileChange::after)
                    .orElse(now);
            kept.add(new Backup.Kept(part.file(), before(part, now, earlier), then));
        }
        new Backup(whenDown, kept).write(backup()); // first, so that a stop half-way can be undone
        for (FileChange change : plan.changes()) {
            Disk.make(change);
        }
    }

    /// How a file was without us: as remembered, where it is still as we left it.
    private Optional<String> before(Part part, Optional<String> now, Optional<Backup> earlier) throws IOException {
        Optional<Backup.Kept> known = earlier.flatMap(backup -> backup.of(part.file()));
        if (known.isPresent() && known.get().after().equals(now)) {
            return known.get().before();
        }
        return part.isPresent(Disk::text) ? part.disconnected(Disk::text, Optional.empty()) : now;
    }

    /// What disconnecting would change.
    public Plan disconnect() throws IOException {
        Optional<Backup> backup = Backup.read(backup());
        List<FileChange> changes = new ArrayList<>();
        for (Part part : connector.parts(place, WhenDown.OPEN)) {
            Optional<String> now = Disk.text(part.file());
            Optional<Backup.Kept> kept = backup.flatMap(each -> each.of(part.file()));
            boolean isAsLeft = kept.isPresent() && kept.get().after().equals(now);
            Optional<String> then =
                    isAsLeft ? kept.get().before() : part.disconnected(Disk::text, kept.flatMap(Backup.Kept::before));
            changes.add(new FileChange(part.file(), now, then, part.isProgram()));
        }
        return new Plan(changes);
    }

    /// Undoes what was planned to be undone, and forgets the connection.
    public void disconnect(Plan plan) throws IOException {
        for (FileChange change : plan.changes()) {
            Disk.make(change);
        }
        Files.deleteIfExists(backup());
        if (!hasOthers()) {
            Files.deleteIfExists(new Bridge(place.state(), WhenDown.OPEN).script());
        }
    }

    private boolean hasOthers() throws IOException {
        Path folder = Backup.folder(place);
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return entries.iterator().hasNext();
        }
    }

    /// How it stands.
    public Standing standing() throws IOException {
        boolean isPresent = false;
        WhenDown whenDown = whenDown().orElse(WhenDown.OPEN);
        for (Part part : connector.parts(place, whenDown)) {
            isPresent |= part.isPresent(Disk::text);
        }
        if (!isPresent) {
            return whenDown().isPresent() ? Standing.CHANGED : Standing.ABSENT;
        }
        try {
            Standing whole = silencedBy().isEmpty() ? Standing.CONNECTED : Standing.SILENCED;
            return connect(whenDown).isDone() ? whole : Standing.CHANGED;
        } catch (MalformedSettings fault) {
            return Standing.CHANGED;
        }
    }

    /// The settings that keep the agent from calling any hook.
    public List<String> silencedBy() throws IOException {
        List<String> silencedBy = new ArrayList<>();
        for (Part part : connector.parts(place, WhenDown.OPEN)) {
            part.silencedBy(Disk::text).ifPresent(silencedBy::add);
        }
        return silencedBy;
    }

    /// What was chosen for a server that is down; empty where nobody connected here.
    public Optional<WhenDown> whenDown() throws IOException {
        return Backup.read(backup()).map(Backup::whenDown);
    }

    private Path backup() {
        return Backup.file(connector.agent(), place);
    }
}
