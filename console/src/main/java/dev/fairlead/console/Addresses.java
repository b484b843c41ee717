package dev.fairlead.console;

import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.Channel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Addresses of pages: stable, so that people can pass them on.
final class Addresses {

    private Addresses() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String session(SessionId session, Channel channel) {
        return "/session?id=%s&channel=%s".formatted(encoded(session.value()), channel.code());
    }

    static String step(SessionId session, Channel channel, long sequence) {
        return step(session, channel, sequence, "s" + sequence);
    }

    static String step(SessionId session, Channel channel, long sequence, String anchor) {
        return "%s&step=%d#%s".formatted(session(session, channel), sequence, anchor);
    }

    /// The steps from one on, to be put into a timeline.
    static String steps(SessionId session, Channel channel, long from) {
        return "/session/steps?id=%s&channel=%s&from=%d".formatted(encoded(session.value()), channel.code(), from);
    }

    /// A query with one more part.
    static String with(String query, String name, String value) {
        return query + (query.isEmpty() ? "" : "&") + name + "=" + encoded(value);
    }
}
