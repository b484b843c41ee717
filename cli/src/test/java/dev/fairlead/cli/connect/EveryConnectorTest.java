package dev.fairlead.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.wire.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What every connector promises.
final class EveryConnectorTest {

    /// What the agents' files of settings may hold already; a connector that has none of them makes
    /// nothing of it.
    private static final Map<String, String> SETTINGS = Map.of(
            ".claude/settings.json",
                    "{\n  // mine\n  \"model\": \"opus\",\n  \"hooks\": {\n    \"PreToolUse\": [{\"hooks\": [{\"type\": \"command\", \"command\": \"mine\"}]}]\n  }\n}\n",
            ".codex/hooks.json",
                    "{\"hooks\": {\"PreToolUse\": [{\"hooks\": [{\"type\": \"command\", \"command\": \"mine\"}]}]}}",
            ".codex/config.toml", "# mine\nmodel = \"gpt-5.5\"\n\n[projects.\"/work\"]\ntrust_level = \"trusted\"",
            ".gemini/settings.json", "{\n\t\"model\": {\"name\": \"x\"}, // mine\n\t\"hooks\": {},\n}\n",
            ".qwen/settings.json", "{}\n");

    @TempDir
    private Path home;

    static List<Connector> connectors() {
        return Connectors.all();
    }

    private Connection connection(Connector connector, Scope scope) {
        return new Connection(
                connector, new Place(home, home.resolve("work"), scope, home.resolve(".fairlead"), Map.of()));
    }

    private void connect(Connection connection, WhenDown whenDown) throws IOException {
        connection.connect(connection.connect(whenDown), whenDown);
    }

    private void fill() throws IOException {
        for (Map.Entry<String, String> each : SETTINGS.entrySet()) {
            Path file = home.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.getValue());
        }
    }

    /// Every file below the home, with its text.
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(home.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void areInAlphabeticalOrderAndNamedAsTheirDialects() {
        assertThat(Connectors.all())
                .isSortedAccordingTo(Comparator.comparing(Connector::agent))
                .allSatisfy(each -> assertThat(Dialects.of(each.agent()).map(dialect -> dialect.title()))
                        .contains(each.title()));
    }

    @ParameterizedTest
    @CsvSource({
        "claude-code, .claude/settings.json, '{\"disableAllHooks\": true}', disableAllHooks: true",
        "qwen-code, .qwen/settings.json, '{\"disableAllHooks\": true}', disableAllHooks: true",
        "gemini-cli, .gemini/settings.json, '{\"hooksConfig\": {\"enabled\": false}}', hooksConfig.enabled: false"
    })
    void sayWhichSettingSwitchesHooksOff(String agent, String file, String settings, String named) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, settings);
        Connection connection = connection(Connectors.of(agent).orElseThrow(), Scope.USER);
        connect(connection, WhenDown.OPEN);
        assertThat(connection.standing()).isEqualTo(Standing.SILENCED);
        assertThat(connection.silencedBy()).containsExactly("`%s` in `%s`".formatted(named, path));
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void restoreEveryByteWhereNothingElseChanged(Connector connector) throws IOException {
        fill();
        for (Scope scope : Scope.values()) {
            Connection connection = connection(connector, scope);
            connect(connection, WhenDown.OPEN);
            connect(connection, WhenDown.CLOSED);
            assertThat(connection.standing()).isEqualTo(Standing.CONNECTED);

            connection.disconnect(connection.disconnect());

            assertThat(files()).isEqualTo(SETTINGS);
            assertThat(connection.standing()).isEqualTo(Standing.ABSENT);
        }
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void leaveNothingWhereThereWasNothing(Connector connector) throws IOException {
        Connection connection = connection(connector, Scope.USER);
        connect(connection, WhenDown.OPEN);
        connection.disconnect(connection.disconnect());

        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void changeNothingTheSecondTime(Connector connector) throws IOException {
        fill();
        Connection connection = connection(connector, Scope.USER);
        connect(connection, WhenDown.CLOSED);
        Map<String, String> once = files();

        assertThat(connection.connect(WhenDown.CLOSED).isDone()).isTrue();
        connect(connection, WhenDown.CLOSED);

        assertThat(files()).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void takeOutOnlyTheirOwnWhereSomethingElseChanged(Connector connector) throws IOException {
        fill();
        Connection connection = connection(connector, Scope.USER);
        connect(connection, WhenDown.OPEN);
        for (String name : SETTINGS.keySet()) {
            Path file = home.resolve(name);
            String more = name.endsWith(".toml") ? "\n[mine]\nx = 1\n" : "\n\n";
            Files.writeString(file, Files.readString(file) + more);
        }

        connection.disconnect(connection.disconnect());

        assertThat(files()).allSatisfy((name, text) -> {
            assertThat(text).doesNotContain(Bridge.MARK);
            assertThat(text.replaceAll("\\s", ""))
                    .startsWith(SETTINGS.getOrDefault(name, "nothing").replaceAll("\\s", ""));
        });
        assertThat(files().keySet()).isEqualTo(SETTINGS.keySet());
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void tellWhenSomebodyChangedTheirHooks(Connector connector) throws IOException {
        Connection connection = connection(connector, Scope.USER);
        connect(connection, WhenDown.OPEN);
        Path file = connection.connect(WhenDown.CLOSED).changes().getFirst().file();
        Files.writeString(file, Files.readString(file).replace(Bridge.MARK, "else"));

        assertThat(connection.standing()).isEqualTo(Standing.CHANGED);
        assertThat(files().keySet()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void changeTheFileThatALinkPointsTo(Connector connector) throws IOException {
        fill();
        Path elsewhere = Files.createDirectories(home.resolve("dotfiles"));
        for (String name : SETTINGS.keySet()) {
            Path real = elsewhere.resolve(name.replace('/', '-'));
            Files.move(home.resolve(name), real);
            Files.createSymbolicLink(home.resolve(name), real);
        }
        Connection connection = connection(connector, Scope.USER);
        connect(connection, WhenDown.OPEN);

        assertThat(SETTINGS.keySet())
                .allSatisfy(name -> assertThat(home.resolve(name)).isSymbolicLink());
        assertThat(connection.standing()).isEqualTo(Standing.CONNECTED);
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void refuseWhatTheyDoNotUnderstandAndLeaveItAlone(Connector connector) throws IOException {
        for (Part part : connector.parts(connection(connector, Scope.USER).place(), WhenDown.OPEN)) {
            Files.createDirectories(part.file().getParent());
            Files.writeString(part.file(), "{ somebody else's");
        }
        Map<String, String> before = files();

        assertThatThrownBy(() -> connection(connector, Scope.USER).connect(WhenDown.OPEN))
                .isInstanceOf(MalformedSettings.class);
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void keepTheTokenOutOfEveryFile(Connector connector) throws IOException {
        Files.createDirectories(home.resolve(".fairlead"));
        Files.writeString(home.resolve(".fairlead/hook-token"), "secret-token\n");
        connect(connection(connector, Scope.USER), WhenDown.OPEN);
        Map<String, String> files = files();
        files.remove(".fairlead/hook-token");

        assertThat(files.values()).noneMatch(text -> text.contains("secret-token"));
    }
}
