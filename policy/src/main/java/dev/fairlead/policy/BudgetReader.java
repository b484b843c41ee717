package dev.fairlead.policy;

import dev.fairlead.core.decide.Budget;
import dev.fairlead.core.decide.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Reads how much a session may use up.
final class BudgetReader {

    private BudgetReader() {}

    static Budget read(Section section) throws BrokenPolicy {
        List<Budget.Price> prices = new ArrayList<>();
        for (Section price : section.sections("prices")) {
            prices.add(price(price));
        }
        Optional<Scalar> mode = section.scalar("mode");
        Optional<Scalar> money = section.scalar("money");
        if (money.isPresent() && prices.isEmpty()) {
            throw money.get().broken("a budget of `money` needs `prices`");
        }
        Budget budget = new Budget(
                whole(section, "tokens"),
                money.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(money.get().amount()),
                whole(section, "calls"),
                whole(section, "minutes"),
                prices,
                mode.isEmpty() ? Mode.ASK : mode.get().mode());
        section.end();
        return budget;
    }

    private static Budget.Price price(Section section) throws BrokenPolicy {
        Optional<String> model = section.text("model");
        if (model.isEmpty()) {
            throw section.broken("an item of `prices` has no `model`");
        }
        double input = amount(section, "input");
        Budget.Price price = new Budget.Price(
                model.get(),
                input,
                section.keys().contains("cached") ? amount(section, "cached") : input,
                section.keys().contains("cache-written") ? amount(section, "cache-written") : input,
                amount(section, "output"));
        section.end();
        return price;
    }

    private static double amount(Section section, String key) throws BrokenPolicy {
        Optional<Scalar> word = section.scalar(key);
        if (word.isEmpty()) {
            throw section.broken("an item of `prices` has no `%s`".formatted(key));
        }
        return word.get().amount();
    }

    private static OptionalLong whole(Section section, String key) throws BrokenPolicy {
        Optional<Scalar> word = section.scalar(key);
        return word.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(word.get().whole());
    }
}
