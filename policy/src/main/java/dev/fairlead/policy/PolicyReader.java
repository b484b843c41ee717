package dev.fairlead.policy;

import dev.fairlead.core.decide.Guidance;
import dev.fairlead.core.decide.Layer;
import dev.fairlead.core.decide.Level;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Preset;
import dev.fairlead.core.gate.Rules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads policy files: each document in them is a layer, the one that binds the others first.
public final class PolicyReader {

    /// The only version of the format.
    private static final String VERSION = "1";
    private static final List<String> LEVELS = List.of("organisation", "repository", "person");
    private static final int DIGEST = 12;

    private final Set<String> rules = new HashSet<>(Rules.names());
    private final List<Layer> layers = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private Optional<Guidance> guidance = Optional.empty();

    private PolicyReader() {}

    /// Reads the files of a policy that stands alone.
    ///
    /// @param texts the file that binds the others first, at least one
    public static LoadedPolicy read(List<PolicyText> texts) throws BrokenPolicy {
        return read(texts, Optional.empty());
    }

    /// Reads the files of a policy.
    ///
    /// @param ground what holds where they say nothing; without one, the topmost file begins with
    ///     `balanced` unless it says otherwise
    static LoadedPolicy read(List<PolicyText> texts, Optional<Layer> ground) throws BrokenPolicy {
        PolicyReader reader = new PolicyReader();
        ground.ifPresent(reader.layers::add);
        for (PolicyText text : texts) {
            reader.read(text);
        }
        Policy policy = new Policy(reader.layers, reader.guidance.orElse(Guidance.USUAL), digest(texts, ground));
        return new LoadedPolicy(policy, reader.examples, Notices.of(policy));
    }

    private void read(PolicyText text) throws BrokenPolicy {
        if (text.text().length() > PolicyText.LONGEST) {
            throw new BrokenPolicy(text.name(), "longer than %,d characters".formatted(PolicyText.LONGEST));
        }
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(true)
                .setLabel(text.name())
                .build();
        int before = layers.size();
        try {
            for (Node document : new Compose(settings).composeAllFromString(text.text())) {
                read(Section.of(text.name(), document), text);
            }
        } catch (MarkedYamlEngineException fault) {
            int line = fault.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw new BrokenPolicy(text.name(), line, "not YAML: " + fault.getProblem());
        } catch (StackOverflowError fault) { // the library reads nested lists by recursion and sets no limit
            throw new BrokenPolicy(text.name(), "nests too deeply");
        } catch (YamlEngineException fault) {
            throw new BrokenPolicy(text.name(), "not YAML: " + fault.getMessage());
        }
        if (layers.size() == before) {
            throw new BrokenPolicy(text.name(), "empty; the least that a policy says is `version: 1`");
        }
    }

    private void read(Section section, PolicyText text) throws BrokenPolicy {
        Optional<Scalar> version = section.scalar("version");
        if (version.isEmpty()) {
            throw section.broken("there is no `version`; write `version: 1`");
        }
        version.get().one(word -> Optional.of(word).filter(VERSION::equals), List.of(VERSION));
        Level level = level(section, text);
        section.text("description");
        Optional<Section> told = section.section("guidance");
        if (told.isPresent()) {
            Guidance read = guidance(told.get());
            guidance = Optional.of(guidance.orElse(read)); // who binds the others is heard first
        }
        Optional<Preset> otherwise = layers.isEmpty() ? Optional.of(Preset.BALANCED) : Optional.empty();
        boolean isNamed = layers.stream().anyMatch(layer -> layer.name().equals(text.name()));
        String name = isNamed ? "%s, layer %s".formatted(text.name(), level.code()) : text.name();
        Layer layer = new LayerReader(rules).read(section, level, name, otherwise);
        layers.add(text.level().isPresent() ? layer.guarding(text.name()) : layer);
        for (Section each : section.sections("examples")) {
            examples.add(ExampleReader.read(each, rules));
        }
        section.end();
    }

    private Level level(Section section, PolicyText text) throws BrokenPolicy {
        Optional<Scalar> word = section.scalar("layer");
        Level least =
                layers.isEmpty() ? Level.ORGANISATION : layers.getLast().level().below();
        Level level = word.isPresent()
                ? word.get().one(Level::of, LEVELS)
                : text.level().orElse(least);
        boolean isBound = layers.isEmpty() || layers.getLast().level().compareTo(level) < 0;
        if (!isBound) {
            throw section.broken("a layer `%s` stands below a layer `%s`"
                    .formatted(level.code(), layers.getLast().level().code()));
        }
        if (text.level().isPresent() && text.level().get() != level) {
            throw section.broken("the layer `%s` stands where the layer `%s` belongs"
                    .formatted(level.code(), text.level().get().code()));
        }
        return level;
    }

    private static Guidance guidance(Section section) throws BrokenPolicy {
        Optional<Scalar> cooldown = section.scalar("cooldown");
        Optional<Scalar> most = section.scalar("most");
        section.end();
        return new Guidance(
                cooldown.isEmpty() ? Guidance.USUAL.cooldown() : cooldown.get().whole(),
                most.isEmpty()
                        ? Guidance.USUAL.most()
                        : (int) Math.min(Integer.MAX_VALUE, most.get().whole()));
    }

    private static String digest(List<PolicyText> texts, Optional<Layer> ground) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String below = ground.flatMap(Layer::base).map(Preset::digest).orElse("");
            digest.update(below.getBytes(StandardCharsets.UTF_8));
            for (PolicyText text : texts) {
                digest.update(text.text().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every JDK has SHA-256", fault);
        }
    }
}
