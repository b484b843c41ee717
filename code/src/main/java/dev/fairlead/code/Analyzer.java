package dev.fairlead.code;

import java.util.List;

/// Looks for one kind of weakness in source code.
///
/// The same text gives the same remarks; nothing else is asked. An analyzer never throws, whatever stands in the text.
public interface Analyzer {

    /// What it says of itself.
    AnalyzerCard card();

    /// What it finds, in the order of the text.
    List<Remark> analyze(SourceText source);
}
