package dev.fairlead.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.effect.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs that a policy lets only a person command, whether or not the gate knows what they do.
final class GuardsTest {

    private static final Place PLACE = new Place("/work/app", Optional.of("/work/app"), "/home/ada");
    private static final Gate GATE = Gate.over(new Policy(
            List.of(new Layer(
                    Level.PERSON,
                    "guards",
                    Optional.of(Preset.BALANCED),
                    new Modes(Map.of(), Map.of()),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    Set.of("docker", "vault", "terraform", "rm", "nobodys-tool"),
                    Dealings.NONE)),
            Guidance.USUAL,
            "guards"));

    private static boolean isGuarded(String command) {
        return GATE.decide(command, PLACE).heard().stream()
                .anyMatch(objection -> objection.rule().equals("command-guard"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker run image",
                "docker compose up",
                "sudo -u ada /usr/bin/docker rm x",
                "bash -c 'docker run image'",
                "d=docker; $d run image",
                "find . -exec rm {} \\;",
                "xargs docker stop < names",
                "vault write secret/a b=c",
                "terraform plan && ls",
                "nobodys-tool now",
            })
    void askThePersonHoweverTheProgramIsReached(String command) {
        assertThat(isGuarded(command)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo docker run image",
                "grep -r terraform .",
                "docker --help",
                "vault status",
                "kubectl get pods",
                "git commit -m 'rm docker'",
            })
    void leaveAloneWhatOnlyNamesOrLooks(String command) {
        assertThat(isGuarded(command)).isFalse();
    }
}
