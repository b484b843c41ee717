package dev.fairlead.code.rules;

import dev.fairlead.code.syntax.SyntaxNode;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is known of where something stands: whether it comes from outside, and what it is for.
final class Context {

    private static final Pattern OUTSIDE = Pattern.compile(
            "\\b(request|req)\\s*(\\.|->)\\s*(args|form|GET|POST|data|json|values|files|params|query|body|get_json|headers|cookies|get|input)\\b"
                    + "|\\bctx\\.(query|params|request|req|body)\\b|\\bparams\\[|getParameter\\(|FormValue\\(|PathValue\\(|URL\\.Query\\("
                    + "|\\$_(GET|POST|REQUEST|COOKIE)|\\br\\.Body\\b");
    private static final Pattern MADE_SAFE = Pattern.compile(
            "\\b(basename|secure_filename|safe_join|getFileName|FilenameUtils|is_relative_to|realpath|commonpath|Base|IsLocal|int|Integer\\.parseInt|parseInt|Number)\\b");
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(passw|pwd|token|secret|session_?id|newsession|otp\\b|nonce|salt|csrf|credential|api_?key|auth(?!or)|signature|reset_?code|verification_?code)");

    private Context() {}

    /// Whether a node, or what a name was given, comes from a request or the command line, and nothing made it safe.
    static boolean isFromOutside(SyntaxNode node) {
        if (isOutside(node.text())) {
            return true;
        }
        return node.all("identifier", "variable_name", "simple_identifier")
                .map(Given::last)
                .flatMap(Optional::stream)
                .map(SyntaxNode::text)
                .anyMatch(Context::isOutside);
    }

    private static boolean isOutside(String text) {
        return OUTSIDE.matcher(text).find() && !MADE_SAFE.matcher(text).find();
    }

    /// Whether the code around is about passwords, tokens and the like: by the function's name, or by the statement.
    static boolean isAboutSecrets(SyntaxNode node) {
        Optional<SyntaxNode> function = node.above().filter(Text::isFunction).findFirst();
        boolean isByName = function.flatMap(each -> each.part("name").or(() -> each.part("declarator")))
                .filter(each -> SECRET.matcher(each.text()).find())
                .isPresent();
        return isByName || SECRET.matcher(statement(node).text()).find();
    }

    /// The statement that a node stands in.
    static SyntaxNode statement(SyntaxNode node) {
        SyntaxNode found = node;
        for (SyntaxNode each : node.above().toList()) {
            if (each.is(
                            "block",
                            "statement_block",
                            "module",
                            "program",
                            "source_file",
                            "compound_statement",
                            "body_statement",
                            "class_body",
                            "statement_list",
                            "statements",
                            "switch_body")
                    || Text.isFunction(each)) {
                return found;
            }
            found = each;
        }
        return found;
    }
}
