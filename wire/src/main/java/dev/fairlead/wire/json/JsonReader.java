package dev.fairlead.wire.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/// Reads JSON into [Node]s.
///
/// Plain JSON is read by our own quick reader, anything else again by Jackson, so that what is and is not JSON is
/// decided by a library.
///
/// Objects and arrays may nest [#DEEPEST] levels; a deeper one is refused, not cut. What stands under a key that is
/// not wanted is passed over, unless it lies within a key that is kept whole: its quotes and brackets must match.
public final class JsonReader {

    /// The deepest nesting that is read.
    public static final int DEEPEST = 500;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(100_000)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .build();

    private final Set<String> named;
    private final boolean keepsNamed;
    private final Set<String> keptWhole;

    private JsonReader(Set<String> named, boolean keepsNamed, Set<String> keptWhole) {
        this.named = new HashSet<>(named); // asked for every key: quicker to ask than an immutable one
        this.keepsNamed = keepsNamed;
        this.keptWhole = new HashSet<>(keptWhole);
    }

    /// A reader that keeps all but some keys.
    ///
    /// @param skipped keys whose values are of no interest, at any depth
    /// @param keptWhole keys within whose values nothing is skipped
    public static JsonReader skipping(Set<String> skipped, Set<String> keptWhole) {
        return new JsonReader(skipped, false, keptWhole);
    }

    /// A reader that keeps some keys only. Records of agents have many times as many keys as anyone reads.
    ///
    /// @param kept keys whose values are wanted, at any depth
    /// @param keptWhole keys whose values are wanted with everything in them
    public static JsonReader keeping(Set<String> kept, Set<String> keptWhole) {
        return new JsonReader(kept, true, keptWhole);
    }

    /// A reader that keeps everything.
    public static JsonReader ofAll() {
        return skipping(Set.of(), Set.of());
    }

    /// Reads every JSON value in a stretch of bytes. There is one on a line, unless two writers met on it. What is not
    /// UTF-8 is read as replacement characters.
    ///
    /// @throws MalformedJson where the bytes are not JSON to the end; it holds what was read until then
    public List<Node> read(byte[] bytes, int from, int length) throws MalformedJson {
        try {
            return new QuickReader(bytes, from, length, this::isWanted, keptWhole::contains).read();
        } catch (QuickReader.Declined declined) {
            return thoroughly(bytes, from, length);
        }
    }

    private boolean isWanted(String name) {
        return named.contains(name) == keepsNamed;
    }

    /// Reads with the library, whose word counts where the quick reader has none. The library takes some bytes that
    /// are not UTF-8, such as overlong forms, for letters: it is not shown any.
    List<Node> thoroughly(byte[] bytes, int from, int length) throws MalformedJson {
        byte[] mended = new String(bytes, from, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(mended, 0, mended.length, bytes, from, from + length)
                ? strictly(bytes, from, length)
                : strictly(mended, 0, mended.length);
    }

    private List<Node> strictly(byte[] bytes, int from, int length) throws MalformedJson {
        List<Node> nodes = new ArrayList<>(1);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, from, length)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                nodes.add(node(parser, token, false));
            }
            return nodes;
        } catch (JacksonException fault) {
            throw new MalformedJson(reason(fault), nodes);
        }
    }

    /// Reads one JSON value in a text.
    ///
    /// @throws MalformedJson where the text is not JSON
    public List<Node> read(String text) throws MalformedJson {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return read(bytes, 0, bytes.length);
    }

    /// What was read of bytes that may be torn.
    ///
    /// @param nodes the values; the last one, where they are torn, with as much as stands before the tear
    /// @param fault what was met, empty where the bytes are JSON to the end
    public record Torn(List<Node> nodes, String fault) {

        /// Nothing was read.
        public static final Torn NOTHING = new Torn(List.of(), "");

        public Torn {
            nodes = List.copyOf(nodes);
        }

        /// Whether something is missing or wrong.
        public boolean isTorn() {
            return !fault.isEmpty();
        }
    }

    /// Reads as many JSON values as there are, and of the last one as much as stands before a tear. A key whose value
    /// is torn is left out, unless the value is an object or an array.
    public Torn readTorn(byte[] bytes) {
        try {
            return new Torn(read(bytes, 0, bytes.length), "");
        } catch (MalformedJson fault) {
            return new TornJson(FACTORY, this::isWanted, keptWhole::contains).read(bytes);
        }
    }

    private Node node(JsonParser parser, JsonToken token, boolean whole) {
        return switch (token) {
            case START_OBJECT -> fields(parser, whole);
            case START_ARRAY -> items(parser, whole);
            case VALUE_STRING -> new Node.Text(parser.getString());
            case VALUE_TRUE -> Node.Scalar.TRUE;
            case VALUE_FALSE -> Node.Scalar.FALSE;
            case VALUE_NULL -> Node.Scalar.NULL;
            default -> new Node.Scalar(parser.getString());
        };
    }

    private Node.Fields fields(JsonParser parser, boolean whole) {
        List<String> names = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            boolean isWhole = whole || keptWhole.contains(name);
            if (isWhole || isWanted(name)) {
                names.add(name);
                nodes.add(node(parser, token, isWhole));
            } else {
                parser.skipChildren();
            }
        }
        return new Node.Fields(names, nodes);
    }

    private Node.Items items(JsonParser parser, boolean whole) {
        List<Node> nodes = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            nodes.add(node(parser, token, whole));
        }
        return new Node.Items(nodes);
    }

    private static String reason(JacksonException fault) {
        String message = fault.getOriginalMessage();
        return message == null ? "not JSON" : message;
    }
}
