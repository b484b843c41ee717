package dev.fairlead.wire;

import dev.fairlead.wire.json.Node;

/// The content of a message, as models' interfaces write it: a text, or a list of parts.
///
/// @param text the texts of all parts, one after the other
/// @param images how many parts are images
public record Content(String text, int images) {

    /// No content.
    public static final Content NONE = new Content("", 0);

    /// Reads a text, a part, or a list of parts.
    public static Content of(Node node) {
        return switch (node) {
            case Node.Text text -> new Content(text.value(), 0);
            case Node.Scalar _ -> NONE;
            case Node.Fields part -> ofPart(part);
            case Node.Items parts -> {
                StringBuilder text = new StringBuilder();
                int images = 0;
                for (Node each : parts.nodes()) {
                    Content part = of(each);
                    text.append(text.isEmpty() || part.text().isEmpty() ? "" : "\n")
                            .append(part.text());
                    images += part.images();
                }
                yield new Content(text.toString(), images);
            }
        };
    }

    private static Content ofPart(Node.Fields part) {
        return part.textOr("type", "").contains("image")
                ? new Content("", 1)
                : new Content(part.textOr("text", part.textOr("content", "")), 0);
    }
}
