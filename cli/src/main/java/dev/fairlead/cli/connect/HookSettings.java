package dev.fairlead.cli.connect;

import dev.fairlead.core.event.Value;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Our hooks among the others in an agent's settings: `hooks`, by event, groups of handlers.
///
/// @param groups what is to stand under each event, in order
record HookSettings(Path file, SequencedMap<String, Node.Fields> groups) implements Part {

    private static final String HOOKS = "hooks";

    private static final List<Off> OFF = List.of(
            new Off("", "disableAllHooks", true),
            new Off("hooksConfig", "enabled", false),
            new Off("hooks", "enabled", false),
            new Off("tools", "enableHooks", false));

    /// A setting that switches hooks off.
    ///
    /// @param within the object that it stands in; empty for the outermost
    private record Off(String within, String key, boolean value) {}

    HookSettings {
        groups = new LinkedHashMap<>(groups);
    }

    /// A group of ours in a text.
    ///
    /// @param index which of the groups under its event it is
    record Placed(String event, int index, Value group) {}

    @Override
    public Optional<String> connected(Texts texts) throws IOException {
        String now = texts.of(file).orElse("");
        try {
            if (isAsWanted(now)) {
                return Optional.of(now);
            }
            JsonText text = without(JsonText.of(now), Optional.of(now));
            for (Map.Entry<String, Node.Fields> each : groups.entrySet()) {
                text = with(text, each.getKey(), each.getValue());
            }
            return Optional.of(text.text());
        } catch (MalformedSettings fault) {
            throw named(fault);
        }
    }

    @Override
    public Optional<String> disconnected(Texts texts, Optional<String> original) throws IOException {
        Optional<String> now = texts.of(file);
        if (now.isEmpty() || !isPresent(texts)) {
            return now;
        }
        try {
            return Optional.of(without(JsonText.of(now.get()), original).text());
        } catch (MalformedSettings fault) {
            throw named(fault);
        }
    }

    @Override
    public boolean isPresent(Texts texts) throws IOException {
        return texts.of(file).filter(now -> now.contains(Bridge.MARK)).isPresent();
    }

    /// Agents that took over each other's settings took over these too.
    @Override
    public Optional<String> silencedBy(Texts texts) throws IOException {
        try {
            JsonText text = JsonText.of(texts.of(file).orElse(""));
            for (Off each : OFF) {
                Optional<Spot.Box> box =
                        each.within().isEmpty() ? Optional.of(text.root()) : text.box(text.root(), each.within(), '{');
                Optional<Spot.Entry> entry = box.flatMap(found -> found.entry(each.key()));
                if (entry.isPresent() && text.value(entry.get().value()).equals(new Value.Flag(each.value()))) {
                    String key = each.within().isEmpty() ? each.key() : each.within() + "." + each.key();
                    return Optional.of("`%s: %s` in `%s`".formatted(key, each.value(), file));
                }
            }
            return Optional.empty();
        } catch (MalformedSettings fault) {
            return Optional.empty(); // told where the file is to be changed
        }
    }

    /// Where our groups stand in a text.
    static List<Placed> placed(String now) throws MalformedSettings {
        JsonText text = JsonText.of(now);
        List<Placed> placed = new ArrayList<>();
        Optional<Spot.Box> hooks = text.box(text.root(), HOOKS, '{');
        for (Spot.Entry event : hooks.map(Spot.Box::entries).orElse(List.of())) {
            if (event.value() instanceof Spot.Box list) {
                for (int i = 0; i < list.entries().size(); i++) {
                    Spot group = list.entries().get(i).value();
                    if (text.raw(group).contains(Bridge.MARK)) {
                        placed.add(new Placed(event.name(), i, text.value(group)));
                    }
                }
            }
        }
        return placed;
    }

    private boolean isAsWanted(String now) {
        try {
            Map<String, Value> there = new LinkedHashMap<>();
            List<Placed> placed = placed(now);
            placed.forEach(each -> there.put(each.event(), each.group()));
            Map<String, Value> wanted = new LinkedHashMap<>();
            groups.forEach((event, group) -> wanted.put(event, Node.value(group)));
            return there.equals(wanted) && placed.size() == wanted.size();
        } catch (MalformedSettings unlike) {
            return false; // as where somebody wrote comments into our groups
        }
    }

