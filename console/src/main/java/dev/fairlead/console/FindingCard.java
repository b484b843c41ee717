package dev.fairlead.console;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.store.Intervention;
import dev.fairlead.store.Label;
import dev.fairlead.store.LabelStore.Agreement;
import dev.fairlead.store.StoredFinding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A finding as pages show it, with what was said to the agent about it and what people say of it.
record FindingCard(
        StoredFinding stored, List<Intervention> told, List<Label> labels, Optional<Agreement> agreement, Seat seat) {

    /// What its page's forms need.
    ///
    /// @param seal what every form must carry
    /// @param person who looks
    record Seat(String seal, String person) {}

    Finding finding() {
        return stored.finding();
    }

    /// By which it is found within its page.
    String anchor() {
        return "f-%d-%d".formatted(stored.sequence(), stored.ordinal());
    }

    String severity() {
        return finding().severity().code();
    }

    List<Long> evidence() {
        return finding().evidence().stream().map(Evidence::sequence).toList();
    }

    /// The label of whoever looks.
    Optional<Label> own() {
        return labels.stream()
                .filter(each -> each.person().equals(seat.person()))
                .findFirst();
    }

    boolean isOwn(Label.Verdict verdict) {
        return own().filter(each -> each.verdict() == verdict).isPresent();
    }

    /// How sure the detector is, as people read it.
    String confidence() {
        return String.format(Locale.ROOT, "%.0f %%", finding().confidence() * 100);
    }

    /// A constant's name in lower case with hyphens.
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The address of the step at which it was made.
    String address() {
        return Addresses.step(stored.session(), stored.channel(), stored.sequence(), anchor());
    }
}
