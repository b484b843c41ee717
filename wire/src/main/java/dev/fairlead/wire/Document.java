package dev.fairlead.wire;

import dev.fairlead.core.event.Origin;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.JsonReader.Torn;
import dev.fairlead.wire.json.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A file that is one JSON value instead of a record a line: an object that is a session, or an array of records.
///
/// A file is taken for one where it begins with `[`, or where its first line opens an object and does not close it. It
/// is read whole, so its size is bounded by [#LARGEST]. A document that is torn is read up to the tear.
final class Document {

    /// The largest document that is read, in bytes.
    static final int LARGEST = 32 << 20;

    private static final int LOOK = 1 << 16;
    private static final int MOST_LOOKED_AT = 64;

    /// Without the numbers that some harnesses write for each token, which outweigh everything else.
    private static final JsonReader JSON = JsonReader.skipping(
            Set.of("prompt_token_ids", "completion_token_ids", "token_ids", "logprobs", "top_logprobs"),
            Set.of("arguments"));

    private final byte[] head;
    private final InputStream rest;
    private final boolean isTooLarge;
    private final Torn read;

    private Document(byte[] head, InputStream rest, boolean isTooLarge, Torn read) {
        this.head = head;
        this.rest = rest;
        this.isTooLarge = isTooLarge;
        this.read = read;
    }

    /// Reads a file if it looks like a document, and otherwise no more than its beginning.
    ///
    /// @throws IOException where the stream fails
    static Document of(InputStream source) throws IOException {
        byte[] head = source.readNBytes(LOOK);
        if (!isText(head)) {
            return ofBytes(head, source);
        }
        if (!looksLikeOne(head)) {
            return new Document(head, source, false, Torn.NOTHING);
        }
        byte[] more = head.length < LOOK ? new byte[0] : source.readNBytes(LARGEST + 1 - LOOK);
        byte[] all = more.length == 0 ? head : joined(head, more);
        if (all.length > LARGEST) {
            return new Document(all, source, true, Torn.NOTHING);
        }
        Torn read = JSON.readTorn(all);
        return new Document(all, source, false, read.isTorn() && hasRecordLine(all) ? Torn.NOTHING : read);
    }

    /// Whether a later line begins with a record: what looked like a torn document is then a file of lines, the first
    /// of which is torn.
    private static boolean hasRecordLine(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i + 1] == '{' && bytes[i + 2] == '"') {
                return true;
            }
        }
        return false;
    }

    /// Agents write no control characters but white space; the length of a record, or its first key, is one.
    private static boolean isText(byte[] head) {
        return head.length == 0 || head[0] < 0 || head[0] >= ' ' || head[0] == '\t' || isFeed(head[0]) && !isTag(head);
    }

    private static boolean isFeed(byte first) {
        return first == '\n' || first == '\r';
    }

    /// Whether a line feed is the mark of a first field in protobuf: something that is no text follows soon.
    private static boolean isTag(byte[] head) {
        for (int i = 1; i < Math.min(head.length, 64); i++) {
            if (head[i] >= 0 && head[i] < ' ' && head[i] != '\t' && !isFeed(head[i])) {
                return true;
            }
        }
        return false;
    }

    /// A file that is no text, read by the dialect that can make JSON of it.
    private static Document ofBytes(byte[] head, InputStream source) throws IOException {
        byte[] all = joined(head, head.length < LOOK ? new byte[0] : source.readNBytes(LARGEST + 1 - LOOK));
        if (all.length > LARGEST) {
            return new Document(all, source, true, Torn.NOTHING);
        }
        for (Dialect dialect : Dialects.all()) {
            Optional<byte[]> json = dialect.json(all);
            if (json.isPresent()) {
                return new Document(all, source, false, JSON.readTorn(json.get()));
            }
        }
        return new Document(all, source, false, Torn.NOTHING);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = new byte[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static boolean looksLikeOne(byte[] head) {
        int first = 0;
        int mark = TranscriptReader.markLength(head, 0, head.length);
        for (first = mark; first < head.length && head[first] <= ' ' && head[first] >= 0; first++) {}
        if (first == head.length || (head[first] != '{' && head[first] != '[')) {
            return false;
        }
        if (head[first] == '[') {
            return true;
        }
        int feed = first;
        while (feed < head.length && head[feed] != '\n') {
            feed++;
        }
        if (feed == head.length) {
            return head.length == LOOK; // a long line: a document without line feeds, or a record with a long text
        }
        int last = feed - 1;
        while (last > first && head[last] <= ' ') {
            last--;
        }
        return head[last] != '}';
    }

    /// Whether no JSON value was found.
    boolean isEmpty() {
        return read.nodes().isEmpty();
    }

    boolean isTooLarge() {
        return isTooLarge;
    }

    /// How many bytes it has.
    long bytes() {
        return head.length;
    }

    /// How many records it has.
    long records() {
        return nodes().size();
    }

    /// The file from its beginning.
    InputStream rewound() {
        return new SequenceInputStream(new ByteArrayInputStream(head), rest);
    }

    /// The dialect that recognises it. What is not one whole value may be a file of lines, whose first is long or torn,
    /// and
    /// is left to the lines unless it is of an agent that writes documents.
    Optional<Dialect> dialect(List<Dialect> dialects) {
        boolean isWhole = read.nodes().size() == 1 && !read.isTorn();
        return nodes().stream()
                .limit(MOST_LOOKED_AT)
                .filter(Node.Fields.class::isInstance)
                .map(Node.Fields.class::cast)
                .flatMap(record -> dialects.stream().filter(each -> each.recognises(record)))
                .findFirst()
                .filter(each -> each.isDocument() || isWhole);
    }

    /// Hands over its records, and what is torn of it.
    void tell(Transcript transcript, Audience audience) {
        int index = 0;
        for (Node node : nodes()) {
            Origin origin = Origin.index(index++);
            if (node instanceof Node.Fields record) {
                transcript.hear(record, origin, audience);
            } else {
                transcript.unread("JSON, but no object", "", origin, audience);
            }
        }
        if (read.isTorn()) {
            String reason = "the document is torn: %s; what stands before was read".formatted(read.fault());
            transcript.unread(reason, "", Origin.index(Math.max(0, index - 1)), audience);
        }
    }

    private List<Node> nodes() {
        boolean isList = read.nodes().size() == 1 && read.nodes().getFirst() instanceof Node.Items;
        return isList && read.nodes().getFirst() instanceof Node.Items list ? list.nodes() : read.nodes();
    }
}
