package dev.fairlead.core.detectors;

import java.util.ArrayList;
import java.util.List;

/// What a piece of test code claims: which tests it declares, how many assertions it makes, how strict they are, and
/// how many tests it skips. Told from the words of the common test libraries.
///
/// @param tests the names or titles of the tests that it declares
/// @param exact assertions that hold for one value only
/// @param loose assertions that hold for many values
/// @param all assertions of whatever kind
/// @param skips marks that keep a test from running
/// @param empty assertions that hold whatever the code does
record TestText(List<String> tests, int exact, int loose, int all, int skips, int empty) {

    /// Before the name of an annotation.
    private static final String AT = "@";

    private static final List<String> EXACT = List.of(
            "==",
            "!=",
            "Equal(",
            "Equals(",
            "toBe(",
            "toEqual(",
            "toStrictEqual(",
            "assert_eq!",
            "isEqualTo(",
            "assertSame(");
    private static final List<String> LOOSE = List.of(
            "Contains(",
            "HasPrefix(",
            "HasSuffix(",
            "toContain(",
            "toMatch(",
            "toBeTruthy(",
            "toBeDefined(",
            "NotNil(",
            "NotNull(",
            "NotEmpty(",
            "assertIn(",
            "assertTrue(",
            " in ",
            "is not None",
            "Greater(",
            ">=",
            "<=",
            "contains(");
    private static final List<String> ALL = List.of(
            "t.Error", "t.Fatal", "assert", "expect(", "require.", "should.", "XCTAssert", "EXPECT_", "Assertions.");
    private static final List<String> SKIPS = List.of(
            "t.Skip(",
            "t.SkipNow(",
            "it.skip(",
            "test.skip(",
            "describe.skip(",
            "xit(",
            "xdescribe(",
            "it.only(",
            "test.only(",
            "describe.only(",
            AT + "Disabled",
            AT + "Ignore",
            "mark.skip",
            "mark.xfail",
            "pytest.skip(",
            "unittest.skip",
            "self.skipTest(",
            "#[ignore]");
    private static final List<String> EMPTY = List.of(
            "assert True",
            "assertTrue(true",
            "assertTrue(True",
            "expect(true).toBe(true",
            "assert!(true",
            "assert(true)");
    private static final List<String> DECLARATIONS = List.of("func ", "def ", "void ", "fun ", "fn ", "function ");
    private static final List<String> TITLES = List.of("it(", "test(");

    /// Reads a piece of code.
    static TestText of(String code) {
        List<String> tests = new ArrayList<>();
        for (String declaration : DECLARATIONS) {
            for (int at = code.indexOf(declaration); at >= 0; at = code.indexOf(declaration, at + 1)) {
                String name = nameAt(code, at + declaration.length());
                if (name.contains("test") || name.contains("Test")) {
                    tests.add(name);
                }
            }
        }
        for (String opening : TITLES) {
            for (int at = code.indexOf(opening); at >= 0; at = code.indexOf(opening, at + 1)) {
                String title = titleAt(code, at + opening.length());
                if (!title.isEmpty()) {
                    tests.add(title);
                }
            }
        }
        return new TestText(
                List.copyOf(tests),
                count(code, EXACT),
                count(code, LOOSE),
                count(code, ALL),
                count(code, SKIPS),
                count(code, EMPTY));
    }

    private static String nameAt(String code, int from) {
        int end = from;
        while (end < code.length() && (Character.isLetterOrDigit(code.charAt(end)) || code.charAt(end) == '_')) {
            end++;
        }
        return code.substring(from, end);
    }

    private static String titleAt(String code, int from) {
        if (from >= code.length() || "\"'`".indexOf(code.charAt(from)) < 0) {
            return "";
        }
        int end = code.indexOf(code.charAt(from), from + 1);
        return end < 0 || end - from > 300 ? "" : code.substring(from + 1, end);
    }

    private static int count(String code, List<String> words) {
        int count = 0;
        for (String word : words) {
            for (int at = code.indexOf(word); at >= 0; at = code.indexOf(word, at + word.length())) {
                count++;
            }
        }
        return count;
    }
}
