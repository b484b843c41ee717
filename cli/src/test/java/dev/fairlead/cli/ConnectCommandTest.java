package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectCommandTest {

    @TempDir
    private Path home;

    private Run run(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of(
                "--home", home.toString(), "--project", home.resolve("work").toString()));
        StringWriter output = new StringWriter();
        StringWriter error = new StringWriter();
        int status = Main.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(error))
                .execute(all.toArray(String[]::new));
        return new Run(status, output.toString().replace(home.toString(), "~"), error.toString());
    }

    @Test
    void showsTheChangeAndMakesItOnceAgreed() throws IOException {
        Path settings = home.resolve(".claude/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "{\n  \"model\": \"opus\" // mine\n}\n");

        Run asked = run("connect", "claude");

        assertThat(asked.status()).isEqualTo(1);
        assertThat(asked.output())
                .contains("+++ ~/.fairlead/bin/fairlead-hook\n")
                .contains("--- ~/.claude/settings.json\n+++ ~/.claude/settings.json\n@@ -1,3 +1,")
                .contains("+    \"PreToolUse\": [\n")
                .endsWith("nothing was changed; add --yes to agree\n");
        assertThat(settings).hasContent("{\n  \"model\": \"opus\" // mine\n}\n");

        assertThat(run("connect", "claude", "--yes").output()).endsWith("""
                Claude Code is connected
                  when the server does not answer, tool calls run unwatched (open)
                  sessions that run already take the hooks up when they are started again
                """);
        assertThat(run("connect", "claude")).isEqualTo(new Run(0, "Claude Code is connected; nothing to change\n", ""));
        assertThat(Files.readString(settings))
                .contains("\"opus\"")
                .contains("// mine")
                .contains("PreToolUse open 595");
    }

    @Test
    void keepsWhatWasChosenForAServerThatIsDown() throws IOException {
        run("connect", "gemini", "--when-down", "closed", "--yes");
        Path settings = home.resolve(".gemini/settings.json");
        Files.writeString(settings, Files.readString(settings).replace("BeforeTool", "Elsewhere"));

        assertThat(run("connect", "gemini", "--yes").output())
                .contains("when the server does not answer, tool calls are refused (closed)");
        assertThat(Files.readString(settings)).contains("gemini-cli BeforeTool closed 595");
    }

    @Test
    void undoesItOnceAgreed() {
        run("connect", "codex", "--yes");

        assertThat(run("disconnect", "codex").status()).isEqualTo(1);
        assertThat(run("disconnect", "codex", "--yes").output()).endsWith("Codex is disconnected\n");
        assertThat(home.resolve(".codex/hooks.json")).doesNotExist();
        assertThat(run("disconnect", "codex").output()).isEqualTo("Codex is not connected; nothing to change\n");
        assertThat(run("disconnect").output()).isEqualTo("no agent is connected\n");
    }

    @Test
    void saysWhatIsWrongWithAFileAndLeavesIt() throws IOException {
        Files.createDirectories(home.resolve(".qwen"));
        Files.writeString(home.resolve(".qwen/settings.json"), "{\n  oops\n}\n");

        Run run = run("connect", "qwen-code", "--yes");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.error().replace(home.toString(), "~"))
                .isEqualTo("fairlead: ~/.qwen/settings.json was left as it is: it is not JSON at line 2\n");
    }

    @Test
    void namesTheAgentsThatThereAre() {
        Run run = run("connect", "vim");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.error()).startsWith("there is no agent `vim` to connect; there are `claude-code`, `cline`,");
    }

    @Test
    void tellsAPersonHowAgentsStand() throws IOException {
        run("connect", "gemini", "--when-down", "closed", "--yes");
        run("connect", "codex", "--yes", "--scope", "project");
        Files.delete(home.resolve("work/.codex/hooks.json"));

        Run run = run("status", "gemini", "codex");

        assertThat(run.output().lines().map(line -> line.replaceAll(" +", " ")))
                .contains("server: it does not run; start it with `fairlead up`")
                .anyMatch(line -> line.matches("Gemini CLI \\S+ connected - closed - - -"))
                .anyMatch(line -> line.matches("Codex \\S+ - changed open - - -"))
                .endsWith("Codex: its hooks in this project were changed since; "
                        + "`fairlead connect codex --scope project` puts them right");
    }

    @Test
    void tellsWhenTheServerLastHeardOfAnAgent() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer =
                "{\"agents\":[{\"agent\":\"pi\",\"lastHookAt\":\"2026-11-21T04:05:06.789Z\",\"sessions\":1200,\"ungated\":3}]}"
                        .getBytes(StandardCharsets.UTF_8);
        server.createContext("/api/v1/status", exchange -> {
            boolean isPerson =
                    "Bearer adm1n".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(isPerson ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        Files.createDirectories(home.resolve(".fairlead"));
        Files.writeString(home.resolve(".fairlead/admin-token"), "adm1n\n");
        Files.writeString(
                home.resolve(".fairlead/server.json"),
                "{\"port\":%d}".formatted(server.getAddress().getPort()));

        assertThat(run("status", "pi").output())
                .startsWith("server: answers at http://127.0.0.1:")
                .contains("  2026-11-21 04:05:06      1,200         3\n");
        server.stop(0);
    }
}
