package dev.fairlead.code.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A node of a tree.
///
/// @param index its number in the order of the text
public record SyntaxNode(SyntaxTree tree, int index) {

    /// The grammar's name of what it is; of a token its text.
    public String kind() {
        return tree.kind(index);
    }

    /// Whether it is of one of these kinds.
    public boolean is(String... kinds) {
        String own = kind();
        for (String kind : kinds) {
            if (own.equals(kind)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it is more than a token: tokens are keywords, operators and punctuation.
    public boolean isNamed() {
        return tree.isNamed(index);
    }

    /// Whether the parser made it up where it was missing.
    public boolean isMissing() {
        return tree.number(index, SyntaxTree.KIND) < 0;
    }

    /// Its part in the node above, such as `condition`; empty where it has no name.
    public String field() {
        return tree.field(index);
    }

    /// Its text.
    public String text() {
        return tree.text(tree.number(index, SyntaxTree.FROM), tree.number(index, SyntaxTree.TO));
    }

    /// How long its text is, in bytes.
    public int length() {
        return tree.number(index, SyntaxTree.TO) - tree.number(index, SyntaxTree.FROM);
    }

    /// The line, from 1, that it begins in.
    public int line() {
        return tree.line(tree.number(index, SyntaxTree.FROM));
    }

    /// How many bytes of its line stand before it.
    public int column() {
        return tree.column(tree.number(index, SyntaxTree.FROM));
    }

    /// The line, from 1, that its last character is in.
    public int endLine() {
        return tree.line(Math.max(tree.number(index, SyntaxTree.FROM), tree.number(index, SyntaxTree.TO) - 1));
    }

    /// The node that it is a part of.
    public Optional<SyntaxNode> parent() {
        int parent = tree.number(index, SyntaxTree.PARENT);
        return parent < 0 ? Optional.empty() : Optional.of(new SyntaxNode(tree, parent));
    }

    /// The number of the first node behind all that is within this one.
    public int end() {
        return tree.number(index, SyntaxTree.END);
    }

    /// Whether nothing is within it.
    public boolean isLeaf() {
        return end() == index + 1;
    }

    /// Whether another node is this one or within it.
    public boolean holds(SyntaxNode other) {
        return other.index >= index && other.index < end();
    }

    /// Its parts in order, tokens too.
    public List<SyntaxNode> children() {
        List<SyntaxNode> children = new ArrayList<>();
        int end = end();
        for (int at = index + 1; at < end; at = tree.number(at, SyntaxTree.END)) {
            children.add(new SyntaxNode(tree, at));
        }
        return children;
    }

    /// Its parts in order, without tokens and comments.
    public List<SyntaxNode> parts() {
        return children().stream()
                .filter(each -> each.isNamed() && !each.isComment())
                .toList();
    }

    /// The first part of that name.
    public Optional<SyntaxNode> part(String field) {
        int end = end();
        for (int at = index + 1; at < end; at = tree.number(at, SyntaxTree.END)) {
            if (tree.field(at).equals(field)) {
                return Optional.of(new SyntaxNode(tree, at));
            }
        }
        return Optional.empty();
    }

    /// The first part of one of these kinds.
    public Optional<SyntaxNode> child(String... kinds) {
        return children().stream().filter(each -> each.is(kinds)).findFirst();
    }

    /// This node and all within it, in the order of the text.
    public Stream<SyntaxNode> all() {
        return IntStream.range(index, end()).mapToObj(each -> new SyntaxNode(tree, each));
    }

    /// All within it of one of these kinds.
    public Stream<SyntaxNode> all(String... kinds) {
        return all().filter(each -> each.is(kinds));
    }

    /// The nodes that it is within, from the nearest outwards.
    public Stream<SyntaxNode> above() {
        return Stream.iterate(parent(), Optional::isPresent, each -> each.flatMap(SyntaxNode::parent))
                .flatMap(Optional::stream);
    }

    /// The nearest node of one of these kinds that it is within.
    public Optional<SyntaxNode> within(String... kinds) {
        return above().filter(each -> each.is(kinds)).findFirst();
    }

    /// Whether it is a comment.
    public boolean isComment() {
        return kind().endsWith("comment");
    }
}
