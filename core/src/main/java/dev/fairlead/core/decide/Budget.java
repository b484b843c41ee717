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

    /// What is used up in a session.
    List<Raised> spent(Session session) {
        List<Raised> raised = new ArrayList<>();
        Tokens used = session.tally().tokens();
        over("budget-tokens", "tokens", used.read() + used.output(), tokens).ifPresent(raised::add);
        over("budget-calls", "calls", session.tally().toolCalls(), calls).ifPresent(raised::add);
        Profile profile = session.profile();
        long lasted = Duration.between(profile.startedAt(), profile.endedAt()).toMinutes();
        over("budget-minutes", "minutes", lasted, minutes).ifPresent(raised::add);
        spentMoney(used, profile.model().orElse("")).ifPresent(raised::add);
        return raised;
    }

    private Optional<Raised> over(String rule, String what, long used, OptionalLong limit) {
        return limit.isPresent() && used > limit.getAsLong()
                ? Optional.of(raised(
                        rule,
                        String.format(
                                Locale.ROOT,
                                "is beyond the session's budget of %,d %s: %,d",
                                limit.getAsLong(),
                                what,
                                used)))
                : Optional.empty();
    }

    /// All tokens count at the price of the model used last; of a model without a price it cannot be told, and that is
    /// said instead of letting it pass.
    private Optional<Raised> spentMoney(Tokens used, String model) {
        if (money.isEmpty() || used.equals(Tokens.NONE)) {
            return Optional.empty();
        }
        Optional<Price> price = prices.stream()
                .filter(each -> Glob.matches(each.model(), model))
                .findFirst();
        if (price.isEmpty()) {
            return Optional.of(raised(
                    "budget-money", "is made with a budget of money and without a price for `%s`".formatted(model)));
        }
        double cost = price.get().of(used);
        return cost > money.getAsDouble()
                ? Optional.of(raised(
                        "budget-money",
                        String.format(
                                Locale.ROOT,
                                "is beyond the session's budget of %.2f: %.2f",
                                money.getAsDouble(),
                                cost)))
                : Optional.empty();
    }

    private Raised raised(String rule, String reason) {
        return new Raised(rule, reason, INSTEAD, Optional.empty(), false, Optional.of(mode));
    }
}
