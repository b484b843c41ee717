package dev.fairlead.cli.connect;

import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What a connection remembers, so that it can be undone exactly: each file's text before and after.
///
/// @param whenDown what was chosen
/// @param files in the order in which they were written
record Backup(WhenDown whenDown, List<Kept> files) {

    Backup {
        files = List.copyOf(files);
    }

    /// One file.
    ///
    /// @param before empty where there was no such file
    /// @param after as we left it
    record Kept(Path file, Optional<String> before, Optional<String> after) {}

    /// What is remembered of a file.
    Optional<Kept> of(Path file) {
        return files.stream().filter(each -> each.file().equals(file)).findFirst();
    }

    /// Where it is kept.
    static Path file(String agent, Place place) {
        String whose = switch (place.scope()) {
            case USER -> "user-" + id(place.home());
            case PROJECT -> "project-" + id(place.project());
        };
        return folder(place).resolve(agent + "." + whose + ".json");
    }

    private static String id(Path folder) {
        byte[] bytes = folder.toString().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(bytes).toString().substring(0, 8);
    }

    /// Where those of all connections are kept.
    static Path folder(Place place) {
        return place.state().resolve("connections");
    }

    static Optional<Backup> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<Node> read = JsonReader.ofAll().read(Files.readString(file));
            if (read.size() == 1 && read.getFirst() instanceof Node.Fields fields) {
                List<Kept> files = new ArrayList<>();
                for (Node each : fields.items("files").nodes()) {
                    if (each instanceof Node.Fields kept) {
                        files.add(new Kept(Path.of(kept.textOr("file", "")), kept.text("before"), kept.text("after")));
                    }
                }
                boolean isClosed = fields.textOr("whenDown", "").equals(WhenDown.CLOSED.word());
                return Optional.of(new Backup(isClosed ? WhenDown.CLOSED : WhenDown.OPEN, files));
            }
        } catch (MalformedJson torn) {
            throw new MalformedSettings("%s cannot be read: %s".formatted(file, torn.getMessage()));
        }
        return Optional.empty();
    }

    void write(Path file) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.object()
                    .text("whenDown", whenDown.name().toLowerCase(Locale.ROOT))
                    .array("files");
            for (Kept each : files) {
                json.object().text("file", each.file().toString());
                each.before().ifPresent(before -> json.text("before", before));
                each.after().ifPresent(after -> json.text("after", after));
                json.endObject();
            }
            json.endArray().endObject();
        }
        Disk.keep(file, text + "\n");
    }
}
