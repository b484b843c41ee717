package dev.fairlead.console;

import dev.fairlead.server.Door;
import dev.fairlead.store.Filter;
import dev.fairlead.store.Intervention;
import dev.fairlead.store.Label;
import dev.fairlead.store.LabelStore.Agreement;
import dev.fairlead.store.Page;
import dev.fairlead.store.SessionSummary;
import dev.fairlead.store.StoredFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes findings ready to be shown: joins them with what was said to the agent, and with what people say of them.
final class Findings {

    /// The most findings of one session that are shown.
    static final int MOST = 2_000;

    private static final Comparator<StoredFinding> IN_ORDER =
            Comparator.comparingLong(StoredFinding::sequence).thenComparingInt(StoredFinding::ordinal);

    private final Door door;

    Findings(Door door) {
        this.door = door;
    }

    /// The findings of a session, in order.
    List<FindingCard> of(SessionSummary session, Asked asked) {
        List<StoredFinding> stored = new ArrayList<>();
        Filter filter = Filter.of(session.session()).channel(session.channel()).limit(Filter.MOST);
        Optional<String> next = Optional.of("");
        while (next.isPresent() && stored.size() < MOST) {
            Filter page = next.get().isEmpty() ? filter : filter.after(next.get());
            Page<StoredFinding> found = door.store().sessions().findings(page);
            stored.addAll(found.items());
            next = found.next();
        }
        stored.sort(IN_ORDER);
        List<Intervention> told = stored.isEmpty()
                ? List.of()
                : door.store().sessions().interventions(filter).items();
        List<Label> labels =
                stored.isEmpty() ? List.of() : door.store().labels().of(session.session(), session.channel());
        Map<String, Agreement> agreement = new HashMap<>();
        door.store().labels().agreement().forEach(each -> agreement.put(each.detector(), each));
        FindingCard.Seat seat = new FindingCard.Seat(
                asked.visitor().seal(), asked.visitor().caller().name());
        return stored.stream()
                .map(each -> card(each, told, labels, agreement, seat))
                .toList();
    }

    private static FindingCard card(
            StoredFinding stored,
            List<Intervention> told,
            List<Label> labels,
            Map<String, Agreement> agreement,
            FindingCard.Seat seat) {
        return new FindingCard(
                stored,
                told.stream()
                        .filter(each -> each.about() == stored.finding().last().sequence()
                                && each.detector().equals(stored.finding().detector()))
                        .sorted(Comparator.comparing(Intervention::decidedAt))
                        .toList(),
                labels.stream()
                        .filter(each -> each.sequence() == stored.sequence() && each.ordinal() == stored.ordinal())
                        .toList(),
                Optional.ofNullable(agreement.get(stored.finding().detector())),
                seat);
    }
}
