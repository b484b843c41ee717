package dev.fairlead.cli;

import dev.fairlead.core.event.Origin;

/// An event as a report shows it.
///
/// @param kind who or what speaks
/// @param title the tool and its target, empty for words
/// @param text what was said; of what is longer than [#KEPT] characters the beginning and the end, where errors stand
/// @param isEvidence whether the finding rests on it
record Step(long sequence, Origin origin, Kind kind, String title, String text, boolean isEvidence) {

    /// The most that is kept of a text, in characters.
    static final int KEPT = 600;

    /// Who or what speaks.
    enum Kind {
        PERSON,
        AGENT,
        CALL,
        WORKED,
        FAILED,
        CONTEXT
    }

    Step {
        int half = KEPT / 2;
        text = text.length() <= KEPT ? text : text.substring(0, half) + "\n…\n" + text.substring(text.length() - half);
    }

    Step asEvidence() {
        return new Step(sequence, origin, kind, title, text, true);
    }
}
