package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.syntax.Call;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.core.detect.Severity;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Flags text from outside that is run as code.
final class CodeInjection implements Analyzer {

    private static final AnalyzerCard CARD = new AnalyzerCard(
            "code-injection",
            Dimension.SECURITY,
            Severity.HIGH,
            95,
            "a text that does not stand in the code is run as code",
            "texts that are checked before they are run; languages of templates",
            "read the value as data, or choose among functions that stand in the code");

    private static final Pattern ENGINE = Pattern.compile("(?i)(engine|script|groovy|shell|nashorn|\\bvm\\b|otto)");
    private static final Set<String> BARE =
            Set.of("eval", "exec", "new:Function", "Function", "instance_eval", "class_eval");

    @Override
    public AnalyzerCard card() {
        return CARD;
    }

    @Override
    public List<Remark> analyze(SourceText source) {
        return source.calls().stream()
                .filter(each -> !each.arguments().isEmpty())
                .filter(each -> runsCode(each, source))
                .map(each -> Place.remark(CARD, source, each.node(), "runs a text as code: `%s`"))
                .toList();
    }

    private static boolean runsCode(Call call, SourceText source) {
        SyntaxNode last = call.arguments().getLast();
        if (last.is("keyword_argument", "arrow_function", "function_expression", "func_literal")) {
            return false;
        }
        return switch (source.language()) {
            case PYTHON ->
                call.isBare()
                        && (call.name().equals("eval") || call.name().equals("exec"))
                        && !Text.isConstant(call.arguments().getFirst());
            case JAVASCRIPT, TYPESCRIPT ->
                BARE.contains(call.path()) && !call.path().equals("exec") && !Text.isConstant(last);
            case PHP, RUBY -> BARE.contains(call.name()) && !call.name().equals("exec") && !Text.isConstant(last);
            case JAVA, KOTLIN ->
                call.name().equals("eval") && ENGINE.matcher(call.path()).find() && !Text.isConstant(last);
            case GO ->
                (call.name().equals("Run") && ENGINE.matcher(call.path()).find()
                                || call.name().equals("Parse") && call.path().contains("template."))
                        && Context.isFromOutside(last);
            case BASH, C, C_SHARP, CPP, RUST -> false;
        };
    }
}
