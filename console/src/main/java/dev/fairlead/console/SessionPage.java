package dev.fairlead.console;

import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.SessionSummary;
import dev.fairlead.store.Switch;
import java.util.List;
import java.util.Optional;

/// One session, whole.
///
/// @param first the first event of the stretch that is shown at once
/// @param children sessions that this one set to work
/// @param heldBy the switch that holds it
/// @param isLive whether it goes on at this moment
record SessionPage(
        Frame frame,
        SessionSummary session,
        List<FindingCard> findings,
        Minimap minimap,
        List<SessionId> children,
        Stretch first,
        Optional<Switch> heldBy,
        boolean isLive) {

    /// Some of its steps.
    ///
    /// @param from the first event
    /// @param isFolded whether it is shown within another session
    /// @param code what a review made of its edits
    record Stretch(SessionSummary session, long from, List<Step> steps, boolean isFolded, CodeMarks code) {

        /// Whether more steps follow.
        boolean hasMore() {
            return from + Timeline.CHUNK < session.events();
        }

        /// The address of a step.
        String step(long sequence) {
            return Addresses.step(session.session(), session.channel(), sequence);
        }
    }

    /// What a search in the session found.
    ///
    /// @param isCut whether there is more
    record Found(SessionSummary session, String text, List<Hit> hits, boolean isCut) {}

    /// A step that was found.
    record Hit(long sequence, String kind, String excerpt) {}

    /// All of one text.
    record Whole(SessionSummary session, long sequence, String text) {}

    String title() {
        return session.task().isEmpty() ? Say.say("session.untitled") : session.task();
    }

    String address() {
        return Addresses.session(session.session(), session.channel());
    }
}
