package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.core.detect.Severity;
import java.util.List;
import java.util.regex.Pattern;

/// Flags secrets that are made from numbers that can be guessed.
final class WeakRandom implements Analyzer {

    private static final AnalyzerCard CARD = new AnalyzerCard(
            "weak-random",
            Dimension.SECURITY,
            Severity.MEDIUM,
            330,
            "a token, password or code is made by a source of random numbers that can be guessed",
            "secrets whose names do not say that they are",
            "use the source of random numbers for secrets that the language has");

    private static final Pattern GUESSABLE = Pattern.compile(
            "^(random\\.(random|choice|choices|randint|randrange|getrandbits|sample|uniform)|new:Random|Math\\.random|ThreadLocalRandom\\.current|rand\\.(Int|Intn|Int63|Int63n|Int31|Int31n|Uint32|Uint64|Float64|Read)|mt_rand|rand)$");

    @Override
    public AnalyzerCard card() {
        return CARD;
    }

    @Override
    public List<Remark> analyze(SourceText source) {
        boolean isGuarded = isGo(source)
                && source.tree()
                        .root()
                        .all("import_spec")
                        .noneMatch(each -> each.text().contains("math/rand"));
        return isGuarded
                ? List.of()
                : source.calls().stream()
                        .filter(each -> GUESSABLE.matcher(each.path()).find())
                        .filter(each -> Context.isAboutSecrets(each.node()))
                        .map(each -> Place.remark(
                                CARD, source, each.node(), "makes a secret from numbers that can be guessed: `%s`"))
                        .toList();
    }

    /// Another package has the same name and is meant for secrets.
    private static boolean isGo(SourceText source) {
        return source.tree().root().is("source_file") && source.path().endsWith(".go");
    }
}
