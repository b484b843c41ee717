package dev.fairlead.console;

import dev.fairlead.console.Visitors.Visitor;
import java.util.Optional;

/// What somebody who is in asks for.
///
/// @param path of the address
/// @param query behind its question mark, as it stands
/// @param parts what the query says
/// @param form what was sent along; nothing where only a page is asked for
/// @param isPart whether only a part of a page is wanted
record Asked(Visitor visitor, String path, String query, Form parts, Form form, boolean isPart) {

    /// What the query says of a name.
    Optional<String> part(String name) {
        return parts.first(name);
    }

    /// A whole number of the query.
    long number(String name, long otherwise) {
        try {
            return part(name).map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException fault) {
            throw new IllegalArgumentException(Say.say("error.no-number", name), fault);
        }
    }

    /// What a form must say.
    String required(String name) {
        return form.first(name)
                .orElseThrow(() -> new IllegalArgumentException(Say.say("error.missing", Say.named("field.", name))));
    }
}
