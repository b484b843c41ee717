package dev.fairlead.console;

import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.server.Wilson;
import dev.fairlead.store.Intervention;
import dev.fairlead.store.Page;
import dev.fairlead.store.Recovery;
import java.util.List;
import java.util.Locale;

/// What was said to agents, and what came of it.
///
/// @param rates how often agents came back, by class and agent
/// @param texts which kinds of words work
record InterventionsPage(
        Frame frame, Search search, List<Rate> rates, List<Rate> texts, Page<Intervention> interventions) {

    /// How often agents came back, when they were told and when they were not.
    ///
    /// @param dropped how often what was to be said no longer held
    record Rate(String name, String agent, Side told, Side shadowed, long dropped) {}

    /// One side of a comparison.
    record Side(long heeded, long ignored, long gaveUp, long tooSoon) {

        static final Side NONE = new Side(0, 0, 0, 0);

        static Side of(Recovery recovery) {
            return new Side(recovery.heeded(), recovery.ignored(), recovery.gaveUp(), recovery.tooSoon());
        }

        Side plus(Intervention.Outcome outcome) {
            return new Side(
                    heeded + (outcome == Intervention.Outcome.HEEDED ? 1 : 0),
                    ignored + (outcome == Intervention.Outcome.IGNORED ? 1 : 0),
                    gaveUp + (outcome == Intervention.Outcome.GAVE_UP ? 1 : 0),
                    tooSoon + (outcome == Intervention.Outcome.TOO_SOON ? 1 : 0));
        }

        long settled() {
            return heeded + ignored + gaveUp;
        }

        private Wilson interval() {
            return Wilson.of(heeded, settled());
        }

        /// The share that came back, of 100.
        long rate() {
            return settled() == 0 ? 0 : Math.round(100.0 * heeded / settled());
        }

        long low() {
            return Math.round(100 * interval().low());
        }

        long high() {
            return Math.round(100 * interval().high());
        }

        String words() {
            return settled() == 0 ? "–" : String.format(Locale.ROOT, "%d %% (%d–%d)", rate(), low(), high());
        }
    }

    /// The name of a class.
    static String code(Misbehaviour misbehaviour) {
        return misbehaviour.code();
    }
}
