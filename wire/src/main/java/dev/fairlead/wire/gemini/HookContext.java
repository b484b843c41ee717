package dev.fairlead.wire.gemini;

import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.wire.Chronicle.Told;

/// What hooks add to a prompt or to a result: the client puts it between tags of its own.
final class HookContext {

    private static final String OPEN = "<hook_context>";
    private static final String CLOSE = "</hook_context>";

    private HookContext() {}

    /// Tells what hooks added, and hands back the text without it.
    static String tellAndCut(String text, Told told) {
        int from = text.indexOf(OPEN);
        if (from < 0) {
            return text;
        }
        StringBuilder rest = new StringBuilder();
        int done = 0;
        while (from >= 0) {
            int to = text.indexOf(CLOSE, from);
            if (to < 0) {
                break;
            }
            rest.append(text, done, from);
            told.injected(Source.HOOK, "", text.substring(from + OPEN.length(), to));
            done = to + CLOSE.length();
            from = text.indexOf(OPEN, done);
        }
        return rest.append(text, done, text.length()).toString().strip();
    }
}
