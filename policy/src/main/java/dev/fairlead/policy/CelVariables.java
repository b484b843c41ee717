package dev.fairlead.policy;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.fairlead.core.decide.Attempt;
import dev.fairlead.core.decide.Context;
import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Target;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.core.session.Profile;
import dev.fairlead.core.session.Session;
import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What conditions may speak of. Documented in docs/policy.md, which a test holds against this.
final class CelVariables {

    private static final ListType WORDS = ListType.create(SimpleType.STRING);
    private static final MapType FIELDS = MapType.create(SimpleType.STRING, SimpleType.DYN);

    /// Each variable with its type.
    static final Map<String, CelType> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry("tool", SimpleType.STRING),
            Map.entry("command", SimpleType.STRING),
            Map.entry("programs", WORDS),
            Map.entry("paths", WORDS),
            Map.entry("effects", ListType.create(FIELDS)),
            Map.entry("directory", SimpleType.STRING),
            Map.entry("workspace", SimpleType.STRING),
            Map.entry("agent", SimpleType.STRING),
            Map.entry("repository", SimpleType.STRING),
            Map.entry("branch", SimpleType.STRING),
            Map.entry("person", SimpleType.STRING),
            Map.entry("at", SimpleType.TIMESTAMP),
            Map.entry("subagent", SimpleType.BOOL),
            Map.entry("calls", SimpleType.INT),
            Map.entry("failures", SimpleType.INT),
            Map.entry("tokens", SimpleType.INT),
            Map.entry("minutes", SimpleType.INT)));

    private CelVariables() {}

    /// The variables of a call; what is not known is an empty text or 0.
    static Map<String, Object> of(Attempt attempt) {
        Context context = attempt.context();
        Session session = attempt.session();
        Profile profile = session.profile();
        Tokens tokens = session.tally().tokens();
        Map<String, Object> values = new HashMap<>();
        values.put("tool", attempt.tool());
        values.put("command", attempt.commandLine());
        values.put("programs", programs(attempt.commandLine()));
        values.put("paths", paths(attempt));
        values.put(
                "effects",
                attempt.effects().effects().stream().map(CelVariables::fields).toList());
        values.put("directory", attempt.place().directory());
        values.put("workspace", attempt.place().root());
        values.put("agent", context.agent().orElse(""));
        values.put("repository", context.repository().orElse(""));
        values.put("branch", context.branch().orElse(""));
        values.put("person", context.person().orElse(""));
        values.put("at", context.at());
        values.put("subagent", context.isSubagent());
        values.put("calls", session.tally().toolCalls());
        values.put("failures", session.tally().toolFailures());
        values.put("tokens", tokens.read() + tokens.output());
        values.put(
                "minutes",
                Duration.between(profile.startedAt(), profile.endedAt()).toMinutes());
        return values;
    }

    private static List<String> programs(String line) {
        return CommandLine.of(line).commands().stream()
                .map(SimpleCommand::program)
                .distinct()
                .toList();
    }

    private static List<String> paths(Attempt attempt) {
        List<String> paths = new ArrayList<>();
        for (Effect effect : attempt.effects().effects()) {
            for (RecordComponent part : effect.getClass().getRecordComponents()) {
                if (value(effect, part) instanceof Target target && !paths.contains(target.best())) {
                    paths.add(target.best());
                }
            }
        }
        return paths;
    }

    /// An effect as a map: `kind` is its name in kebab case, a target becomes `path` and `ground`, all else keeps
    /// the name that it has in [Effect].
    private static Map<String, Object> fields(Effect effect) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("kind", kebab(effect.getClass().getSimpleName()));
        for (RecordComponent part : effect.getClass().getRecordComponents()) {
            Object value = value(effect, part);
            if (value instanceof Target target) {
                boolean isDestination = part.getName().equals("destination");
                fields.put(isDestination ? "destination" : "path", target.best());
                fields.put(isDestination ? "destinationGround" : "ground", word(target.ground()));
            } else {
                fields.put(part.getName(), plain(value));
            }
        }
        return fields;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Enum<?> word -> word(word);
            case Collection<?> many -> many.stream().map(CelVariables::plain).toList();
            case Object other -> other;
        };
    }

    private static Object value(Effect effect, RecordComponent part) {
        try {
            return part.getAccessor().invoke(effect);
        } catch (ReflectiveOperationException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String kebab(String name) {
        StringBuilder kebab = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            kebab.append(i > 0 && Character.isUpperCase(c) ? "-" : "").append(Character.toLowerCase(c));
        }
        return kebab.toString();
    }
}
