package dev.fairlead.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What agents write is reviewed while they work, and they hear of it.
final class CodeDeskTest {

    private static final String QUERY = "    cursor.execute(\"SELECT * FROM orders WHERE name = '\" + name + \"'\")\n";
    private static final String SAFE = "    cursor.execute(\"SELECT * FROM orders WHERE name = ?\", (name,))\n";
    private static final String HEAD = "def orders(cursor, name):\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private Path work = Path.of("");
    private int calls;

    @BeforeEach
    void begin() throws IOException {
        work = Files.createDirectories(folder.resolve("work"));
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private String hook(Running server, String event, String parts) {
        return server.hook(
                "claude-code",
                "{\"session_id\":\"s\",\"cwd\":\"%s\",\"hook_event_name\":\"%s\"%s}"
                        .formatted(json(work.toString()), event, parts.isEmpty() ? "" : "," + parts));
    }

    /// Calls a tool that works.
    ///
    /// @return what the agent hears before it and when it is back
    private String call(Running server, String tool, String input) {
        String call = "\"tool_name\":\"%s\",\"tool_use_id\":\"t%d\",\"tool_input\":%s".formatted(tool, calls++, input);
        String before = hook(server, "PreToolUse", call);
        return before + hook(server, "PostToolUse", call + ",\"tool_response\":{\"stdout\":\"\",\"stderr\":\"\"}");
    }

    private String runs(Running server) {
        return call(server, "Bash", "{\"command\":\"ls\"}");
    }

    /// Writes a file, and says so as an agent does.
    private String writes(Running server, String name, String text) throws IOException {
        Path file = Files.writeString(work.resolve(name), text);
        return call(
                server,
                "Write",
                "{\"file_path\":\"%s\",\"content\":\"%s\"}".formatted(json(file.toString()), json(text)));
    }

    private String edits(Running server, String name, String before, String after) throws IOException {
        Path file = work.resolve(name);
        Files.writeString(file, Files.readString(file).replace(before, after));
        return call(
                server,
                "Edit",
                "{\"file_path\":\"%s\",\"old_string\":\"%s\",\"new_string\":\"%s\"}"
                        .formatted(json(file.toString()), json(before), json(after)));
    }

    /// Waits until a review told of a file.
    private static void untilTold(Running server, String name) {
        assertThat(server.until("/api/v1/findings", "`" + name + "`")).contains("`" + name + "`");
    }

    @Test
    void tellsTheAgentAtItsNextStepWhatToMendAndSeesThatItDid() throws IOException {
        try (Running server = Running.in(folder)) {
            assertThat(writes(server, "shop.py", "import sqlite3\n\n\n" + HEAD + QUERY))
                    .isEqualTo("{}{}");
            untilTold(server, "shop.py");
            assertThat(runs(server))
                    .contains(
                            "Seen: you wrote code in `shop.py` line 5 that runs a query that is put together from values")
                    .contains("DO: hand the values over as parameters of the query.")
                    .contains("DON'T: leave it for later.");
            assertThat(runs(server)).isEqualTo("{}{}");
            edits(server, "shop.py", QUERY, SAFE);
            assertThat(server.until("/api/v1/recovery", "\"heeded\":1"))
                    .contains("\"class\":\"security-finding\"")
                    .contains("\"heeded\":1");
            assertThat(server.untilStored(
                            "select path || ' ' || added || ' ' || security from code_changes order by sequence",
                            "shop.py 1 0"))
                    .isEqualTo("shop.py 5 10\nshop.py 1 0\n");
        }
    }

    @Test
    void saysNothingOfWhatWasMendedBeforeTheAgentListened() throws IOException {
        try (Running server = Running.in(folder)) {
            writes(server, "sort.py", hard());
            untilTold(server, "sort.py");
            writes(server, "sort.py", "def sort(a, b, c):\n    return sorted(a)\n");
            assertThat(server.until("/api/v1/interventions", "\"state\":\"dropped\""))
                    .contains("\"state\":\"dropped\"");
            assertThat(hook(server, "Stop", "\"stop_hook_active\":false")).isEqualTo("{}");
        }
    }

    /// A function that is hard to follow.
    private static String hard() {
        StringBuilder hard = new StringBuilder("def sort(a, b, c):\n");
        for (int depth = 1; depth <= 7; depth++) {
            hard.append("    ".repeat(depth)).append("if a > ").append(depth).append(":\n");
        }
        return hard.append("    ".repeat(8)).append("return b\n    return c\n").toString();
    }

    @Test
    void seesThatACommandTookTheFlawAway() throws IOException {
        try (Running server = Running.in(folder)) {
            writes(server, "shop.py", HEAD + QUERY);
            untilTold(server, "shop.py");
            assertThat(runs(server)).contains("Seen: you wrote code");
            Files.writeString(work.resolve("shop.py"), HEAD + SAFE);
            runs(server);
            assertThat(server.until("/api/v1/recovery", "\"heeded\":1")).contains("\"heeded\":1");
        }
    }

    @Test
    void sendsBackAnAgentThatWouldStopOnAFunctionThatIsHardToFollow() throws IOException {
        try (Running server = Running.in(folder)) {
            writes(server, "sort.py", hard());
            untilTold(server, "sort.py");
            assertThat(runs(server)).isEqualTo("{}{}");
            assertThat(hook(server, "Stop", "\"stop_hook_active\":false"))
                    .contains("\"decision\":\"block\"")
                    .contains("you made `sort` in `sort.py` hard to follow: its cognitive complexity is 28 and was 0");
        }
    }

    @Test
    void onlyNotesWhereThePolicyOnlyWatches() throws IOException {
        try (Running server = Running.in(folder, Duration.ofSeconds(20), 1)) {
            writes(server, "shop.py", HEAD + QUERY);
            untilTold(server, "shop.py");
            assertThat(runs(server)).isEqualTo("{}{}");
            assertThat(server.until("/api/v1/interventions", "shadowed")).contains("\"state\":\"shadowed\"");
        }
    }

    @Test
    void answersHooksAndGoesOnWhereTheParserHangsOrIsKilled() throws Exception {
        try (Running server = Running.in(folder)) {
            writes(server, "a.py", HEAD + QUERY);
            untilTold(server, "a.py");
            List<ProcessHandle> parsers = parsers();
            assertThat(parsers).hasSize(1);
            new ProcessBuilder(
                            "kill", "-STOP", String.valueOf(parsers.getFirst().pid()))
                    .start()
                    .waitFor();
            long start = System.nanoTime();
            writes(server, "b.py", "import os\n" + HEAD + QUERY);
            runs(server);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            writes(server, "c.py", "import re\n" + HEAD + QUERY);
            untilTold(server, "c.py");
            for (ProcessHandle parser : parsers()) {
                parser.destroyForcibly();
                parser.onExit().join();
            }
            writes(server, "d.py", "import io\n" + HEAD + QUERY);
            untilTold(server, "d.py");
            assertThat(server.get("/api/v1/findings")).doesNotContain("`b.py`");
            assertThat(server.notices())
                    .noneMatch(each -> each.toLowerCase(Locale.ROOT).contains("not reviewed"));
        }
    }

    /// The processes of this one that run Java: nothing else of a server does.
    private static List<ProcessHandle> parsers() {
        return ProcessHandle.current()
                .children()
                .filter(each -> each.info().command().orElse("").endsWith("java"))
                .toList();
    }
}