    private static JsonText with(JsonText before, String event, Node.Fields group) throws MalformedSettings {
        JsonText text = before;
        if (text.box(text.root(), HOOKS, '{').isEmpty()) {
            text = text.with(text.root(), HOOKS, Node.Fields.NONE);
        }
        Spot.Box hooks = text.box(text.root(), HOOKS, '{').orElseThrow();
        Optional<Spot.Box> list = text.box(hooks, event, '[');
        return list.isPresent()
                ? text.with(list.get(), "", group)
                : text.with(hooks, event, new Node.Items(List.of(group)));
    }

    /// Takes our handlers out, and with them what would be left empty, unless it was so before.
    private static JsonText without(JsonText before, Optional<String> original) throws MalformedSettings {
        JsonText text = before;
        Optional<JsonText> once = original.isPresent() ? Optional.of(JsonText.of(original.get())) : Optional.empty();
        Optional<Spot.Box> hooks = text.box(text.root(), HOOKS, '{');
        if (hooks.isEmpty()) {
            return text;
        }
        for (Spot.Entry event : hooks.get().entries()) {
            text = withoutIn(text, event.name(), once);
        }
        Spot.Box left = text.box(text.root(), HOOKS, '{').orElseThrow();
        boolean wasThere = once.isPresent() && once.get().root().entry(HOOKS).isPresent();
        boolean isOurs =
                left.entries().isEmpty() && text.text().length() < before.text().length() && !wasThere;
        return isOurs ? text.without(text.root(), index(text.root(), HOOKS)) : text;
    }

    private static JsonText withoutIn(JsonText before, String event, Optional<JsonText> original)
            throws MalformedSettings {
        JsonText text = before;
        for (Optional<JsonText> next = withoutOne(text, event); next.isPresent(); next = withoutOne(text, event)) {
            text = next.get();
        }
        Spot.Box hooks = text.box(text.root(), HOOKS, '{').orElseThrow();
        boolean isEmpty = hooks.entry(event)
                .filter(entry ->
                        entry.value() instanceof Spot.Box list && list.entries().isEmpty())
                .isPresent();
        boolean wasThere = original.isPresent() && hasEvent(original.get(), event);
        boolean isOurs = isEmpty && text.text().length() < before.text().length() && !wasThere;
        return isOurs ? text.without(hooks, index(hooks, event)) : text;
    }

    private static boolean hasEvent(JsonText text, String event) throws MalformedSettings {
        Optional<Spot.Box> hooks = text.box(text.root(), HOOKS, '{');
        return hooks.isPresent() && hooks.get().entry(event).isPresent();
    }

    /// The text without the first of our handlers under an event; without its group where it was alone
    /// in there.
    private static Optional<JsonText> withoutOne(JsonText text, String event) throws MalformedSettings {
        Spot.Box hooks = text.box(text.root(), HOOKS, '{').orElseThrow();
        Optional<Spot.Entry> entry = hooks.entry(event);
        if (entry.isEmpty() || !(entry.get().value() instanceof Spot.Box list)) {
            return Optional.empty();
        }
        for (int i = 0; i < list.entries().size(); i++) {
            Spot group = list.entries().get(i).value();
            if (text.raw(group).contains(Bridge.MARK)) {
                return Optional.of(withoutHandler(text, list, i));
            }
        }
        return Optional.empty();
    }

    private static JsonText withoutHandler(JsonText text, Spot.Box list, int index) throws MalformedSettings {
        if (list.entries().get(index).value() instanceof Spot.Box group) {
            Optional<Spot.Entry> handlers = group.entry(HOOKS);
            if (handlers.isPresent()
                    && handlers.get().value() instanceof Spot.Box all
                    && all.entries().size() > 1) {
                for (int i = 0; i < all.entries().size(); i++) {
                    if (text.raw(all.entries().get(i).value()).contains(Bridge.MARK)) {
                        return text.without(all, i);
                    }
                }
            }
        }
        return text.without(list, index);
    }

    private static int index(Spot.Box box, String name) {
        return box.entries().indexOf(box.entry(name).orElseThrow());
    }

    private MalformedSettings named(MalformedSettings fault) {
        return new MalformedSettings("%s was left as it is: %s".formatted(file, fault.getMessage()));
    }
}
