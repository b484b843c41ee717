package dev.fairlead.proof;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A rule about what we write, where class files cannot tell: lengths, words, and habits in tests.
///
/// To add a rule: one constant here, and one offender in `SourceRulesTest`, which the compiler asks for.
enum SourceRule {
    NO_FILE_IS_OVER_400_LINES(file -> file.isJava() && file.lines().size() > 400
            ? List.of(file.path() + " has " + file.lines().size() + " lines")
            : List.of()),

    NO_METHOD_IS_OVER_40_LINES(file -> file.isJava() ? Methods.longerThan(40, file) : List.of()),

    NO_README_IS_OVER_200_LINES(file -> file.isReadme() && file.lines().size() > 200
            ? List.of(file.path() + " has " + file.lines().size() + " lines")
            : List.of()),

    /// What is left to do is an issue, where others see it, or nothing.
    NOTHING_IS_LEFT_TO_DO(never("\\b(TO-?DO|FIX-?ME|XX-?X)\\b")),

    /// Time is in the events; a test that waits is slow on good days and wrong on bad ones.
    NOTHING_SLEEPS(never("\\bThread[.]sleep\\b")),

    /// A skipped test says nothing and looks as if it did.
    NO_TEST_IS_SKIPPED(never("@(Disabled|Ignore)|\\b(Assumptions[.]|assum(e|ing)[A-Z]\\w*[(])")),

    /// A mock proves what its author believed of the other side; fakes are written by hand and are small.
    NOTHING_IS_MOCKED(never("\\b(org[.]mockito|org[.]easymock|io[.]mockk|@Mock\\b|[Mm]ock[(])")),

    /// The type is what a reader looks for first.
    TYPES_ARE_WRITTEN_OUT(never("^[^\"/]*\\bvar\\s+\\w+\\s*[=:]"));

    @SuppressWarnings("ImmutableEnumChecker") // the functions above hold nothing that changes
    private final Function<SourceFile, List<String>> breaches;

    SourceRule(Function<SourceFile, List<String>> breaches) {
        this.breaches = breaches;
    }

    /// The places in a file that break this rule.
    List<String> breaches(SourceFile file) {
        return breaches.apply(file);
    }

    /// The sentence, for the title of a test.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// The patterns are written so that none matches itself.
    private static Function<SourceFile, List<String>> never(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return file -> file.isJava() ? file.placesOf(compiled) : List.of();
    }
}
