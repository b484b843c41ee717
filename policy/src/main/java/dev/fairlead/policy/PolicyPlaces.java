package dev.fairlead.policy;

import dev.fairlead.core.decide.Layer;
import dev.fairlead.core.decide.Level;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Preset;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.gate.Rules;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The files that a policy is read from.
public final class PolicyPlaces {

    private static final int BYTES_OF_A_CHARACTER = 4;

    private PolicyPlaces() {}

    /// The usual places, from the one that binds the others on.
    ///
    /// @param root the folder `/`
    /// @param workspace the folder that the agent works in
    /// @param home the person's
    public static Map<Level, Path> usual(Path root, Path workspace, Path home) {
        Map<Level, Path> places = new EnumMap<>(Level.class);
        places.put(Level.ORGANISATION, root.resolve("etc").resolve("fairlead").resolve("policy.yaml"));
        if (!workspace.normalize().equals(home.normalize())) { // else one file would speak twice
            places.put(Level.REPOSITORY, workspace.resolve(".fairlead").resolve("policy.yaml"));
        }
        places.put(Level.PERSON, home.resolve(".fairlead").resolve("policy.yaml"));
        return places;
    }

    /// Reads files that somebody named, the one that binds the others first.
    public static LoadedPolicy named(List<Path> files) throws BrokenPolicy {
        List<PolicyText> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(text(file, Optional.empty()));
        }
        return PolicyReader.read(texts, Optional.empty());
    }

    /// Reads what there is at the usual places.
    ///
    /// Where the organisation says nothing, `balanced` holds: the person may loosen it, and the repository,
    /// in which agents write, may not. A file that is broken is left out and loosens nothing: in place of the
    /// organisation's, `balanced` holds and nobody may loosen it. All of that is told in the notices.
    public static LoadedPolicy standing(Map<Level, Path> places) {
        List<String> notices = new ArrayList<>();
        try {
            LoadedPolicy loaded = read(
                    places,
                    (level, fault) -> notices.add(fault.reason()
                            + "; the file is left out"
                            + (level == Level.ORGANISATION ? ", and the preset `balanced` holds in its place" : "")));
            if (notices.isEmpty() && there(places).isEmpty()) {
                notices.add("there is no policy file; the preset `balanced` decides");
            }
            notices.addAll(loaded.notices());
            return new LoadedPolicy(loaded.policy(), loaded.examples(), notices);
        } catch (BrokenPolicy fault) {
            throw new IllegalStateException("faults are noted above", fault);
        }
    }

    /// The same, where a file that is broken stops the load.
    static LoadedPolicy sound(Map<Level, Path> places) throws BrokenPolicy {
        return read(places, (_, fault) -> {
            throw fault;
        });
    }

    /// The layers of which there is a file.
    static Set<Level> there(Map<Level, Path> places) {
        Set<Level> there = EnumSet.noneOf(Level.class);
        places.forEach((level, file) -> {
            if (Files.exists(file)) {
                there.add(level);
            }
        });
        return there;
    }

    /// Takes in what is wrong with a file.
    @FunctionalInterface
    private interface Faults {
        void hear(Level level, BrokenPolicy fault) throws BrokenPolicy;
    }

    private static LoadedPolicy read(Map<Level, Path> places, Faults faults) throws BrokenPolicy {
        List<PolicyText> texts = new ArrayList<>();
        LoadedPolicy loaded = new LoadedPolicy(Policy.of(Preset.BALANCED), List.of(), List.of());
        Optional<Layer> ground = Optional.of(ground(Set.of(Level.PERSON)));
        for (Map.Entry<Level, Path> place : new EnumMap<>(places).entrySet()) {
            boolean isFirst = place.getKey() == Level.ORGANISATION;
            if (!Files.exists(place.getValue())) {
                continue;
            }
            try {
                texts.add(text(place.getValue(), Optional.of(place.getKey())));
                loaded = PolicyReader.read(texts, isFirst ? Optional.empty() : ground);
                ground = isFirst ? Optional.empty() : ground;
            } catch (BrokenPolicy fault) {
                texts.removeIf(text -> text.level().equals(Optional.of(place.getKey())));
                ground = isFirst ? Optional.of(ground(Set.of())) : ground;
                faults.hear(place.getKey(), fault);
            }
        }
        return loaded;
    }

    private static Layer ground(Set<Level> loosenedBy) {
        Map<String, Set<Level>> may = new HashMap<>();
        Rules.names().forEach(rule -> may.put(rule, loosenedBy));
        for (Misbehaviour each : Misbehaviour.values()) {
            may.put(each.code(), loosenedBy);
        }
        return Layer.of(Level.ORGANISATION, Preset.BALANCED).loosened(may);
    }

    private static PolicyText text(Path file, Optional<Level> level) throws BrokenPolicy {
        String name = file.toString();
        try {
            if (Files.size(file) > (long) BYTES_OF_A_CHARACTER * PolicyText.LONGEST) {
                throw new BrokenPolicy(name, "longer than %,d characters".formatted(PolicyText.LONGEST));
            }
            return new PolicyText(name, Files.readString(file), level);
        } catch (NoSuchFileException fault) {
            throw new BrokenPolicy(name, "there is no such file");
        } catch (MalformedInputException fault) {
            throw new BrokenPolicy(name, "not UTF-8");
        } catch (IOException fault) {
            throw new BrokenPolicy(name, "cannot be read: " + fault.getMessage());
        }
    }
}
