package dev.fairlead.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CodexTrustTest {

    private static final Path HOOKS = Path.of("/home/dev/.codex/hooks.json");
    private static final Path CONFIG = Path.of("/home/dev/.codex/config.toml");

    private static CodexTrust trust() {
        Place place =
                new Place(Path.of("/home/dev"), Path.of("/work"), Scope.USER, Path.of("/home/dev/.fairlead"), Map.of());
        return (CodexTrust) new Codex().parts(place, WhenDown.OPEN).getLast();
    }

    private static String connected(String hooks, String config) throws IOException {
        Map<Path, String> files = Map.of(HOOKS, hooks, CONFIG, config);
        return trust().connected(file -> Optional.ofNullable(files.get(file))).orElseThrow();
    }

    /// Both digests were told by `codex app-server` 0.169.0 in answer to `hooks/list`.
    @Test
    void digestsAHookAsCodexDoes() throws IOException {
        List<HookSettings.Placed> placed = HookSettings.placed("""
                {"hooks":{"PreToolUse":[{"matcher":"*","hooks":[{"type":"command","command":"echo hi fairlead-hook","timeout":600}]}],
                "SessionStart":[{"hooks":[{"type":"command","command":"echo hi fairlead-hook","timeout":10}]}]}}""");

        assertThat(placed.stream().map(CodexTrust::digest))
                .containsExactly(
                        "sha256:cf7709066fd004f1343ba8590402aaef62ed5d2ace91007151c1b177ff050138",
                        "sha256:0976d61bd01587854cd594885a589e92ae4578598eec941b9a1493d09f819297");
    }

    @Test
    void namesTheEventAndThePlaceAmongOtherHooks() throws IOException {
        String hooks = "{\"hooks\":{\"PreToolUse\":[{\"hooks\":[]},{\"hooks\":[{\"command\":\"fairlead-hook\"}]}]}}";

        assertThat(connected(hooks, "model = \"x\""))
                .startsWith("""
                model = "x"
                # fairlead-hook: trusted in /home/dev/.codex/hooks.json (`fairlead connect codex`)
                [hooks.state."/home/dev/.codex/hooks.json:pre_tool_use:1:0"]
                trusted_hash = "sha256:""")
                .endsWith("# fairlead-hook: end of /home/dev/.codex/hooks.json\n");
    }

    @Test
    void replacesWhatAPersonAlreadyDecidedAboutTheSameHook() throws IOException {
        String hooks = "{\"hooks\":{\"Stop\":[{\"hooks\":[{\"command\":\"fairlead-hook\"}]}]}}";
        String config = """
                [hooks.state."/home/dev/.codex/hooks.json:stop:0:0"]
                enabled = true
                trusted_hash = "sha256:old"

                [tui]
                theme = "dark"
                """;

        String connected = connected(hooks, config);

        assertThat(connected).startsWith("[tui]\ntheme = \"dark\"\n").doesNotContain("sha256:old");
        assertThat(connected(hooks, connected)).isEqualTo(connected);
    }

    @Test
    void keepsTheTrustOfHooksInOtherFiles() throws IOException {
        String hooks = "{\"hooks\":{\"Stop\":[{\"hooks\":[{\"command\":\"fairlead-hook\"}]}]}}";
        String other = """
                # fairlead-hook: trusted in /work/.codex/hooks.json (`fairlead connect codex`)
                [hooks.state."/work/.codex/hooks.json:stop:0:0"]
                trusted_hash = "sha256:other"
                # fairlead-hook: end of /work/.codex/hooks.json
                """;
        Map<Path, String> files = Map.of(CONFIG, connected(hooks, other));

        assertThat(files.get(CONFIG)).startsWith(other);
        assertThat(trust().disconnected(file -> Optional.ofNullable(files.get(file)), Optional.empty()))
                .contains(other);
    }
}
