package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.Grammar;
import dev.fairlead.code.syntax.SyntaxNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What a grammar's kinds of nodes are to those who count; in the resources, one file for each grammar.
///
/// @param constructs of each kind that matters
/// @param parameters kinds that stand for a parameter where they stand in a list of them
/// @param operators that join conditions
record Vocabulary(Map<String, Construct> constructs, Set<String> parameters, Set<String> operators) {

    private static final Map<Grammar, Vocabulary> KNOWN = new ConcurrentHashMap<>();

    /// Of a grammar.
    static Vocabulary of(Grammar grammar) {
        return KNOWN.computeIfAbsent(grammar, Vocabulary::read);
    }

    private static Vocabulary read(Grammar grammar) {
        String file = grammar.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".words";
        try (InputStream bytes = Vocabulary.class.getResourceAsStream(file)) {
            return parse(bytes == null ? "" : new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Vocabulary parse(String text) {
        Map<String, Construct> constructs = new HashMap<>();
        Map<String, Set<String>> lists = new HashMap<>();
        for (String line : text.lines().toList()) {
            List<String> words = List.of(line.split(" ", -1));
            lists.put(words.getFirst(), new HashSet<>(words.subList(1, words.size())));
        }
        Map<Construct, Set<String>> kinds = new EnumMap<>(Construct.class);
        for (Construct each : Construct.values()) {
            kinds.put(each, lists.getOrDefault(each.name().toLowerCase(Locale.ROOT), Set.of()));
        }
        kinds.forEach((construct, named) -> {
            if (construct != Construct.PARAMETER) {
                named.forEach(kind -> constructs.put(kind, construct));
            }
        });
        return new Vocabulary(
                Map.copyOf(constructs),
                Set.copyOf(lists.getOrDefault("parameter", Set.of())),
                Set.copyOf(lists.getOrDefault("operator", Set.of())));
    }

    /// What a node is; empty where it is of no consequence. Tokens are none of it, though some are called like nodes.
    Optional<Construct> of(SyntaxNode node) {
        return node.isNamed() ? Optional.ofNullable(constructs.get(node.kind())) : Optional.empty();
    }

    /// Whether a node is that.
    boolean is(SyntaxNode node, Construct construct) {
        return node.isNamed() && constructs.get(node.kind()) == construct;
    }

    /// The operator by which a node joins conditions; empty where it joins none. Words are told as their signs.
    Optional<String> operator(SyntaxNode node) {
        if (!is(node, Construct.LOGIC)) {
            return Optional.empty();
        }
        return node.children().stream()
                .filter(each -> !each.isNamed() && operators.contains(each.kind()))
                .map(SyntaxNode::kind)
                .findFirst()
                .map(each -> each.equals("and") ? "&&" : each.equals("or") ? "||" : each);
    }
}
