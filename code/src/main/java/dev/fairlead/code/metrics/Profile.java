package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.Grammar;
import dev.fairlead.code.syntax.Language;
import dev.fairlead.code.syntax.SyntaxTree;
import java.util.List;
import java.util.Set;

/// A tool's way of counting.
public interface Profile {

    /// Its name, as a person asks for it.
    String name();

    /// The languages that the tool counts in.
    Set<Language> languages();

    /// The functions of a text and what is counted of them, in the order of the text.
    List<FunctionMetrics> measure(SyntaxTree tree, Grammar grammar);
}
