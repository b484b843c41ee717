package dev.fairlead.cli;

import dev.fairlead.core.decide.Mode;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.secret.Secrets;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;

/// A replay for people.
final class ReplayText {

    private static final int WIDTH = 100;
    private static final int MOST = 2_000;
    private static final double SECONDS_OF_AN_HOUR = 3600;

    private final Writer out;

    ReplayText(Writer out) {
        this.out = out;
    }

    /// @param policy its digest
    /// @param seconds that a person takes to answer one question
    /// @param other the other policy's name; empty without one
    void write(ReplayTally tally, String policy, int seconds, String other) throws IOException {
        line("policy %s on %,d calls of %,d sessions".formatted(policy, tally.calls(), tally.sessions()));
        for (Mode mode : new Mode[] {Mode.REFUSE, Mode.ASK, Mode.NUDGE}) {
            long count = tally.count(mode);
            line("  %-8s %,7d  %6.2f of 1,000"
                    .formatted(ReplayTally.word(mode), count, 1000.0 * count / Math.max(1, tally.calls())));
        }
        line("  a person is asked %,d times: %.1f hours, at %d seconds each"
                .formatted(tally.approvals(), tally.approvals() * seconds / SECONDS_OF_AN_HOUR, seconds));
        table("by the rule that decides", tally.rules());
        table("by class of findings", tally.classes());
        if (!other.isEmpty()) {
            line("against %s: %,d calls are decided otherwise".formatted(other, tally.changed()));
            for (Map.Entry<String, ReplayTally.Group> each : tally.changes().entrySet()) {
                line("  %-20s %,7d".formatted(each.getKey(), each.getValue().all()));
                samples(each.getValue());
            }
        }
        out.flush();
    }

    private void table(String title, Map<String, ReplayTally.Group> groups) throws IOException {
        if (groups.isEmpty()) {
            return;
        }
        line("%-28s %8s %8s %8s".formatted(title, "refused", "asked", "nudged"));
        for (Map.Entry<String, ReplayTally.Group> each : groups.entrySet()) {
            ReplayTally.Group group = each.getValue();
            line("  %-26s %,8d %,8d %,8d"
                    .formatted(
                            each.getKey(), group.count(Mode.REFUSE), group.count(Mode.ASK), group.count(Mode.NUDGE)));
            samples(group);
        }
    }

    private void samples(ReplayTally.Group group) throws IOException {
        for (Replay.Decided each : group.samples()) {
            Origin origin = each.event().origin();
            String unit = origin.unit() == Origin.Unit.LINE ? "line" : "index";
            line("    %s, %s %d".formatted(each.file(), unit, origin.place()));
            line("      " + Wrap.cut(call(each), WIDTH));
            String reason = each.ruling()
                    .decisive()
                    .or(() -> each.other().flatMap(Ruling::decisive))
                    .map(Ruling.Objection::reason)
                    .orElse("");
            if (!reason.isEmpty()) {
                line("      " + Wrap.cut(Secrets.redact(reason), WIDTH));
            }
        }
    }

    /// The call in one line, without secrets.
    static String call(Replay.Decided decided) {
        String tool = decided.call().tool();
        String text = switch (decided.call().action()) {
            case Action.Command command -> command.line();
            case Action.Read read -> tool + " " + read.path();
            case Action.Edit edit -> tool + " " + edit.path();
            case Action.Write write -> tool + " " + write.path();
            case Action.Fetch fetch -> tool + " " + fetch.target();
            case Action other -> tool;
        };
        return Secrets.redact(text.length() <= MOST ? text : text.substring(0, MOST))
                .replace("\n", "⏎");
    }

    private void line(String text) throws IOException {
        out.write(String.format(Locale.ROOT, "%s%n", text));
    }
}
