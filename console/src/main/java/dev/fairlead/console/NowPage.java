package dev.fairlead.console;

import dev.fairlead.server.LiveView;
import dev.fairlead.store.Switch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The sessions that go on.
///
/// @param rows those that are shown
/// @param left how many more there are
/// @param all how many there are whatever narrows the list
record NowPage(Frame frame, Search search, List<Row> rows, long left, long all, List<Switch> holding, Instant now) {

    /// One session.
    ///
    /// @param state `working`, `waiting`, `nudged`, `paused`, `stopped`, `quiet` or `ended`
    /// @param last what happened last, in a few words
    /// @param approval the question that waits for a person; may be empty
    record Row(LiveView live, String state, String last, String approval) {

        String task() {
            return live.task().isBlank() ? Say.say("session.untitled") : live.task();
        }

        String repository() {
            return live.context().repository().or(live.profile()::directory).orElse("");
        }

        List<Spending> spending() {
            return Spending.of(live);
        }

        String person() {
            return live.context().person().orElse("");
        }
    }

    /// The address by which the list renews itself.
    String renewed() {
        return "/now/list?" + search.query();
    }

    /// What a switch holds, in words.
    static String held(Switch each) {
        String scope = each.target().scope().name().toLowerCase(Locale.ROOT);
        return each.target().value().isEmpty()
                ? Say.say("switch.scope." + scope)
                : Say.say("switch.scope." + scope) + " " + each.target().value();
    }

    /// How long a switch still holds.
    String left(Switch each) {
        return each.until()
                .map(until -> Say.say("switch.left", Say.span(Duration.between(now, until))))
                .orElse(Say.say("switch.left.ever"));
    }
}
