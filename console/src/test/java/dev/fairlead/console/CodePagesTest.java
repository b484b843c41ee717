package dev.fairlead.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a review made of an agent's edits, in a real browser: beside the lines, as a card, and over time.
@Tag("browser")
final class CodePagesTest {

    private static final String QUERY = "cursor.execute(\"SELECT * FROM orders WHERE name = '\" + name + \"'\")";

    private final Stand stand;

    CodePagesTest(@TempDir Path folder) {
        this.stand = Stand.in(folder);
        new Plays(stand, "shop", "/srv/shop")
                .asks("Let people look for their orders by name")
                .edits(
                        "/srv/shop/orders.py",
                        "def orders(cursor):\n    return cursor.fetchall()\n",
                        "def orders(cursor, name):\n    " + QUERY
                                + "\n    try:\n        return cursor.fetchall()\n    except Exception:\n        pass\n")
                .edits("/srv/shop/prices.py", "", "price = 1\n".repeat(220))
                .runs("ls", "orders.py");
        stand.until("/session?id=shop", "225 lines added");
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void theSessionShowsItsCardAndEachFlawBesideItsLine() {
        List<String> faults = new ArrayList<>();
        for (int width : List.of(Window.DESK, Window.PHONE)) {
            try (Window window = Window.on(stand, width, width == Window.DESK ? ColorScheme.LIGHT : ColorScheme.DARK)) {
                Page page = window.go("/session?id=shop");
                page.locator("details.code > summary").click();
                assertThat(page.locator("details.code > summary").innerText())
                        .isEqualTo("The code: C, 225 lines added in 2 changes");
                assertThat(page.locator(".grades .grade").allInnerTexts()).containsExactly("C", "D", "B", "A", "B");
                assertThat(page.locator(".lines > .flaw").allInnerTexts())
                        .hasSize(2)
                        .first()
                        .asString()
                        .contains("sql-injection CWE-89", "runs a query that is put together from values");
                assertThat(page.locator(".lines > .in:has(+ .flaw)").first().innerText())
                        .contains("SELECT * FROM orders");
                look(window, "session", width, faults);
                page = window.go("/fleet");
                fleet(page);
                look(window, "fleet", width, faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void fleet(Page page) {
        assertThat(page.locator("section[aria-label='The code that claude-code wrote'] .grade")
                        .first()
                        .innerText())
                .isEqualTo("C");
    }

    private static void look(Window window, String name, int width, List<String> faults) {
        window.page().waitForTimeout(250);
        if (window.width() > width) {
            faults.add(name + " is " + window.width() + " wide at " + width);
        }
        window.barriers().forEach(each -> faults.add(name + ": " + each));
        faults.addAll(window.complaints());
        String folder = System.getProperty("pictures", "");
        if (!folder.isEmpty()) {
            window.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(folder, "code-%s-%d.png".formatted(name, width))));
        }
    }
}
