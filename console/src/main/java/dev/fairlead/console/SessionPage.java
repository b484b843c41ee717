package dev.fairlead.console;

import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.SessionSummary;
import dev.fairlead.store.Switch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

        /// The steps, those together that only put context before the agent and follow each other.
        List<List<Step>> groups() {
            List<List<Step>> groups = new ArrayList<>();
            for (Step step : steps) {
                boolean isAlike = !groups.isEmpty()
                        && isContext(step)
                        && isContext(groups.getLast().getLast());
                if (isAlike) {
                    groups.getLast().add(step);
                } else {
                    groups.add(new ArrayList<>(List.of(step)));
                }
            }
            return groups;
        }

        private static boolean isContext(Step step) {
            return step.kind().equals("context")
                    && step.findings().isEmpty()
                    && step.evidenceOf().isEmpty();
        }

        /// What a group holds, each kind once and how often.
        static String titles(List<Step> group) {
            Map<String, Integer> titles = new LinkedHashMap<>();
            group.forEach(step -> titles.merge(step.title(), 1, Integer::sum));
            return titles.entrySet().stream()
                    .map(each -> each.getValue() == 1 ? each.getKey() : each.getKey() + " × " + each.getValue())
                    .collect(Collectors.joining(", "));
        }

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
    /// @param left how many more there are behind these
    /// @param isCut whether counting ended there
    /// @param isGoingOn whether others come before these
    record Found(SessionSummary session, String text, List<Hit> hits, int left, boolean isCut, boolean isGoingOn) {

        /// The address of those behind these.
        String next() {
            return "/session/find?id=%s&channel=%s&q=%s&from=%d"
                    .formatted(
                            Addresses.encoded(session.session().value()),
                            session.channel().code(),
                            Addresses.encoded(text),
                            hits.getLast().sequence() + 1);
        }

        /// How many were found, in words.
        String count() {
            if (hits.isEmpty()) {
                return Say.say("session.find.none", text);
            }
            String more = Say.say(isCut ? "session.find.many" : "session.find.left", Say.count(left));
            return Say.say(isGoingOn ? "session.find.further" : "session.find.some", hits.size())
                    + (left == 0 ? "" : ", " + more);
        }
    }

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
