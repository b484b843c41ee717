package dev.fairlead.code.syntax;

/// Reads source text as a tree. Never throws for what stands in the text.
public interface Parser extends AutoCloseable {

    /// The largest text that is read, in bytes: what is larger is data or was generated.
    int LARGEST = 1 << 20;

    /// The tree of a text.
    ///
    /// @param source in UTF-8; what is not is read with replacement characters
    Parsed parse(Grammar grammar, byte[] source);

    /// Lets go of what it holds.
    @Override
    void close();
}
