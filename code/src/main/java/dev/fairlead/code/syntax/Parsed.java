package dev.fairlead.code.syntax;

/// What became of a text that was to be parsed.
public sealed interface Parsed {

    /// It was read, if need be with errors in it.
    record Read(SyntaxTree tree) implements Parsed {}

    /// It was not read.
    ///
    /// @param reason in words for a person
    record Refused(String reason) implements Parsed {}
}
