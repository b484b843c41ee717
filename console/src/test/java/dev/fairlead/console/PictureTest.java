package dev.fairlead.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of pages are as good as the eye that compares them: what a person would see at once is refused, and what
/// only
/// a lens would show is not.
final class PictureTest {

    private static final Path PICTURES = Path.of("src", "test", "pictures");
    private static final Picture NOW = Picture.read(PICTURES.resolve("now-1440-light.png"));

    private static Picture with(Consumer<Graphics2D> change) {
        BufferedImage image = Picture.of(NOW.image()).image();
        Graphics2D graphics = image.createGraphics();
        change.accept(graphics);
        graphics.dispose();
        return Picture.of(image);
    }

    /// The same, a little further down or to the right.
    private static Picture moved(int right, int down) {
        return with(graphics -> graphics.drawImage(NOW.image(), right, down, null));
    }

    private static Picture each(java.util.function.IntUnaryOperator colour) {
        BufferedImage image = Picture.of(NOW.image()).image();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, colour.applyAsInt(image.getRGB(x, y)));
            }
        }
        return Picture.of(image);
    }

    @Test
    void isNoFartherFromItselfThanNothing() {
        assertThat(NOW.distance(NOW)).isZero();
    }

    @Test
    void seesAPanelThatIsGone() {
        Picture gone = with(graphics -> {
            graphics.setColor(new Color(0xf7f6f3));
            graphics.fillRect(130, 920, 1180, 170);
        });
        assertThat(NOW.distance(gone)).isGreaterThan(Picture.TOLERANCE);
    }

    @Test
    void seesColoursThatAreTurnedRound() {
        assertThat(NOW.distance(each(rgb -> ~rgb))).isGreaterThan(90);
    }

    @Test
    void seesAPageInTheWrongColours() {
        assertThat(NOW.distance(each(rgb -> (rgb & 255) << 16 | rgb & 0xff00 | rgb >> 16 & 255)))
                .isGreaterThan(Picture.TOLERANCE);
    }

    @Test
    void seesAListThatBeginsALineLower() {
        assertThat(NOW.distance(moved(0, 20))).isGreaterThan(Picture.TOLERANCE);
    }

    @Test
    void seesWordsInPlaceOfAnEmptyList() {
        Picture empty = with(graphics -> {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(130, 360, 1180, 560);
            graphics.setColor(Color.BLACK);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
            graphics.drawString("That went wrong", 500, 500);
        });
        assertThat(NOW.distance(empty)).isGreaterThan(Picture.TOLERANCE);
    }

    @Test
    void seesThatMoreOrLessIsThere() {
        BufferedImage half = NOW.image()
                .getSubimage(0, 0, NOW.image().getWidth(), NOW.image().getHeight() / 2);
        assertThat(NOW.distance(Picture.of(half))).isGreaterThan(40);
    }

    @Test
    void doesNotSeeLettersThatAreDrawnALittleOtherwise() {
        assertThat(NOW.distance(moved(1, 1))).isLessThan(Picture.TOLERANCE);
        Picture paler = each(rgb -> {
            int add = (rgb & 255) < 128 ? 0x101010 : 0;
            return rgb + add;
        });
        assertThat(NOW.distance(paler)).isLessThan(Picture.TOLERANCE);
    }

    @Test
    void isTheOneThatTheGuidesShow() throws Exception {
        for (String name : PagesTest.SHOWN) {
            Path shown = Path.of("..", "docs", "console-" + name.replace("-1440-light", ""));
            assertThat(Files.readAllBytes(shown)).as(name).isEqualTo(Files.readAllBytes(PICTURES.resolve(name)));
        }
    }

    @Test
    void staysThatWhenItIsKeptSmall(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("now.png");
        NOW.write(file);
        assertThat(NOW.distance(Picture.read(file))).isZero();
        try (Stream<Path> pictures = Files.list(PICTURES)) {
            assertThat(pictures.mapToLong(each -> each.toFile().length()).sum()).isLessThan(3 << 20);
        }
    }
}
