package dev.fairlead.console;

import static dev.fairlead.console.Say.say;

import dev.fairlead.core.decide.Budget;
import dev.fairlead.core.session.Tally;
import dev.fairlead.server.LiveView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a session has used up so far, beside what a policy lets it: calls, tokens, money and time.
///
/// @param words such as “12.3k of 20M tokens”
/// @param mark `bad` beyond the budget, `near` where less than a fifth of it is left; else empty
/// @param note what is to be said on a closer look; may be empty
record Spending(String words, String mark, String note) {

    private static final double NEAR = 0.8;

    static List<Spending> of(LiveView live) {
        List<Spending> all = new ArrayList<>();
        Tally tally = live.tally();
        String failed =
                tally.toolFailures() == 0 ? "" : ", " + Say.count(tally.toolFailures()) + " " + say("session.failed");
        Optional<Budget.Use> calls = use(live, "calls");
        all.add(new Spending(
                calls.map(use -> say(
                                        "spent.of",
                                        Say.count(tally.toolCalls()),
                                        Say.count((long) use.most()),
                                        say("noun.call.many")))
                                .orElse(Say.counted(tally.toolCalls(), "call"))
                        + failed,
                mark(calls),
                ""));
        long used = tally.tokens().total();
        Optional<Budget.Use> tokens = use(live, "tokens");
        if (used > 0) {
            String limited = tokens.map(use ->
                            say("spent.of", Say.brief(used), Say.brief((long) use.most()), say("noun.token.many")))
                    .orElse(Say.brief(used) + " " + say("noun.token.many"));
            all.add(new Spending(limited, mark(tokens), Say.counted(used, "token")));
        }
        if (used > 0) {
            all.add(money(live));
        }
        use(live, "minutes")
                .ifPresent(use -> all.add(new Spending(
                        say(
                                "spent.of",
                                Say.count((long) use.used()),
                                Say.count((long) use.most()),
                                say("spent.minutes")),
                        mark(Optional.of(use)),
                        "")));
        return all;
    }

    private static Spending money(LiveView live) {
        if (live.cost().isEmpty()) {
            String model = live.profile().model().orElse(say("unknown"));
            return new Spending(say("spent.unpriced"), "", say("spent.unpriced.why", model));
        }
        String cost = money(live.cost().getAsDouble());
        Optional<Budget.Use> limit = use(live, "money");
        return new Spending(
                limit.map(use -> say("spent.cost.of", cost, money(use.most()))).orElse(say("spent.cost", cost)),
                mark(limit),
                say("spent.cost.how", Say.counted(live.tally().tokens().total(), "token")));
    }

    /// In whatever the prices are in, which the policy does not say.
    static String money(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    /// Of several layers that state the same, the one of which the largest part is used.
    private static Optional<Budget.Use> use(LiveView live, String what) {
        return live.uses().stream()
                .filter(each -> each.what().equals(what))
                .max((a, b) -> Double.compare(a.used() / a.most(), b.used() / b.most()));
    }

    private static String mark(Optional<Budget.Use> use) {
        if (use.isEmpty()) {
            return "";
        }
        return use.get().isBeyond()
                ? "bad"
                : use.get().used() > NEAR * use.get().most() ? "near" : "";
    }
}
