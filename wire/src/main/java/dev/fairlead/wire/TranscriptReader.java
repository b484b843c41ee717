package dev.fairlead.wire;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads one stored session file: tells whose it is from its first records, and hands over its events in order.
///
/// Nothing in a file ends the reading. A line that is no JSON, is longer than [#LONGEST_LINE] or nests deeper than
/// [JsonReader#DEEPEST] becomes one `Unread` event with its place; invalid UTF-8 is read with replacement characters
/// where the JSON around it is sound. A file may also be one JSON document, see [Document]. It is not understood where
/// none of its first [#MOST_UNKNOWN] lines is a
/// record of a known agent.
public final class TranscriptReader {

    /// The longest line that is read, in bytes.
    public static final int LONGEST_LINE = 16 << 20;

    /// How many lines may pass before one is recognised.
    public static final int MOST_UNKNOWN = 64;

    private static final int MOST_UNKNOWN_BYTES = 4 << 20;

    private final String name;
    private final Consumer<Event> events;
    private final int longest;
    private final Map<SessionId, Numbered> sequences = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private Optional<Dialect> dialect;
    private Optional<Transcript> transcript = Optional.empty();
    private long waitingBytes;
    private long lines;
    private String refusal = "";

    /// @param name the file's name without folders and ending
    /// @param forced the dialect to read it in, empty to recognise it
    /// @param events takes in the events, those of each session in order
    public TranscriptReader(String name, Optional<Dialect> forced, Consumer<Event> events) {
        this(name, forced, events, LONGEST_LINE);
    }

    /// @param longest the longest line that is read, in bytes
    TranscriptReader(String name, Optional<Dialect> forced, Consumer<Event> events, int longest) {
        this.longest = longest;
        this.name = name.isBlank() ? "unnamed" : name;
        this.dialect = forced;
        this.transcript = forced.map(each -> each.open(this.name));
        this.events = events;
    }

    /// A session whose events are numbered. All of them share one id, which is quickly compared with itself.
    private static final class Numbered {
        private final SessionId session;
        private long next;

        Numbered(SessionId session) {
            this.session = session;
        }
    }

    /// A line that waits until the dialect is known.
    private record Waiting(long number, ByteBuffer bytes, boolean isEnded) {}

    /// Reads a file of this machine, which may also be a database.
    ///
    /// @param source the file's content, which is read where it is none
    /// @throws IOException where the file or the stream fails; what was read until then was handed over
    public Reading read(Path file, InputStream source) throws IOException {
        return DatabaseFile.isOne(file) ? new DatabaseFile(file, name).read(dialect, this::hear) : read(source);
    }

    /// Reads to the end of the stream.
    ///
    /// @throws IOException where the stream fails; what was read until then was handed over
    public Reading read(InputStream source) throws IOException {
        Document document = Document.of(source);
        Optional<Dialect> known = dialect.filter(Dialect::isDocument)
                .or(() -> document.dialect(dialect.map(List::of).orElseGet(Dialects::all)));
        if (known.isEmpty() || document.isEmpty()) {
            Reading reading = readLines(document.rewound());
            return reading instanceof Reading.NotUnderstood not && document.isTooLarge()
                    ? new Reading.NotUnderstood(
                            "it is one document of more than %,d bytes".formatted(Document.LARGEST), not.bytes())
                    : reading;
        }
        dialect = known;
        transcript = known.map(each -> each.open(name));
        document.tell(transcript.orElseThrow(), this::hear);
        transcript.ifPresent(each -> each.end(this::hear));
        return new Reading.Understood(known.get(), document.records(), document.bytes());
    }

