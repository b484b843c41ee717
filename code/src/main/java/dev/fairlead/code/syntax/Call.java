package dev.fairlead.code.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A call of a function or constructor, told the same for every language.
///
/// @param path what is called, with what it is called on: `db.query`, `new Random`; without white space
/// @param name the last part of it
/// @param arguments in order
public record Call(SyntaxNode node, String path, String name, List<SyntaxNode> arguments) {

    private static final String[] KINDS = {
        "call",
        "call_expression",
        "method_invocation",
        "object_creation_expression",
        "new_expression",
        "invocation_expression",
        "function_call_expression",
        "member_call_expression",
        "scoped_call_expression",
        "macro_invocation"
    };

    public Call {
        arguments = List.copyOf(arguments);
    }

    /// All calls within a node, in the order of the text.
    public static Stream<Call> in(SyntaxNode node) {
        return node.all(KINDS).map(Call::of).flatMap(Optional::stream);
    }

    /// The call that a node is.
    public static Optional<Call> of(SyntaxNode node) {
        if (!node.is(KINDS)) {
            return Optional.empty();
        }
        String path = path(node).replaceAll("\\s", "");
        String called = path.startsWith("new:") ? path.substring(4) : path;
        int cut = Math.max(called.lastIndexOf('.'), Math.max(called.lastIndexOf(':'), called.lastIndexOf('>')));
        return Optional.of(new Call(node, path, called.substring(cut + 1), arguments(node)));
    }

    private static String path(SyntaxNode node) {
        return switch (node.kind()) {
            case "method_invocation" -> joined(node.part("object"), node.part("name"));
            case "object_creation_expression" ->
                "new:" + text(node.part("type").or(() -> node.child("name", "qualified_name")));
            case "new_expression" -> "new:" + text(node.part("constructor"));
            case "member_call_expression" -> joined(node.part("object"), node.part("name"));
            case "scoped_call_expression" -> joined(node.part("scope"), node.part("name"));
            case "macro_invocation" -> text(node.part("macro")) + "!";
            case "call" ->
                node.part("function")
                        .map(SyntaxNode::text)
                        .orElseGet(() -> joined(node.part("receiver"), node.part("method")));
            default -> text(node.part("function").or(() -> node.parts().stream().findFirst()));
        };
    }

    private static String joined(Optional<SyntaxNode> on, Optional<SyntaxNode> name) {
        return on.map(each -> each.text() + ".").orElse("") + text(name);
    }

    private static String text(Optional<SyntaxNode> node) {
        return node.map(SyntaxNode::text).orElse("");
    }

    private static List<SyntaxNode> arguments(SyntaxNode node) {
        return node
                .part("arguments")
                .or(() -> node.child("argument_list", "call_suffix", "arguments"))
                .map(each -> each.child("value_arguments").orElse(each))
                .map(SyntaxNode::parts)
                .orElse(List.of())
                .stream()
                .map(each ->
                        each.is("argument", "value_argument") && !each.parts().isEmpty()
                                ? each.parts().getLast()
                                : each)
                .toList();
    }

    /// An argument by its number.
    public Optional<SyntaxNode> argument(int number) {
        return number < arguments.size() ? Optional.of(arguments.get(number)) : Optional.empty();
    }

    /// What an argument with a name is given, as in `shell=True`.
    public Optional<String> named(String keyword) {
        return arguments.stream()
                .filter(each -> each.is("keyword_argument"))
                .filter(each -> each.part("name")
                        .filter(name -> name.text().equals(keyword))
                        .isPresent())
                .flatMap(each -> each.part("value").stream())
                .map(SyntaxNode::text)
                .findFirst();
    }

    /// Whether it is called by itself, on nothing.
    public boolean isBare() {
        return path.equals(name);
    }
}
