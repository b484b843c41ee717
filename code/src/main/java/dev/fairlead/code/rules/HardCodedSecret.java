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

    private static final Pattern PASSWORD = Pattern.compile("(?i)(password|passwd)$");
    private static final Pattern KEY = Pattern.compile(
            "(?i)(password|passwd|pwd|secret|api_?key|access_?key|auth_?token|private_?key|client_?secret)$");
    /// Tokens of pages and the like are no secrets.
    private static final Pattern TOKEN = Pattern.compile("(?i)(?<!page_?|next_?|cursor_?|sync_?|continuation_?)token$");
    private static final Pattern HARMLESS = Pattern.compile(
            "(?i)(example|your|change|placeholder|dummy|sample|xxx|test|<|\\$\\{|%s|\\{\\{|todo|redacted"
                    + "|^(argon2|pbkdf2|oauth2|sha\\d|base64|aes\\d)|(password|passwd|pwd|secret|token|key)\\d?$)");
    private static final String[] LOOKED_UP = {
        "subscript", "subscript_expression", "index_expression", "element_access_expression", "element_reference"
    };
    private static final Pattern WORD = Pattern.compile("[^-_.:#,=?&]*");
    private static final int SHORTEST = 6;
    private static final int SHORTEST_KEY = 8;
    private static final int SHORTEST_TOKEN = 12;
    private static final int LONGEST = 200;
    /// How often letters and digits take turns at least where a value in one case looks drawn at random.
    private static final int TURNS = 4;

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
                || holdsBoth(value)
                        && name(literal).filter(each -> isSecret(value, each)).isPresent();
    }

    /// Whether a value is a secret under its name: any word with a digit as a password, as a key what looks random.
    private static boolean isSecret(String value, String name) {
        boolean isMixed =
                value.chars().anyMatch(Character::isUpperCase) && value.chars().anyMatch(Character::isLowerCase);
        boolean isTurning = turns(value) >= TURNS;
        return PASSWORD.matcher(name).find() && WORD.matcher(value).matches()
                || KEY.matcher(name).find() && value.length() >= SHORTEST_KEY && (isMixed || isTurning)
                || TOKEN.matcher(name).find() && value.length() >= SHORTEST_TOKEN && isTurning;
    }

    /// Whether it has letters and digits, and holds neither spaces nor a path.
    private static boolean holdsBoth(String value) {
        boolean hasOther = value.chars()
                .anyMatch(each -> Character.isWhitespace(each)
                        || each == '/'
                        || each == '.' && value.indexOf('.') != value.lastIndexOf('.'));
        return value.chars().anyMatch(Character::isLetter) && value.chars().anyMatch(Character::isDigit) && !hasOther;
    }

    /// How often a letter comes after a digit, or a digit after a letter, whatever signs stand between.
    private static int turns(String value) {
        int[] kinds = value.chars()
                .filter(Character::isLetterOrDigit)
                .map(each -> Character.isDigit(each) ? 1 : 0)
                .toArray();
        int turns = 0;
        for (int i = 1; i < kinds.length; i++) {
            turns += kinds[i] == kinds[i - 1] ? 0 : 1;
        }
        return turns;
    }

    /// What the value is called: the variable, the key, the parameter, or the function that takes it.
    private static Optional<String> name(SyntaxNode literal) {
        for (SyntaxNode above : literal.above().limit(4).toList()) {
            Optional<SyntaxNode> name = above.part("name")
                    .or(() -> above.part("left"))
                    .or(() -> above.part("key"))
                    .or(() -> above.part("pattern"));
            if (above.is(LOOKED_UP)) {
                return Optional.empty(); // it is the key that a value is looked up by
            }
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
