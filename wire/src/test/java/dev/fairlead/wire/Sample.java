package dev.fairlead.wire;

import dev.fairlead.core.event.Event;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A small transcript in an agent's own format, written by hand.
///
/// @param file with the events it is to be read as beside it, as text
record Sample(Dialect dialect, Path file) {

    /// What came of reading, with the events in order.
    record Heard(Reading reading, List<Event> events) {

        String text() {
            return EventText.of(reading, events);
        }
    }

    /// The samples that hold a record a line.
    static List<Sample> ofLines() {
        return all().stream().filter(each -> !each.isDocument()).toList();
    }

    /// The samples that are one JSON document.
    static List<Sample> documents() {
        return all().stream().filter(Sample::isDocument).toList();
    }

    /// Every sample of every dialect.
    static List<Sample> all() {
        return Dialects.all().stream().flatMap(Sample::of).toList();
    }

    private static Stream<Sample> of(Dialect dialect) {
        try {
            Path folder = Path.of(Objects.requireNonNull(Sample.class.getResource("/" + dialect.agent()))
                    .toURI());
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().matches(".*\\.jsonl?")).sorted().toList().stream()
                        .map(file -> new Sample(dialect, file));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (URISyntaxException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private boolean isDocument() {
        return file.toString().endsWith(".json");
    }

    ByteBuffer bytes() {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    String text() {
        return new String(bytes().array(), StandardCharsets.UTF_8);
    }

    List<String> lines() {
        return text().lines().toList();
    }

    /// Its records as a dialect is asked about them: the document or its items, or the objects of its lines.
    List<Node.Fields> records() {
        List<Node> nodes = new ArrayList<>();
        for (String text : isDocument() ? List.of(text()) : lines()) {
            try {
                nodes.addAll(JsonReader.ofAll().read(text));
            } catch (MalformedJson fault) {
                nodes.addAll(fault.before());
            }
        }
        boolean isList = isDocument() && nodes.getFirst() instanceof Node.Items;
        List<Node> records = isList && nodes.getFirst() instanceof Node.Items list ? list.nodes() : nodes;
        return records.stream()
                .filter(Node.Fields.class::isInstance)
                .map(Node.Fields.class::cast)
                .toList();
    }

    Path expected() {
        return Path.of(file.toString().replaceFirst("\\.jsonl?$", ".txt"));
    }

    /// Where the expected events are kept, not the copy that tests read.
    Path source() {
        Path folder = Path.of("src", "test", "resources", dialect.agent());
        return folder.resolve(Objects.requireNonNull(expected().getFileName()).toString());
    }

    Heard heard() {
        return hear(text());
    }

    Heard hear(String text) {
        return hear(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), TranscriptReader.LONGEST_LINE);
    }

    /// Reads something in this sample's dialect.
    Heard hear(InputStream source, int longest) {
        List<Event> events = new ArrayList<>();
        try {
            Reading reading =
                    new TranscriptReader("unnamed-file", Optional.of(dialect), events::add, longest).read(source);
            return new Heard(reading, events);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Reads something whose dialect is not known.
    static Heard hearUnknown(InputStream source) {
        List<Event> events = new ArrayList<>();
        try {
            Reading reading = new TranscriptReader("unnamed-file", Optional.empty(), events::add).read(source);
            return new Heard(reading, events);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public String toString() {
        return dialect.agent() + "/" + file.getFileName();
    }
}
