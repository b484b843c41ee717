package dev.fairlead.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A Chromium without a window that loads one page and says what became of it.
record Browser(Path program) {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int MOST_SECONDS = 120;

    /// What the person prefers.
    enum Scheme {
        DARK(0),
        LIGHT(1);

        private final int number;

        /// @param number the browser's own
        Scheme(int number) {
            this.number = number;
        }
    }

    /// The browser that `FAIRLEAD_BROWSER` names, or the first on the path.
    static Browser ofThisMachine() {
        String named = System.getenv("FAIRLEAD_BROWSER");
        if (named != null) {
            return new Browser(Path.of(named));
        }
        for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
            for (String name : NAMES) {
                if (Files.isExecutable(Path.of(folder, name))) {
                    return new Browser(Path.of(folder, name));
                }
            }
        }
        throw new IllegalStateException("this suite needs Chromium: install it, or name it in FAIRLEAD_BROWSER");
    }

    /// The page's document after its scripts have run.
    String show(Path page, Scheme scheme, Path profile) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless=new",
                "--hide-scrollbars",
                "--no-first-run",
                "--allow-file-access-from-files", // lets the probe look into the frame beside it
                "--user-data-dir=" + profile,
                "--blink-settings=preferredColorScheme=" + scheme.number,
                "--virtual-time-budget=10000",
                "--dump-dom",
                page.toUri().toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.add(1, "--no-sandbox");
        }
        Path shown = Files.createTempFile(profile.getParent(), "shown", ".html");
        Path said = Files.createTempFile(profile.getParent(), "said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(shown.toFile())
                .redirectError(said.toFile())
                .start();
        try {
            if (process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return Files.readString(shown);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        throw new IOException("the browser failed: " + Files.readString(said, StandardCharsets.ISO_8859_1));
    }
}
