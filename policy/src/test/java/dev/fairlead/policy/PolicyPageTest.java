package dev.fairlead.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page about policies and the policy that comes along say what the readers read, no more and no less.
final class PolicyPageTest {

    private static final Path TEAM = Path.of("..", "examples", "policies", "team.yaml");
    private static final Path PAGE = Path.of("..", "docs", "policy.md");

    private static LoadedPolicy load(String text) throws BrokenPolicy {
        return PolicyReader.read(List.of(new PolicyText("text", text, Optional.empty())), Optional.empty());
    }

    @Test
    void thePolicyThatComesAlongKeepsItsExamples() throws IOException, BrokenPolicy {
        LoadedPolicy loaded = load(Files.readString(TEAM));
        assertThat(loaded.examples()).hasSizeGreaterThan(20);
        assertThat(loaded.examples())
                .allSatisfy(example -> assertThat(example.fault(loaded.policy()))
                        .as("%s: %s", example.where(), example.title())
                        .isEmpty());
        assertThat(loaded.notices()).isEmpty();
    }

    /// An unknown key makes a reader name those that it knows.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown: 1",
                "where: [{when: {unknown: 1}}]",
                "where: [{when: {}, unknown: 1}]",
                "where: [{when: {time: {unknown: 1}}}]",
                "conditions: [{id: a, when: 'true', mode: ask, reason: b, unknown: 1}]",
                "allow: [{rule: publish, unknown: 1}]",
                "budgets: {unknown: 1}",
                "budgets: {money: 1, prices: [{model: a, input: 1, output: 1, cached: 1, cache-written: 1, unknown: 1}]}",
                "may-loosen: {unknown: 1}",
                "guidance: {unknown: 1}",
                "examples: [{command: a, expect: ask, rules: [], unknown: 1}]",
                "examples: [{command: a, expect: ask, used: {unknown: 1}}]",
                "examples: [{write: {path: a, unknown: 1}, expect: ask}]",
            })
    void everyKeyStandsOnThePageAndInThePolicyThatComesAlong(String text) throws IOException {
        String page = Files.readString(PAGE);
        String team = Files.readString(TEAM);
        for (String key : keys("version: 1\n" + text)) {
            assertThat(page).contains("`" + key + "`");
            assertThat(team).containsPattern("(^|[\\s{])" + key + ":");
        }
    }

    private static List<String> keys(String text) {
        try {
            load(text);
            return List.of();
        } catch (BrokenPolicy fault) {
            String known = fault.reason().substring(fault.reason().indexOf("there are"));
            return Pattern.compile("`([a-z-]+)`")
                    .matcher(known)
                    .results()
                    .map(each -> each.group(1))
                    .toList();
        }
    }

    @Test
    void everyVariableOfConditionsStandsOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(new TreeSet<>(CelVariables.TYPES.keySet()))
                .allSatisfy(variable -> assertThat(page).contains("| `" + variable + "` |"));
    }

    @Test
    void everyPolicyOnThePageCanBeLoaded() throws IOException, BrokenPolicy {
        List<LoadedPolicy> loaded = new ArrayList<>();
        for (MatchResult block : Pattern.compile("```yaml\n([^`]*)```")
                .matcher(Files.readString(PAGE))
                .results()
                .toList()) {
            loaded.add(load(block.group(1)));
        }
        assertThat(loaded).isNotEmpty();
    }
}
