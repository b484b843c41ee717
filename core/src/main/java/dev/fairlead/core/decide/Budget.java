package dev.fairlead.core.decide;

import dev.fairlead.core.event.Tokens;
import dev.fairlead.core.session.Profile;
import dev.fairlead.core.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// How much a session may use up.
///
/// @param tokens read and written
/// @param money in whatever the prices are in
/// @param calls of tools
/// @param minutes from the first event to the newest
/// @param prices the first whose pattern matches the model counts
/// @param mode what comes of each call beyond
public record Budget(
        OptionalLong tokens,
        OptionalDouble money,
        OptionalLong calls,
        OptionalLong minutes,
        List<Price> prices,
        Mode mode) {

    /// The names of the rules that budgets speak as.
    public static final List<String> RULES = List.of("budget-calls", "budget-minutes", "budget-money", "budget-tokens");

    private static final String INSTEAD = "say what is done and what is left, and ask the person to go on";

    public Budget {
        prices = List.copyOf(prices);
    }

    /// What a million tokens cost.
    ///
    /// @param model a pattern of names
    public record Price(String model, double input, double cached, double cacheWritten, double output) {

        double of(Tokens tokens) {
            double sum = tokens.input() * input
                    + tokens.cached() * cached
                    + tokens.cacheWritten() * cacheWritten
                    + tokens.output() * output;
            return sum / 1_000_000;
        }
    }

    /// How much of one limit is used up.
    ///
    /// @param what `tokens`, `calls`, `minutes` or `money`
    public record Use(String what, double used, double most) {

        /// Whether more is used than there is leave for.
        public boolean isBeyond() {
            return used > most;
        }

        private String reason() {
            String form = what.equals("money") ? "%.2f" : "%,.0f";
            String limit = String.format(Locale.ROOT, form, most);
            return "is beyond the session's budget of %s: %s"
                    .formatted(
                            what.equals("money") ? limit : limit + " " + what, String.format(Locale.ROOT, form, used));
        }
    }

    /// What of this budget a session has used. Money is left out where the model has no price.
    public List<Use> uses(Session session) {
        List<Use> uses = new ArrayList<>();
        Tokens used = session.tally().tokens();
        tokens.ifPresent(most -> uses.add(new Use("tokens", used.read() + used.output(), most)));
        calls.ifPresent(most -> uses.add(new Use("calls", session.tally().toolCalls(), most)));
        Profile profile = session.profile();
        long lasted = Duration.between(profile.startedAt(), profile.endedAt()).toMinutes();
        minutes.ifPresent(most -> uses.add(new Use("minutes", lasted, most)));
        OptionalDouble cost = cost(session);
        if (money.isPresent() && cost.isPresent()) {
            uses.add(new Use("money", cost.getAsDouble(), money.getAsDouble()));
        }
        return uses;
    }

    /// What a session has cost: all tokens count at the price of the model used last. Empty where that has none.
    public OptionalDouble cost(Session session) {
        String model = session.profile().model().orElse("");
        return prices.stream()
                .filter(each -> Glob.matches(each.model(), model))
                .mapToDouble(each -> each.of(session.tally().tokens()))
                .findFirst();
    }

    /// The most that so many tokens of a model can have cost: as if all that was read had been read afresh. Empty where
    /// the model has no price.
    public OptionalDouble mostCost(String model, long read, long output) {
        return prices.stream()
                .filter(each -> Glob.matches(each.model(), model))
                .mapToDouble(each -> each.of(new Tokens(read, 0, 0, output)))
                .findFirst();
    }

    /// What is used up in a session. Of a model without a price it cannot be told, and that is said instead of letting
    /// it pass.
    List<Raised> spent(Session session) {
        List<Raised> raised = new ArrayList<>();
        for (Use use : uses(session)) {
            if (use.isBeyond()) {
                raised.add(raised("budget-" + use.what(), use.reason()));
            }
        }
        boolean hasUsed = !session.tally().tokens().equals(Tokens.NONE);
        if (money.isPresent() && hasUsed && cost(session).isEmpty()) {
            raised.add(raised(
                    "budget-money",
                    "is made with a budget of money and without a price for `%s`"
                            .formatted(session.profile().model().orElse(""))));
        }
        return raised;
    }

    private Raised raised(String rule, String reason) {
        return new Raised(rule, reason, INSTEAD, Optional.empty(), false, Optional.of(mode));
    }
}
