package dev.fairlead.core.shell;

import java.util.List;
import java.util.Optional;

/// One word of a command, in the pieces that a shell would put together.
///
/// @param parts empty for nothing at all; `''` is one empty literal
/// @param start where it begins in the text
/// @param end behind its last character
public record Word(List<Part> parts, int start, int end) {

    public Word {
        parts = List.copyOf(parts);
    }

    /// The text, where nothing in the word is left to expand but patterns, tildes and braces.
    public Optional<String> literal() {
        if (parts.size() == 1 && parts.getFirst() instanceof Part.Literal only) {
            return Optional.of(only.text());
        }
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (!(part instanceof Part.Literal literal)) {
                return Optional.empty();
            }
            text.append(literal.text());
        }
        return Optional.of(text.toString());
    }

    /// Whether it is exactly this text and no quote or escape stands in it: only then is a word reserved.
    public boolean isBare(String text) {
        return parts.size() == 1
                && parts.getFirst() instanceof Part.Literal only
                && !only.isQuoted()
                && only.text().equals(text);
    }
}
