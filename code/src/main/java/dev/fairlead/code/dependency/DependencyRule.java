package dev.fairlead.code.dependency;

import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.core.detect.Severity;
import java.util.List;
import java.util.OptionalInt;

/// What may be wrong with a package that a change names.
public enum DependencyRule {
    COPYLEFT_LICENCE(new AnalyzerCard(
            "copyleft-licence",
            Dimension.HYGIENE,
            Severity.LOW,
            0,
            "a package was added whose licence asks that the whole programme is given away under it (GPL, AGPL, SSPL)",
            "packages whose licence is not told here; projects that are themselves under such a licence",
            "ask whoever answers for licences, or take a package under another one")),
    DENIED_LICENCE(new AnalyzerCard(
            "denied-licence",
            Dimension.HYGIENE,
            Severity.HIGH,
            0,
            "a package was added under a licence that `--deny-licences` names",
            "packages whose licence is not told here",
            "take a package under another licence")),
    INVENTED_PACKAGE(new AnalyzerCard(
            "invented-package",
            Dimension.SECURITY,
            Severity.HIGH,
            1357,
            "a package was added that the registry does not know; only asked with `--registry`",
            "names that somebody has taken since",
            "take the name from the package's own documentation, or leave it out")),
    LOOK_ALIKE_PACKAGE(new AnalyzerCard(
            "look-alike-package",
            Dimension.SECURITY,
            Severity.MEDIUM,
            1357,
            "a package was added whose name is one slip of the hand from one that the project already uses",
            "the same publisher's packages; names that differ in a number or an `s` at the end; names under five"
                    + " letters",
            "make sure which of the two is meant")),
    MISSING_LICENCE(new AnalyzerCard(
            "missing-licence",
            Dimension.HYGIENE,
            Severity.LOW,
            0,
            "a package was added that is installed here and names no licence",
            "packages that are not installed; Maven's, whose licence a parent may name",
            "ask its authors, or take another package")),
    UNLOCKED_PACKAGE(new AnalyzerCard(
            "unlocked-package",
            Dimension.SECURITY,
            Severity.LOW,
            1357,
            "a package was added that neither the lock file nor what is installed here knows",
            "projects without a lock file; packages that the registry knows, with `--registry`",
            "install it by the project's own tool, so that it is seen to exist and is locked")),
    UNPINNED_PACKAGE(new AnalyzerCard(
            "unpinned-package",
            Dimension.SECURITY,
            Severity.LOW,
            829,
            "a package was added of which any version will do (`*`, `latest`)",
            "ranges; packages without a version, where that is the custom",
            "name the version that was tested")),
    VERSION_JUMP(new AnalyzerCard(
            "version-jump",
            Dimension.RELIABILITY,
            Severity.LOW,
            1104,
            "a package was moved to another major version, or back to an earlier one",
            "versions that are told elsewhere than in the manifest",
            "read what the versions between changed, and say why it is moved"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of values
    private final AnalyzerCard card;

    DependencyRule(AnalyzerCard card) {
        this.card = card;
    }

    /// What it says of itself; its weakness is 0 where none fits.
    public AnalyzerCard card() {
        return card;
    }

    /// All of them, in alphabetical order.
    public static List<DependencyRule> all() {
        return List.of(values());
    }

    /// A remark by this rule.
    Remark remark(String path, int line, String claim) {
        return new Remark(
                Remark.OWN,
                card.id(),
                card.dimension(),
                card.severity(),
                card.cwe() == 0 ? OptionalInt.empty() : OptionalInt.of(card.cwe()),
                path,
                line,
                line,
                claim,
                card.remedy());
    }
}
