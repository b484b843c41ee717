package dev.fairlead.code.syntax;

import java.util.Locale;

/// A grammar that a parser is there for.
public enum Grammar {
    /// Shell scripts.
    BASH,
    /// C.
    C,
    /// C#.
    C_SHARP,
    /// C++.
    CPP,
    /// Go.
    GO,
    /// Java.
    JAVA,
    /// JavaScript, with elements in angle brackets.
    JAVASCRIPT,
    /// Kotlin.
    KOTLIN,
    /// PHP, within its tags.
    PHP,
    /// Python.
    PYTHON,
    /// Ruby.
    RUBY,
    /// Rust.
    RUST,
    /// TypeScript with elements in angle brackets.
    TSX,
    /// TypeScript.
    TYPESCRIPT;

    /// The part of its library's file name that tells it from others, such as `c-sharp`.
    String library() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The function of its library that hands over the tables.
    String symbol() {
        return "tree_sitter_" + name().toLowerCase(Locale.ROOT);
    }
}
