package dev.fairlead.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A mapping of a policy file. Its keys are taken out one by one, and one that is left over at the end stops the load.
final class Section {

    /// Keys that were once in use, or that other guards use, and what to write instead.
    private static final Map<String, String> RETIRED =
            Map.of("preset", "extends", "deny", "hard", "refuse", "hard", "warn", "soft", "exceptions", "where");

    private final String file;
    private final int line;
    private final Map<String, Entry> left;
    private final List<String> known = new ArrayList<>();

    private record Entry(Node key, Node value) {}

    private Section(String file, int line, Map<String, Entry> left) {
        this.file = file;
        this.line = line;
        this.left = left;
    }

    static Section of(String file, Node node) throws BrokenPolicy {
        if (!(node instanceof MappingNode mapping)) {
            throw new BrokenPolicy(file, line(node), "expected keys with values, not " + kind(node));
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(file, tuple.getKeyNode(), "a key");
            if (entries.put(key, new Entry(tuple.getKeyNode(), tuple.getValueNode())) != null) {
                throw new BrokenPolicy(file, line(tuple.getKeyNode()), "the key `%s` stands twice".formatted(key));
            }
        }
        return new Section(file, line(node), entries);
    }

    int line() {
        return line;
    }

    /// Where it stands, for people.
    String where() {
        return "line " + line;
    }

    BrokenPolicy broken(String reason) {
        return new BrokenPolicy(file, line, reason);
    }

    /// The names of the keys that are left.
    List<String> keys() {
        return List.copyOf(left.keySet());
    }

    /// The line of a key that is left; the section's own where there is none.
    int lineOf(String key) {
        Entry entry = left.get(key);
        return entry == null ? line : line(entry.key());
    }

    private Optional<Entry> take(String key) {
        known.add(key);
        return Optional.ofNullable(left.remove(key));
    }

    Optional<Scalar> scalar(String key) throws BrokenPolicy {
        Optional<Entry> entry = take(key);
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(toScalar(key, entry.get().value()));
    }

    private Scalar toScalar(String key, Node node) throws BrokenPolicy {
        return new Scalar(file, line(node), key, scalar(file, node, "`%s`".formatted(key)));
    }

    Optional<String> text(String key) throws BrokenPolicy {
        Optional<Scalar> scalar = scalar(key);
        return scalar.isEmpty() ? Optional.empty() : Optional.of(scalar.get().text());
    }

    /// One word, or a list of them.
    List<Scalar> scalars(String key) throws BrokenPolicy {
        Optional<Entry> entry = take(key);
        List<Scalar> scalars = new ArrayList<>();
        if (entry.isPresent() && entry.get().value() instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                scalars.add(toScalar(key, item));
            }
        } else if (entry.isPresent()) {
            scalars.add(toScalar(key, entry.get().value()));
        }
        return scalars;
    }

    List<String> texts(String key) throws BrokenPolicy {
        return scalars(key).stream().map(Scalar::text).toList();
    }

    /// Whether the value under a key is a mapping.
    boolean hasSection(String key) {
        Entry entry = left.get(key);
        return entry != null && entry.value() instanceof MappingNode;
    }

    Optional<Section> section(String key) throws BrokenPolicy {
        Optional<Entry> entry = take(key);
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(of(file, entry.get().value()));
    }

    List<Section> sections(String key) throws BrokenPolicy {
        Optional<Entry> entry = take(key);
        if (entry.isEmpty()) {
            return List.of();
        }
        if (!(entry.get().value() instanceof SequenceNode list)) {
            throw new BrokenPolicy(file, line(entry.get().key()), "`%s` takes a list".formatted(key));
        }
        List<Section> sections = new ArrayList<>();
        for (Node item : list.getValue()) {
            sections.add(of(file, item));
        }
        return sections;
    }

    /// All that is left, each a word under a name.
    List<Scalar> rest() throws BrokenPolicy {
        List<Scalar> rest = new ArrayList<>();
        for (Map.Entry<String, Entry> each : left.entrySet()) {
            String value = scalar(file, each.getValue().value(), "`%s`".formatted(each.getKey()));
            rest.add(new Scalar(file, line(each.getValue().key()), each.getKey(), value));
        }
        left.clear();
        return rest;
    }

    /// Stops the load where a key is left over.
    void end() throws BrokenPolicy {
        for (Map.Entry<String, Entry> each : left.entrySet()) {
            String key = each.getKey();
            String instead = RETIRED.get(key);
            String hint = instead != null && known.contains(instead)
                    ? "the key `%s` is not in use; write `%s`".formatted(key, instead)
                    : "there is no key `%s` here; there are %s"
                            .formatted(
                                    key,
                                    known.stream().sorted().distinct().collect(Collectors.joining("`, `", "`", "`")));
            throw new BrokenPolicy(file, line(each.getValue().key()), hint);
        }
    }

    private static String scalar(String file, Node node, String what) throws BrokenPolicy {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new BrokenPolicy(file, line(node), "%s takes one word, not %s".formatted(what, kind(node)));
    }

    private static String kind(Node node) {
        return node instanceof SequenceNode ? "a list" : node instanceof MappingNode ? "keys with values" : "a word";
    }

    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
