package dev.fairlead.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.core.decide.Attempt;
import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Mode;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Preset;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.effect.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a policy file says, and what stops its load.
final class PolicyReaderTest {

    private static final Place PLACE = new Place("/work", Optional.of("/work"), "/home/ada");

    private static LoadedPolicy read(String... texts) throws BrokenPolicy {
        List<PolicyText> files = new ArrayList<>();
        for (String text : texts) {
            files.add(new PolicyText("p.yaml", text.replace("⏎", "\n"), Optional.empty()));
        }
        return PolicyReader.read(files, Optional.empty());
    }

    private static Mode mode(Policy policy, String rule) {
        return policy.mode(rule, Context.UNKNOWN).mode();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¦',
            value = {
                "rules: {}                                | line 1: there is no `version`; write `version: 1`",
                "version: 2                               | line 1: `version` takes 1, not `2`",
                "version: 1⏎ruls: {}                      | line 2: there is no key `ruls` here; there are",
                "version: 1⏎preset: strict                | line 2: the key `preset` is not in use; write `extends`",
                "version: 1⏎extends: loose                | line 2: `extends` takes observe, balanced or strict, not",
                "version: 1⏎rules:⏎  force-psh: ask       | line 3: there is no rule `force-psh`; did you mean `force-push`?",
                "version: 1⏎rules:⏎  force-push: deny     | line 3: `force-push` takes off, shadow, nudge, ask or refuse",
                "version: 1⏎rules:⏎  force-push: [ask]    | line 3: `force-push` takes one word, not a list",
                "version: 1⏎rules: ask                    | line 2: expected keys with values, not a word",
                "version: 1⏎classes:⏎  false-sucess: ask  | line 3: there is no class `false-sucess`; did you mean",
                "version: 1⏎where:⏎  - rules: {}          | line 3: an item of `where` has no `when`",
                "version: 1⏎where:⏎  - when: {at: 5}      | line 3: there is no key `at` here; there are `agent`",
                "version: 1⏎where: {}                     | line 2: `where` takes a list",
                "version: 1⏎allow:⏎  - path: x            | line 3: an item of `allow` names no `rule`",
                "version: 1⏎budgets:⏎  calls: many        | line 3: `calls` takes a whole number, not `many`",
                "version: 1⏎budgets:⏎  money: 5           | line 3: a budget of `money` needs `prices`",
                "version: 1⏎version: 1                    | line 2: the key `version` stands twice",
                "version: 1⏎rules: {force-push: ask       | line 2: not YAML",
                "version: 1⏎layer: team                   | line 2: `layer` takes organisation, repository or person",
                "version: 1⏎examples:⏎  - command: ls     | line 3: an example has no `expect`",
                "version: 1⏎examples:⏎  - expect: allow   | line 3: an example has one of `command`, `write` and `tool`",
                "- version                                | line 1: expected keys with values, not a list",
            })
    void stopsAtWhatItDoesNotKnowByNameAndLine(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BrokenPolicy.class)
                .hasMessageStartingWith("p.yaml, " + message);
    }

    @Test
    void anEmptyOrOversizeOrBottomlessFileIsNoPolicy() {
        assertThatThrownBy(() -> read("")).hasMessage("p.yaml: empty; the least that a policy says is `version: 1`");
        assertThatThrownBy(() -> read("#".repeat(PolicyText.LONGEST + 1)))
                .hasMessage("p.yaml: longer than 1,048,576 characters");
        assertThatThrownBy(() -> read("rules: " + "[".repeat(100_000))).hasMessage("p.yaml: nests too deeply");
    }

    @Test
    void beginsWithBalancedUnlessItSaysOtherwise() throws BrokenPolicy {
        assertThat(mode(read("version: 1").policy(), "force-push")).isEqualTo(Mode.ASK);
        assertThat(mode(read("version: 1⏎extends: strict").policy(), "force-push"))
                .isEqualTo(Mode.REFUSE);
        assertThat(mode(read("version: 1⏎rules: {force-push: nudge}").policy(), "force-push"))
                .isEqualTo(Mode.NUDGE);
        assertThat(mode(read("version: 1").policy(), "delete-system")).isEqualTo(Mode.REFUSE);
    }

    @Test
    void aLowerLayerOnlyMakesItStricter() throws BrokenPolicy {
        String upper = "version: 1⏎rules: {force-push: ask, publish: ask}⏎may-loosen: [publish]";
        LoadedPolicy loaded =
                read(upper, "version: 1⏎rules: {force-push: shadow, publish: shadow, delete-forced: refuse}");
        assertThat(List.of(
                        mode(loaded.policy(), "force-push"),
                        mode(loaded.policy(), "publish"),
                        mode(loaded.policy(), "delete-forced")))
                .containsExactly(Mode.ASK, Mode.SHADOW, Mode.REFUSE);
        assertThat(loaded.notices())
                .containsExactly(
                        "p.yaml, layer repository: `force-push: shadow` has no effect, since p.yaml says `ask`");
    }

    @Test
    void noStepThatARuleSuggestsIsItselfRefused() throws BrokenPolicy {
        String own =
                "version: 1⏎conditions:⏎  - {id: no-push, mode: refuse, reason: pushes, when: 'command.startsWith(\"git push\")',"
                        + " instead: run `git push --dry-run`}";
        assertThat(read(own).notices())
                .containsExactly(
                        "`force-push` suggests `git push --force-with-lease`, which no-push refuses",
                        "`no-push` suggests `git push --dry-run`, which no-push refuses");
        for (String preset : List.of("observe", "balanced", "strict")) {
            assertThat(read("version: 1⏎extends: " + preset).notices()).isEmpty();
        }
    }

    @Test
    void whatOneLayerMayLoosenTheNextMayNot() throws BrokenPolicy {
        String upper = "version: 1⏎may-loosen: {repository: [publish]}";
        String middle = "---⏎version: 1⏎rules: {publish: nudge}";
        String lower = "---⏎version: 1⏎rules: {publish: shadow}";
        assertThat(mode(read(upper + "⏎" + middle + "⏎" + lower).policy(), "publish"))
                .isEqualTo(Mode.NUDGE);
        assertThatThrownBy(() -> read("version: 1⏎layer: person", "version: 1⏎layer: repository"))
                .hasMessage("p.yaml, line 1: a layer `repository` stands below a layer `person`");
    }

    @Test
    void noLayerClearsWhatIsHardAbove() throws BrokenPolicy {
        String upper = "version: 1⏎may-loosen: [force-push]⏎hard: [{rule: force-push}]";
        String lower = "version: 1⏎rules: {force-push: shadow}⏎allow: [{rule: force-push}]";
        Ruling ruling = Gate.over(read(upper, lower).policy()).decide("git push -f", PLACE);
        assertThat(ruling.decisive().orElseThrow().source()).isEqualTo("p.yaml, line 3");
        assertThat(ruling.mode()).isEqualTo(Mode.REFUSE);
    }

    @Test
    void everyDecisionCarriesTheDigestOfItsPolicy() throws BrokenPolicy {
        Policy one = read("version: 1").policy();
        Policy other = read("version: 1⏎extends: strict").policy();
        assertThat(Gate.over(one).decide("ls", PLACE).policy())
                .isEqualTo(one.digest())
                .isNotEqualTo(other.digest())
                .hasSize(12);
        assertThat(Gate.of(Preset.BALANCED).decide("ls", PLACE).policy()).startsWith("balanced-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¦',
            value = {
                "nonsense == 1          | undeclared reference to 'nonsense' (in container '')",
                "command                | expected type 'bool' but found 'string'",
                "command ==             | mismatched input",
            })
    void stopsAtConditionsThatAreNone(String when, String message) {
        String text = "version: 1⏎conditions:⏎  - {id: own, mode: ask, reason: r, when: '%s'}".formatted(when);
        assertThatThrownBy(() -> read(text))
                .hasMessageStartingWith("p.yaml, line 3: `when` is no condition: ")
                .hasMessageContaining(message);
    }

    @Test
    void aConditionThatFailsLetsNothingPass() throws BrokenPolicy {
        Policy policy =
                read("version: 1⏎conditions:⏎  - {id: own, mode: refuse, reason: r, when: 'effects[7].kind == \"x\"'}")
                        .policy();
        Ruling ruling = Gate.over(policy).decide(Attempt.of("ls", PLACE, Context.UNKNOWN));
        assertThat(ruling.mode()).isEqualTo(Mode.ASK);
        assertThat(ruling.decisive().orElseThrow().reason()).startsWith("could not be weighed: the rule failed with");
    }
}
