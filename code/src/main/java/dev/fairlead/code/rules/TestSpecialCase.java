package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.syntax.Call;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.core.detect.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Flags code that behaves differently because it is being tested.
final class TestSpecialCase implements Analyzer {

    private static final AnalyzerCard CARD = new AnalyzerCard(
            "test-special-case",
            Dimension.RELIABILITY,
            Severity.HIGH,
            684,
            "code asks whether a test runs it, or hands back a fixed value for one long value that only a test would"
                    + " use",
            "short values; special cases that the specification asks for look the same",
            "make the code right for every input, and take the special case out");

    private static final Pattern ASKS = Pattern.compile(
            "PYTEST_CURRENT_TEST|JEST_WORKER_ID|VITEST_WORKER_ID|process\\.env\\.VITEST\\b|['\"](pytest|unittest)['\"]"
                    + " in sys\\.modules|testing\\.Testing\\(\\)|os\\.Args\\[0],"
                    + " ?\"\\.test\"|contains\\(\"(org\\.)?(junit|testng)[^\"]{0,40}\"\\)|defined\\?\\(RSpec\\)");
    private static final int LONG_TEXT = 14;
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{5,18}");
    private static final Pattern FIXED = Pattern.compile(
            "(?s)\\{?\\s*return\\s+(\"[^\"]{0,400}\"|'[^']{0,400}'|-?[\\d._]{1,20}|true|false|True|False|\\[[^\\[\\]()]{0,200}])\\s*;?\\s*}?");

    @Override
    public AnalyzerCard card() {
        return CARD;
    }

    @Override
    public List<Remark> analyze(SourceText source) {
        List<Remark> remarks = new ArrayList<>();
        source.tree().root().all("if_statement", "if_expression", "if").forEach(each -> {
            Optional<SyntaxNode> condition = each.part("condition");
            if (condition.filter(one -> ASKS.matcher(one.text()).find()).isPresent()) {
                remarks.add(Place.remark(CARD, source, each, "asks whether a test runs it: `%s`"));
            } else if (condition.filter(TestSpecialCase::isOneValue).isPresent() && handsBackAFixedValue(each)) {
                remarks.add(Place.remark(CARD, source, each, "hands back a fixed value for one input: `%s`"));
            }
        });
        return remarks;
    }

    /// Whether a condition compares with one long text of several words, or with several long numbers.
    private static boolean isOneValue(SyntaxNode condition) {
        List<SyntaxNode> compared =
                condition.all().filter(TestSpecialCase::isCompared).toList();
        boolean isText = compared.stream()
                .filter(Text::isLiteral)
                .map(each -> Text.unquoted(each.text()))
                .anyMatch(each -> each.length() >= LONG_TEXT && each.indexOf(' ') > 0);
        return isText
                || compared.stream()
                                .filter(each -> LONG_NUMBER.matcher(each.text()).matches())
                                .count()
                        > 1;
    }

    private static boolean isCompared(SyntaxNode value) {
        return value.parent()
                .filter(each -> each.children().stream().anyMatch(token -> !token.isNamed() && token.is("==", "==="))
                        || each.is("argument_list")
                                && each.parent()
                                        .flatMap(Call::of)
                                        .filter(call -> call.name().equals("equals"))
                                        .isPresent())
                .isPresent();
    }

    private static boolean handsBackAFixedValue(SyntaxNode condition) {
        Optional<SyntaxNode> body = condition.part("consequence").or(() -> condition.part("body"));
        return body.filter(each -> FIXED.matcher(each.text().strip()).matches()).isPresent();
    }
}
