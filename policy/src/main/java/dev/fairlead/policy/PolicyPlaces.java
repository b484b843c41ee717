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
        places.put(Level.REPOSITORY, workspace.resolve(".fairlead").resolve("policy.yaml"));
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
        List<PolicyText> texts = new ArrayList<>();
        LoadedPolicy loaded = new LoadedPolicy(Policy.of(Preset.BALANCED), List.of(), List.of());
        Optional<Layer> ground = Optional.of(ground(Set.of(Level.PERSON)));
        for (Map.Entry<Level, Path> place : places.entrySet()) {
            if (!Files.exists(place.getValue())) {
                continue;
            }
            boolean isFirst = place.getKey() == Level.ORGANISATION;
            try {
                PolicyText text = text(place.getValue(), Optional.of(place.getKey()));
                texts.add(text);
                loaded = PolicyReader.read(texts, isFirst ? Optional.empty() : ground);
                ground = isFirst ? Optional.empty() : ground;
            } catch (BrokenPolicy fault) {
                texts.removeIf(text -> text.level().equals(Optional.of(place.getKey())));
                ground = isFirst ? Optional.of(ground(Set.of())) : ground;
                notices.add(fault.reason() + "; the file is left out"
                        + (isFirst ? ", and the preset `balanced` holds in its place" : ""));
            }
        }
        if (texts.isEmpty() && notices.isEmpty()) {
            notices.add("there is no policy file; the preset `balanced` decides");
        }
        notices.addAll(loaded.notices());
        return new LoadedPolicy(loaded.policy(), loaded.examples(), notices);
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