    private Reading readLines(InputStream source) throws IOException {
        Lines cut = new Lines(source, longest);
        cut.each(new Lines.Listener() {
            @Override
            public void line(long number, byte[] bytes, int from, int length, boolean isEnded) {
                lines = number;
                take(number, bytes, from, length, isEnded);
                if (!refusal.isEmpty()) {
                    cut.stop();
                }
            }

            @Override
            public void tooLong(long number, long length) {
                lines = number;
                if (dialect.isEmpty()) {
                    refusal = "none of its first %d lines is a record of a known agent".formatted(number);
                    cut.stop();
                }
                unread(number, "a line of %,d bytes, longer than %,d".formatted(length, longest), "");
            }
        });
        if (dialect.isEmpty()) {
            return new Reading.NotUnderstood(refusal.isEmpty() ? emptyOrUnknown() : refusal, cut.bytes());
        }
        transcript.ifPresent(each -> each.end(this::hear));
        return new Reading.Understood(dialect.get(), lines, cut.bytes());
    }

    private String emptyOrUnknown() {
        return lines == 0 ? "it is empty" : "none of its lines is a record of a known agent";
    }

    private void take(long number, byte[] bytes, int from, int length, boolean isEnded) {
        if (transcript.isPresent()) {
            tell(number, bytes, from, length, isEnded);
            return;
        }
        if (number == 1 && isBinary(bytes, from, length)) {
            refusal = "it is not text";
            return;
        }
        waiting.add(new Waiting(number, ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, from + length)), isEnded));
        waitingBytes += length;
        recognise(bytes, from, length);
        if (dialect.isPresent()) {
            open(dialect.get());
        } else if (waiting.size() >= MOST_UNKNOWN || waitingBytes > MOST_UNKNOWN_BYTES) {
            refusal = "none of its first %d lines is a record of a known agent".formatted(waiting.size());
            waiting.clear();
        }
    }

    private void open(Dialect known) {
        transcript = Optional.of(known.open(name));
        for (Waiting each : waiting) {
            tell(each.number(), each.bytes().array(), 0, each.bytes().capacity(), each.isEnded());
        }
        waiting.clear();
    }

    private static boolean isBinary(byte[] bytes, int from, int length) {
        for (int i = from; i < from + Math.min(length, 8_192); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private void recognise(byte[] bytes, int from, int length) {
        int start = from + markLength(bytes, from, length);
        for (Node node : whole(bytes, start, length - (start - from))) {
            if (node instanceof Node.Fields record) {
                dialect = dialect.or(() -> Dialects.all().stream()
                        .filter(each -> each.recognises(record))
                        .findFirst());
            }
        }
    }

    private static List<Node> whole(byte[] bytes, int from, int length) {
        try {
            return JsonReader.ofAll().read(bytes, from, length);
        } catch (MalformedJson fault) {
            return fault.before();
        }
    }

    private void tell(long number, byte[] bytes, int from, int length, boolean isEnded) {
        int start = number == 1 ? from + markLength(bytes, from, length) : from;
        int left = length - (start - from);
        if (isBlank(bytes, start, left)) {
            return;
        }
        try {
            for (Node node : dialect.orElseThrow().json().read(bytes, start, left)) {
                tell(node, number);
            }
        } catch (MalformedJson fault) {
            for (Node node : fault.before()) {
                tell(node, number);
            }
            String reason = isEnded
                    ? "not JSON: " + fault.getMessage()
                    : "the last line ends within a record; the agent may still be writing it";
            unread(number, reason, new String(bytes, start, Math.min(left, 200), StandardCharsets.UTF_8));
        }
    }

    private void tell(Node node, long number) {
        if (node instanceof Node.Fields record) {
            transcript.orElseThrow().hear(record, Origin.line(number), this::hear);
        } else {
            unread(number, "JSON, but no object", "");
        }
    }

    private void unread(long number, String reason, String excerpt) {
        transcript.ifPresent(each -> each.unread(reason, excerpt, Origin.line(number), this::hear));
    }

    private void hear(SessionId session, Instant at, Origin origin, Happening what) {
        Numbered numbered = sequences.computeIfAbsent(session, Numbered::new);
        events.accept(new Event(numbered.session, numbered.next++, at, origin, what));
    }

    /// The length of a byte order mark that may stand there.
    static int markLength(byte[] bytes, int from, int length) {
        boolean marked = length >= 3
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    private static boolean isBlank(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
