package dev.fairlead.code;

import dev.fairlead.code.syntax.Language;
import dev.fairlead.code.syntax.NativeParser;
import dev.fairlead.code.syntax.Parsed;
import dev.fairlead.code.syntax.SyntaxTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Trees of texts, for tests.
public final class Sources {

    private Sources() {}

    /// The tree of a text.
    ///
    /// @param path its name tells the language
    public static SyntaxTree tree(String path, String text) {
        try (NativeParser parser = NativeParser.open()) {
            Parsed parsed =
                    parser.parse(Language.of(path).orElseThrow().grammar(path), text.getBytes(StandardCharsets.UTF_8));
            return switch (parsed) {
                case Parsed.Read read -> read.tree();
                case Parsed.Refused refused -> throw new AssertionError(refused.reason());
            };
        } catch (IOException absent) {
            throw new AssertionError(absent);
        }
    }
}
