package dev.fairlead.code;

import dev.fairlead.code.syntax.Call;
import dev.fairlead.code.syntax.Grammar;
import dev.fairlead.code.syntax.Language;
import dev.fairlead.code.syntax.SyntaxTree;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// A file of source code, read.
public final class SourceText {

    private static final Pattern TEST = Pattern.compile(
            "(^|/)(tests?|__tests__|spec|specs|testdata|fixtures)/|(^|/)test_[^/]*$|[._]test\\.[a-z]+$|_spec\\.rb$|[._]spec\\.[a-z]+$");
    private static final Pattern TEST_TYPE = Pattern.compile("(Test|Tests|IT|TestCase)\\.(java|kt|cs|php)$");

    private final String path;
    private final Language language;
    private final SyntaxTree tree;
    private final Supplier<List<Call>> calls;

    /// @param path as it is told to people
    public SourceText(String path, Language language, SyntaxTree tree) {
        this.path = path;
        this.language = language;
        this.tree = tree;
        this.calls = once(tree);
    }

    /// Finds the calls when they are first asked for: many analyzers look at them, most files need none.
    private static Supplier<List<Call>> once(SyntaxTree tree) {
        AtomicReference<List<Call>> known = new AtomicReference<>(List.of());
        AtomicBoolean isKnown = new AtomicBoolean();
        return () -> {
            if (!isKnown.getAndSet(true)) {
                known.set(Call.in(tree.root()).toList());
            }
            return known.get();
        };
    }

    /// The path as it is told to people.
    public String path() {
        return path;
    }

    /// The language that it is written in.
    public Language language() {
        return language;
    }

    /// The grammar that it was read by.
    public Grammar grammar() {
        return language.grammar(path);
    }

    /// The text as a tree.
    public SyntaxTree tree() {
        return tree;
    }

    /// All calls in it, in the order of the text.
    public List<Call> calls() {
        return calls.get();
    }

    /// Whether its name says that it holds tests.
    public boolean isTest() {
        return isTest(path);
    }

    /// Whether the name of a file says that it holds tests.
    public static boolean isTest(String path) {
        String plain = path.replace('\\', '/');
        return TEST.matcher(plain.toLowerCase(Locale.ROOT)).find()
                || TEST_TYPE.matcher(plain).find();
    }
}
