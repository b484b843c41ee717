package dev.fairlead.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.fairlead.console.Gallery.Shot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every page in a real browser: what it looks like, what it says, and whether everybody can use it, on a desk and on a
/// phone, in the light and in the dark. `-Drecord` writes the pictures and texts anew.
@Tag("browser")
final class PagesTest {

    private static final Path PICTURES = Path.of("src", "test", "pictures");
    private static final Path TEXTS = Path.of("src", "test", "pages");
    private static final Path SEEN = Path.of("target", "pictures");
    private static final Path DOCS = Path.of("..", "docs");
    /// The pictures that the guides show.
    static final List<String> SHOWN =
            List.of("now-1440-light.png", "approval-1440-light.png", "session-1440-light.png", "fleet-1440-light.png");
    private static final boolean IS_RECORDING = System.getProperty("record") != null;

    private final List<String> faults = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void everyPageLooksReadsAndWorksAsItShould() {
        try (Scene scene = new Scene(folder)) {
            walk(scene.stand(), Gallery.busy(scene), scene.varying());
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyPageOfAnEmptyStoreSaysWhatToDo() {
        try (Stand stand = Stand.in(folder, Duration.ofMinutes(1), new Hand(Scene.NOW))) {
            walk(stand, Gallery.empty(), Map.of());
        }
        assertThat(faults).isEmpty();
    }

    private void walk(Stand stand, List<Shot> shots, Map<String, String> varying) {
        for (int width : List.of(Window.DESK, Window.PHONE)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (Window window = Window.on(stand, width, scheme)) {
                    shots.forEach(shot -> look(window, shot, width, scheme, varying));
                    window.complaints().stream()
                            .filter(each -> !each.contains("status of 40"))
                            .forEach(each -> faults.add(width + " " + scheme + " " + each));
                }
            }
        }
    }

    private void look(Window window, Shot shot, int width, ColorScheme scheme, Map<String, String> varying) {
        Page page = window.go(shot.path());
        shot.act().accept(page);
        window.settle(varying);
        String where = "%s %d %s: ".formatted(shot.name(), width, scheme);
        if (window.width() > width) {
            faults.add(where + "is " + window.width() + " wide");
        }
        window.barriers().forEach(each -> faults.add(where + each));
        boolean isDesk = width == Window.DESK && scheme == ColorScheme.LIGHT;
        boolean isPhone = width == Window.PHONE && scheme == ColorScheme.DARK;
        if (isDesk) {
            text(shot.name(), window.text());
        }
        if (isDesk || isPhone && shot.isMain()) {
            picture("%s-%d-%s.png".formatted(shot.name(), width, scheme.name().toLowerCase(Locale.ROOT)), window);
        }
    }

    private void text(String name, String text) {
        Path file = TEXTS.resolve(name + ".yaml");
        try {
            if (IS_RECORDING) {
                Files.createDirectories(TEXTS);
                Files.writeString(file, text);
            }
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.createDirectories(SEEN);
                Path seen = Files.writeString(SEEN.resolve(name + ".yaml"), text);
                faults.add("the text of %s is another than %s; see %s".formatted(name, file, seen));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void picture(String name, Window window) {
        Picture seen = Picture.of(window.picture());
        Path file = PICTURES.resolve(name);
        if (IS_RECORDING) {
            seen.write(file);
            if (SHOWN.contains(name)) {
                seen.write(DOCS.resolve("console-" + name.replace("-1440-light", "")));
            }
        }
        double distance = Files.exists(file) ? Picture.read(file).distance(seen) : 100;
        if (distance > Picture.TOLERANCE) {
            seen.write(SEEN.resolve(name));
            faults.add("%s differs in %.1f %% of its squares; see %s".formatted(name, distance, SEEN.resolve(name)));
        }
    }
}
