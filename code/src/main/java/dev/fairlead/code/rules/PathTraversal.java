package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.core.detect.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Flags a file whose name comes from a request.
final class PathTraversal implements Analyzer {

    private static final AnalyzerCard CARD = new AnalyzerCard(
            "path-traversal",
            Dimension.SECURITY,
            Severity.HIGH,
            22,
            "a file is opened by a name that comes from a request, and nothing keeps it within its folder",
            "names that pass through other functions; folders that the web server itself guards",
            "take the last part of the name only, or resolve it and refuse what lies outside of the folder");

    private static final Set<String> OPENS = Set.of(
            "open",
            "send_file",
            "sendFile",
            "download",
            "readFile",
            "readFileSync",
            "writeFile",
            "writeFileSync",
            "createReadStream",
            "createWriteStream",
            "unlink",
            "unlinkSync",
            "ServeFile",
            "ReadFile",
            "Open",
            "OpenFile",
            "Create",
            "new:File",
            "new:FileInputStream",
            "new:FileReader",
            "new:FileOutputStream",
            "new:FileWriter",
            "readAllBytes",
            "readString",
            "newInputStream",
            "newBufferedReader",
            "file_get_contents",
            "fopen",
            "readfile",
            "include",
            "require_once");

    @Override
    public AnalyzerCard card() {
        return CARD;
    }

    @Override
    public List<Remark> analyze(SourceText source) {
        return source.calls().stream()
                .filter(each -> OPENS.contains(each.name()) || OPENS.contains(each.path()))
                .filter(each -> each.arguments().stream().anyMatch(PathTraversal::isNamedOutside))
                .filter(each -> !isGuarded(each.node()))
                .map(each ->
                        Place.remark(CARD, source, each.node(), "opens a file by a name that comes from outside: `%s`"))
                .toList();
    }

    private static boolean isNamedOutside(SyntaxNode argument) {
        return !argument.is("identifier", "arrow_function", "function_expression", "func_literal")
                        && Context.isFromOutside(argument)
                || argument.is("identifier")
                        && Given.last(argument).filter(Context::isFromOutside).isPresent();
    }

    /// Whether the function around asks where the resolved path begins.
    private static boolean isGuarded(SyntaxNode node) {
        Optional<SyntaxNode> function = node.above().filter(Text::isFunction).findFirst();
        String text = function.map(SyntaxNode::text).orElse("");
        return text.contains("startsWith(")
                || text.contains("startswith(")
                || text.contains("HasPrefix(")
                || text.contains("is_relative_to(")
                || text.contains("secure_filename(");
    }
}
