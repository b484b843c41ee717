package dev.fairlead.code.metrics;

/// What a node of a tree is to those who count, in words that are the same for every language.
enum Construct {
    /// A function, method or constructor with a name of its own.
    FUNCTION,
    /// A function without a name of its own.
    LAMBDA,
    /// A class or what else gives its name to the methods within.
    TYPE,
    IF,
    /// A further condition that is a clause of an `if`, not an `if` of its own.
    ELIF,
    /// The clause of what happens otherwise.
    ELSE,
    LOOP,
    SWITCH,
    CASE,
    CATCH,
    TERNARY,
    /// What may join conditions; whether it does is told from its operator.
    LOGIC,
    /// A loop within a comprehension.
    COMPREHENSION,
    /// A condition within a comprehension.
    FILTER,
    ASSERT,
    THROW,
    /// A jump that may name where to.
    JUMP,
    CALL,
    PARENTHESES,
    PARAMETER
}
