package dev.fairlead.cli.clients;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A client of a pinned version, installed below `target` by npm where it is not there yet.
///
/// @param program the client
/// @param path where it finds its Node
record Installed(Path program, String path) {

    private static final long PATIENCE_MINUTES = 10;

    /// Some clients need a later Node than systems have.
    private static final String NODE = "node@22.23.3";

    /// A package with its version, and the command that it brings.
    private record Pin(String packaged, String command) {}

    private static final Map<String, Pin> PINS = Map.of(
            "claude-code", new Pin("@anthropic-ai/claude-code@2.1.329", "claude"),
            "cline", new Pin("cline@3.0.65", "cline"),
            "codex", new Pin("@openai/codex@0.169.0", "codex"),
            "copilot-cli", new Pin("@github/copilot@1.0.102", "copilot"),
            "gemini-cli", new Pin("@google/gemini-cli@0.61.0", "gemini"),
            "opencode", new Pin("opencode-ai@1.18.33", "opencode"),
            "pi", new Pin("@earendil-works/pi-coding-agent@0.87.1", "pi"),
            "qwen-code", new Pin("@qwen-code/qwen-code@0.24.4", "qwen"));

    /// The client of an agent.
    static Installed of(String agent) throws IOException {
        Pin pin = PINS.getOrDefault(agent, new Pin(agent, agent));
        Path node = install(NODE, "node").getParent();
        Path program = install(pin.packaged(), pin.command());
        return new Installed(program, program.getParent() + ":" + node + ":/usr/local/bin:/usr/bin:/bin");
    }

    private static Path install(String packaged, String command) throws IOException {
        Path cache =
                Path.of(System.getProperty("clients.cache", "target/clients")).toAbsolutePath();
        Path folder = cache.resolve(packaged.replace('/', '-').replace("@", ""));
        Path program = folder.resolve("node_modules/.bin").resolve(command);
        if (Files.exists(program)) {
            return program;
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
        File log = folder.resolve("install.log").toFile();
        Process npm = new ProcessBuilder(List.of("npm", "install", "--no-audit", "--no-fund", packaged))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            if (npm.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && npm.exitValue() == 0 && Files.exists(program)) {
                return program;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            npm.destroyForcibly();
        }
        throw new IOException("`npm install %s` failed: %s".formatted(packaged, Files.readString(log.toPath())));
    }
}
