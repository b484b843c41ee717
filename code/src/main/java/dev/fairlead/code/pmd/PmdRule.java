package dev.fairlead.code.pmd;

import dev.fairlead.code.Dimension;
import dev.fairlead.core.detect.Severity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One of PMD's rules that we take on, and what it says in our words.
///
/// Taken are rules that tell a fault rather than a taste, and that hold for a file by itself: what they need to know of
/// types stands in the file or comes with Java.
///
/// @param name as PMD has it
/// @param category the file of PMD that it stands in
/// @param cwe the weakness of the Common Weakness Enumeration; 0 where none fits
/// @param claim what the code does, as a clause
/// @param remedy what to do instead, as an order
public record PmdRule(
        String name, String category, Dimension dimension, Severity severity, int cwe, String claim, String remedy) {

    private static final List<PmdRule> ALL = List.of(
            fault(
                    "AvoidDecimalLiteralsInBigDecimalConstructor",
                    682,
                    "makes a `BigDecimal` of a binary fraction, which is not exactly what is written there",
                    "hand it the number as a text"),
            fault(
                    "BrokenNullCheck",
                    476,
                    "uses a reference in the very case in which it is null",
                    "take `&&` for `||`, or the other way around"),
            practice(
                    "CheckResultSet",
                    252,
                    "moves on in a `ResultSet` without asking whether there is a row",
                    "ask what `next()` hands back"),
            fault(
                    "ClassCastExceptionWithToArray",
                    704,
                    "casts what `toArray()` hands back to another type, which fails",
                    "hand `toArray` an array of the type that you want"),
            fault(
                    "CollectionTypeMismatch",
                    1024,
                    "looks in a collection for something of a type that it cannot hold",
                    "look for something of the type of its elements"),
            fault("ComparisonWithNaN", 570, "compares with `NaN`, which nothing is equal to", "call `isNaN`"),
            threads("DontCallThreadRun", 572, "runs what a thread is to do in its own thread", "call `start()`"),
            threads(
                    "DoubleCheckedLocking",
                    609,
                    "checks a field outside of the lock that guards it, which may show a half-made object",
                    "make the field volatile, or let a class hold it"),
            fault(
                    "DontUseFloatTypeForLoopIndices",
                    1339,
                    "counts a loop in fractions, so that it may run once too often",
                    "count in whole numbers"),
            fault("EqualsNull", 570, "asks `equals(null)`, which is never true", "compare with `== null`"),
            security(
                    "HardCodedCryptoKey",
                    Severity.HIGH,
                    321,
                    "encrypts with a key that stands in the code",
                    "read the key from where secrets are kept, and have this one replaced"),
            fault(
                    "IdempotentOperations",
                    1164,
                    "gives a variable its own value",
                    "give it the value that was meant, such as the field's"),
            fault(
                    "IdenticalConditionalBranches",
                    1164,
                    "does the same whatever the condition says",
                    "write what the other case needs, or take the condition out"),
            fault(
                    "ImplicitSwitchFallThrough",
                    484,
                    "lets one case of a choice run into the next",
                    "end the case with `break`, or say in a comment that it falls through on purpose"),
            security(
                    "InsecureCryptoIv",
                    Severity.MEDIUM,
                    329,
                    "encrypts from a starting value that stands in the code",
                    "draw it anew from `SecureRandom` each time, and send it along"),
            fault(
                    "InvalidLogMessageFormat",
                    685,
                    "logs a text whose holes and values do not match in number",
                    "give each hole a value"),
            fault(
                    "JumbledIncrementer",
                    670,
                    "moves the counter of an outer loop in the head of an inner one",
                    "move the inner loop's own counter"),
            fault("MisplacedNullCheck", 476, "uses a reference first and asks then whether it is null", "ask first"),
            fault(
                    "OverrideBothEqualsAndHashcode",
                    581,
                    "overrides one of `equals` and `hashCode` without the other",
                    "override both by the same fields"),
            fault(
                    "ReturnFromFinallyBlock",
                    584,
                    "returns from `finally`, so that any error vanishes",
                    "return behind it"),
            fault(
                    "SuspiciousEqualsMethodName",
                    0,
                    "declares a method that is nearly, but not, `equals(Object)`",
                    "let it take an `Object`, and mark it with `@Override`"),
            fault(
                    "SuspiciousHashcodeMethodName",
                    0,
                    "declares a method that is nearly, but not, `hashCode()`",
                    "call it `hashCode`, and mark it with `@Override`"),
            fault(
                    "UnconditionalIfStatement",
                    570,
                    "asks a condition that is always the same",
                    "take it out, with what never runs"),
            hygiene(
                    "errorprone",
                    "UnnecessaryBooleanAssertion",
                    0,
                    "asserts what is always true, or never",
                    "assert what the code under test hands back"),
            threads(
                    "UnsynchronizedStaticFormatter",
                    362,
                    "uses one formatter from many threads, though it bears only one",
                    "take `DateTimeFormatter`, or one of each thread's own"),
            hygiene(
                    "bestpractices",
                    "UnusedLocalVariable",
                    563,
                    "declares a variable that nothing reads",
                    "take it out, or use it"),
            hygiene(
                    "bestpractices",
                    "UnusedPrivateField",
                    563,
                    "declares a private field that nothing reads",
                    "take it out, or use it"),
            hygiene(
                    "bestpractices",
                    "UnusedPrivateMethod",
                    561,
                    "declares a private method that nothing calls",
                    "take it out, or call it"),
            fault(
                    "UseEqualsToCompareStrings",
                    597,
                    "compares texts by `==`, which asks whether they are the same object",
                    "call `equals`"));

    private static PmdRule fault(String name, int cwe, String claim, String remedy) {
        return new PmdRule(name, "errorprone", Dimension.RELIABILITY, Severity.MEDIUM, cwe, claim, remedy);
    }

    private static PmdRule threads(String name, int cwe, String claim, String remedy) {
        return new PmdRule(name, "multithreading", Dimension.RELIABILITY, Severity.MEDIUM, cwe, claim, remedy);
    }

    private static PmdRule practice(String name, int cwe, String claim, String remedy) {
        return new PmdRule(name, "bestpractices", Dimension.RELIABILITY, Severity.MEDIUM, cwe, claim, remedy);
    }

    private static PmdRule security(String name, Severity severity, int cwe, String claim, String remedy) {
        return new PmdRule(name, "security", Dimension.SECURITY, severity, cwe, claim, remedy);
    }

    private static PmdRule hygiene(String category, String name, int cwe, String claim, String remedy) {
        return new PmdRule(name, category, Dimension.HYGIENE, Severity.LOW, cwe, claim, remedy);
    }

    /// All of them.
    public static List<PmdRule> all() {
        return ALL;
    }

    /// The one that PMD calls so.
    static Optional<PmdRule> named(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// The weakness, where one fits.
    OptionalInt weakness() {
        return cwe == 0 ? OptionalInt.empty() : OptionalInt.of(cwe);
    }
}
