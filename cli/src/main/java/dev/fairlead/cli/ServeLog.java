package dev.fairlead.cli;

import dev.fairlead.server.ServerLog;
import dev.fairlead.wire.HookPayload;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;

/// The log of the server, a line for each thing that it does: for people, or as JSON for programs.
final class ServeLog implements ServerLog {

    private final PrintWriter out;
    private final Format format;

    ServeLog(PrintWriter out, Format format) {
        this.out = out;
        this.format = format;
    }

    /// How a line looks.
    enum Format {
        /// When, and what, in words.
        TEXT,
        /// One JSON object.
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public void notice(String message) {
        String at = Instant.now().toString();
        line(
                format == Format.TEXT
                        ? at + " " + message
                        : HookPayload.json(json ->
                                json.text("at", at).text("kind", "notice").text("message", message)));
    }

    @Override
    public void answered(String agent, String session, String moment, String answer, double milliseconds) {
        String at = Instant.now().toString();
        line(
                format == Format.TEXT
                        ? "%s %s %s of session %s (%s, %.1f ms)"
                                .formatted(at, agent, answer, session, moment, milliseconds)
                        : HookPayload.json(json -> json.text("at", at)
                                .text("kind", "hook")
                                .text("agent", agent)
                                .text("session", session)
                                .text("moment", moment)
                                .text("answer", answer)
                                .number("milliseconds", milliseconds)));
    }

    private synchronized void line(String line) {
        out.println(line);
        out.flush();
    }
}
