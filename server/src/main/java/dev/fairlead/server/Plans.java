package dev.fairlead.server;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Value;
import java.util.stream.Collectors;

/// What an agent says that it is about: its last words, or the list of tasks that it keeps.
final class Plans {

    private Plans() {}

    /// The plan after another event.
    static String after(String plan, Happening what) {
        return switch (what) {
            case Happening.AgentSpoke spoke -> beginning(spoke.text());
            case Happening.ToolCalled called
            when called.action() instanceof Action.Plan -> beginning(words(called.arguments()));
            default -> plan; // nothing else is a plan
        };
    }

    private static String beginning(String text) {
        String plain = text.strip();
        return plain.length() <= LiveSession.LONGEST_PLAN ? plain : plain.substring(0, LiveSession.LONGEST_PLAN);
    }

    private static String words(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Items items -> items.values().stream().map(Plans::words).collect(Collectors.joining("\n"));
            case Value.Fields fields ->
                fields.values().values().stream()
                        .map(Plans::words)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(", "));
            case Value.Numeral _, Value.Flag _, Value.Nothing _ -> "";
        };
    }
}
