package dev.fairlead.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Level;
import dev.fairlead.core.decide.Mode;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Preset;
import dev.fairlead.core.effect.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A policy that is missing or broken at its usual place never lets more pass than one that is there.
final class PolicyPlacesTest {

    private static final String OFF = "version: 1\nextends: observe\n";

    @TempDir
    private Path folder;

    private final Map<Level, Path> places = new EnumMap<>(Level.class);

    @BeforeEach
    void usual() {
        places.putAll(PolicyPlaces.usual(folder, folder.resolve("work"), folder.resolve("home")));
    }

    private void write(Level level, String text) throws IOException {
        Path file = places.getOrDefault(level, folder);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    private static Mode publish(Policy policy) {
        return policy.mode("publish", Context.UNKNOWN).mode();
    }

    @Test
    void balancedDecidesWhereThereIsNoPolicy() {
        LoadedPolicy loaded = PolicyPlaces.standing(places);
        assertThat(loaded)
                .isEqualTo(new LoadedPolicy(
                        Policy.of(Preset.BALANCED),
                        List.of(),
                        List.of("there is no policy file; the preset `balanced` decides")));
    }

    @Test
    void thePersonMayLoosenThePresetAndTheRepositoryMayNot() throws IOException {
        write(Level.REPOSITORY, OFF);
        assertThat(publish(PolicyPlaces.standing(places).policy())).isEqualTo(Mode.ASK);
        Files.delete(places.getOrDefault(Level.REPOSITORY, folder));
        write(Level.PERSON, OFF);
        assertThat(publish(PolicyPlaces.standing(places).policy())).isEqualTo(Mode.SHADOW);
        write(Level.REPOSITORY, OFF);
        assertThat(publish(PolicyPlaces.standing(places).policy()))
                .as("a repository that asks for no more binds nobody")
                .isEqualTo(Mode.SHADOW);
        write(Level.REPOSITORY, "version: 1\nrules: {publish: refuse}\n");
        assertThat(publish(PolicyPlaces.standing(places).policy())).isEqualTo(Mode.REFUSE);
    }

    @Test
    void noAgentChangesThePolicyThatItWorksUnder() throws IOException {
        write(Level.REPOSITORY, "version: 1\n");
        Path file = places.getOrDefault(Level.REPOSITORY, folder);
        Place place = new Place(folder + "/work", Optional.of(folder + "/work"), folder + "/home");
        Gate gate = Gate.over(PolicyPlaces.standing(places).policy());
        assertThat(gate.decide("echo 'extends: observe' >> .fairlead/policy.yaml", place)
                        .decisive()
                        .orElseThrow()
                        .reason())
                .isEqualTo("changes `.fairlead/policy.yaml`, which the policy guards");
        assertThat(gate.decide("rm " + file, place).answer()).isEqualTo(Answer.DENY);
        assertThat(gate.decide("cat " + file, place).answer()).isEqualTo(Answer.ALLOW);
    }

    @Test
    void aBrokenFileIsLeftOutAndLoosensNothing() throws IOException {
        write(Level.ORGANISATION, "version: 1\nrulez: {}\n");
        write(Level.PERSON, OFF);
        LoadedPolicy loaded = PolicyPlaces.standing(places);
        assertThat(publish(loaded.policy())).isEqualTo(Mode.ASK);
        assertThat(loaded.notices().getFirst())
                .contains("line 2: there is no key `rulez` here")
                .endsWith("; the file is left out, and the preset `balanced` holds in its place");
        write(Level.ORGANISATION, "version: 1\nrules: {publish: refuse}\n");
        write(Level.PERSON, "version: 1\nrules: {publish: of}\n");
        assertThat(publish(PolicyPlaces.standing(places).policy())).isEqualTo(Mode.REFUSE);
    }

    @Test
    void theLastGoodPolicyStaysInForceWhileTheNewOneIsBrokenOrGone() throws IOException {
        write(Level.PERSON, "version: 1\nrules: {publish: refuse}\n");
        StandingPolicy standing = new StandingPolicy(places);
        Policy good = standing.inForce().policy();
        write(Level.PERSON, "version: 1\nrules: {publish: of}\n");
        assertThat(standing.reload().policy()).isEqualTo(good);
        assertThat(standing.inForce().notices().getFirst())
                .endsWith("not `of`; policy %s stays in force".formatted(good.digest()));
        Files.delete(places.getOrDefault(Level.PERSON, folder));
        assertThat(standing.reload().policy()).isEqualTo(good);
        write(Level.PERSON, "version: 1\nrules: {publish: nudge}\n");
        assertThat(publish(standing.reload().policy())).isEqualTo(Mode.NUDGE);
        assertThat(standing.inForce().notices()).isEmpty();
    }
}
