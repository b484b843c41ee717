package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.syntax.Call;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.secret.Secrets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Flags passwords and keys that stand in the code.
final class HardCodedSecret implements Analyzer {

    private static final AnalyzerCard CARD = new AnalyzerCard(
            "hard-coded-secret",
            Dimension.SECURITY,
            Severity.HIGH,
            798,
            "a password, token or key stands in the code as a value",
            "secrets without digits, or under names that do not say what they are; files of tests",
            "read it from the environment or a store for secrets, and have it replaced");

    private static final Pattern NAME = Pattern.compile(
            "(?i)(password|passwd|pwd|secret|api_?key|access_?key|auth_?token|private_?key|client_?secret)$");
    private static final Pattern HARMLESS = Pattern.compile(
            "(?i)(example|your|change|placeholder|dummy|sample|xxx|test|<|\\$\\{|%s|\\{\\{|todo|redacted)");
    private static final int SHORTEST = 8;
    private static final int LONGEST = 200;

    @Override
    public AnalyzerCard card() {
        return CARD;
    }

    @Override
    public List<Remark> analyze(SourceText source) {
        return source.tree()
                .root()
                .all(
                        "string",
                        "string_literal",
                        "interpreted_string_literal",
                        "raw_string_literal",
                        "encapsed_string",
                        "template_string")
                .filter(Text::isLiteral)
                .filter(each -> isSecret(Text.unquoted(each.text()), each))
                .map(each -> Place.remark(CARD, source, each, "keeps a secret in the code"))
                .toList();
    }

    private static boolean isSecret(String value, SyntaxNode literal) {
        if (value.length() < SHORTEST
                || value.length() > LONGEST
                || HARMLESS.matcher(value).find()) {
            return false;
        }
        return !Secrets.in(value).isEmpty()
                || isRandom(value)
                        && name(literal)
                                .filter(each -> NAME.matcher(each).find())
                                .isPresent();
    }

    /// Whether it mixes letters and digits, and holds neither spaces nor a path.
    private static boolean isRandom(String value) {
        boolean hasLetter = value.chars().anyMatch(Character::isLetter);
        boolean hasDigit = value.chars().anyMatch(Character::isDigit);
        boolean hasOther = value.chars()
                .anyMatch(each -> Character.isWhitespace(each)
                        || each == '/'
                        || each == '.' && value.indexOf('.') != value.lastIndexOf('.'));
        boolean isMixed =
                value.chars().anyMatch(Character::isUpperCase) && value.chars().anyMatch(Character::isLowerCase);
        return hasLetter && hasDigit && isMixed && !hasOther;
    }

    /// What the value is called: the variable, the key, the parameter, or the function that takes it.
    private static Optional<String> name(SyntaxNode literal) {
        for (SyntaxNode above : literal.above().limit(4).toList()) {
            Optional<SyntaxNode> name = above.part("name")
                    .or(() -> above.part("left"))
                    .or(() -> above.part("key"))
                    .or(() -> above.part("pattern"));
            if (above.is("keyed_element") && !above.parts().isEmpty()) {
                return Optional.of(above.parts().getFirst().text());
            }
            if (name.isPresent()) {
                return name.map(each -> Text.unquoted(each.text()));
            }
            Optional<Call> call = Call.of(above);
            if (call.isPresent()) {
                return call.map(Call::name);
            }
        }
        return Optional.empty();
    }
}
