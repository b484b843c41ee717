package dev.fairlead.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every line of the two tables of keys.
final class EveryFamilyTest {

    static Stream<Family> providers() {
        return ProviderKeys.ALL.stream();
    }

    static Stream<Family> named() {
        return NamedKeys.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void findsAKeyWhereverItStands(Family family) {
        for (long seed = 1; seed <= 20; seed++) {
            String key = Samples.of(family.shape(), new Random(seed));
            for (String around :
                    List.of("%s", "key %s,", "\"%s\"", "{\"a\":\"%s\"}", "K=%s\n", "\\n%s", "x%%3D%s", "--key=%s")) {
                String text = around.formatted(key);
                int from = text.indexOf(key);
                assertThat(Secrets.in(text))
                        .as("seed %d, `%s`", seed, text)
                        .contains(new Secret(family.rule(), from, from + key.length()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void staysQuietWithinAWordAndWhereTheKeyIsCut(Family family) {
        String key = Samples.of(family.shape(), new Random(7));
        String cut = key.substring(0, Math.min(key.length() - 1, 9));
        assertThat(Secrets.in("a" + cut)).isEmpty();
        assertThat(Secrets.in(cut)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("named")
    void findsAKeyBesideTheNameOfItsProviderOnly(Family family) {
        for (long seed = 1; seed <= 20; seed++) {
            String key = Samples.of(family.shape(), new Random(seed));
            for (String name : family.names()) {
                String text = "%s_TOKEN_KEY = \"%s\"".formatted(name.toUpperCase(Locale.ROOT), key);
                int from = text.indexOf(key);
                assertThat(Secrets.in(text))
                        .as("seed %d, `%s`", seed, text)
                        .extracting(Secret::from, Secret::to)
                        .containsExactly(Tuple.tuple(from, from + key.length()));
            }
        }
    }

    @Test
    void tellsEveryRuleOnceInTheCatalogue() {
        List<String> ids = Stream.of(SecretRules.general(), SecretRules.ofProviders(), SecretRules.ofNames())
                .flatMap(List::stream)
                .map(SecretRule::id)
                .toList();
        Set<String> known =
                Stream.concat(providers(), named()).map(Family::rule).collect(Collectors.toSet());
        assertThat(ids).containsAll(known).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }
}
