package dev.fairlead.console;

import dev.fairlead.console.InterventionsPage.Rate;
import dev.fairlead.console.InterventionsPage.Side;
import dev.fairlead.server.Door;
import dev.fairlead.store.Filter;
import dev.fairlead.store.Intervention;
import dev.fairlead.store.Recovery;
import dev.fairlead.store.SessionStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was said to agents, and what came of it.
final class InterventionDesk implements Console.Part {

    private static final String[] FIELDS = {"text", "class", "agent", "repository", "reach", "since"};

    private final Door door;
    private final Frames frames;

    InterventionDesk(Door door, Frames frames) {
        this.door = door;
        this.frames = frames;
    }

    @Override
    public void route(Console.Ways ways) {
        ways.show("/interventions", this::interventions);
        ways.show("/interventions/export", this::export);
    }

    private Answered interventions(Asked asked) {
        Search search = Search.of(door, asked, FIELDS);
        Filter latest = search.filter().limit(Filter.MOST);
        InterventionsPage page = new InterventionsPage(
                frames.of("interventions", asked),
                search,
                rates(
                        door.store().sessions().recoveries(search.filter()),
                        door.store().sessions().dropped(search.filter())),
                texts(door.store().sessions().interventions(latest).items()),
                door.store().sessions().interventions(search.filter()));
        return new Answered.Page(Markup.of(JteinterventionsGenerated::render, page));
    }

    private Answered export(Asked asked) {
        Search search = Search.of(door, asked, FIELDS);
        return Exports.of(asked, "interventions", search, door.store().sessions()::interventions, Exports.INTERVENTION);
    }

    /// Those that were told beside those that were only recorded.
    private static List<Rate> rates(List<Recovery> recoveries, List<SessionStore.Dropped> dropped) {
        Map<String, Rate> rates = new TreeMap<>();
        for (SessionStore.Dropped each : dropped) {
            String name = each.misbehaviour().code();
            rates.put(name + "\n" + each.agent(), new Rate(name, each.agent(), Side.NONE, Side.NONE, each.count()));
        }
        for (Recovery each : recoveries) {
            String name = each.misbehaviour().code();
            String key = name + "\n" + each.agent();
            Rate before = rates.getOrDefault(key, new Rate(name, each.agent(), Side.NONE, Side.NONE, 0));
            rates.put(
                    key,
                    each.isShadowed()
                            ? new Rate(name, each.agent(), before.told(), Side.of(each), before.dropped())
                            : new Rate(name, each.agent(), Side.of(each), before.shadowed(), before.dropped()));
        }
        return List.copyOf(rates.values());
    }

    /// The words of one detector at one rung are alike but for names and numbers.
    private static List<Rate> texts(List<Intervention> interventions) {
        Map<String, Side> sides = new LinkedHashMap<>();
        for (Intervention each : interventions) {
            if (each.state() == Intervention.State.DELIVERED) {
                String key = each.detector() + "\n" + each.rung();
                sides.put(key, sides.getOrDefault(key, Side.NONE).plus(each.outcome()));
            }
        }
        List<Rate> rates = new ArrayList<>();
        sides.forEach((key, side) -> {
            int end = key.indexOf('\n');
            rates.add(new Rate(key.substring(0, end), key.substring(end + 1), side, Side.NONE, 0));
        });
        rates.sort(Comparator.comparingLong((Rate each) -> -each.told().low()).thenComparing(Rate::name));
        return rates;
    }
}
