package dev.fairlead.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console in a real browser: what people come for, done without a mouse.
@Tag("browser")
final class ConsoleBrowserTest {

    private final Stand stand;

    ConsoleBrowserTest(@TempDir Path folder) {
        this.stand = Stand.in(folder).withExamples();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    /// Goes on with the tabulator until it stands on something, as somebody without a mouse would.
    private static void tabTo(Page page, String selector) {
        page.waitForSelector(selector);
        for (int i = 0; i < 120; i++) {
            if (page.evaluate("selector => document.activeElement.matches(selector)", selector)
                    .equals(true)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no key leads to " + selector);
    }

    private static void press(Page page, String selector) {
        tabTo(page, selector);
        page.keyboard().press("Enter");
    }

    @Test
    void aFindingIsReadToItsEvidenceByKeyboard() {
        try (Window window = Window.on(stand, Window.DESK, ColorScheme.LIGHT)) {
            Page page = window.go("/findings?class=repeated-tool-failure");
            press(page, "main .rows a");
            page.waitForSelector(".finding.here, .here .finding, .finding.medium");
            page.waitForSelector(".lit");
            assertThat(page.locator(".lit").count()).isGreaterThan(1);
            assertThat(page.evaluate("document.activeElement.classList.contains('here')"))
                    .isEqualTo(true);
            press(page, ".here .evidence-list a");
            page.waitForSelector(".step.here.lit, .result.here.lit, .here .lit");
            assertThat(page.url()).contains("#s");
            page.goBack();
            page.waitForURL("**/findings?class=*");
            press(page, "main .rows a");
            page.waitForSelector(".finding.here");
            press(page, ".here .judge button[value=right]");
            page.waitForSelector(".band.done");
            assertThat(page.locator("button.chosen").first().textContent()).isEqualTo("right");
            assertThat(stand.get("/labels/export?format=jsonl"))
                    .contains("\"verdict\":\"right\"", "repeated-tool-failure");
        }
    }

    @Test
    void anApprovalByKeyboardLetsAWaitingHookGoOn() {
        Plays play = new Plays(stand, "live-push", "/srv/shop").asks("Publish the release");
        try (Window window = Window.on(stand, Window.DESK, ColorScheme.LIGHT)) {
            Page page = window.go("/approvals");
            CompletableFuture<String> answer = play.wants("git push --force origin HEAD:main");
            page.waitForSelector("#waiting-list .row a");
            tabTo(page, "#waiting-list .row a");
            page.evaluate(
                    "document.activeElement.dataset.old = 'yes'; document.body.dispatchEvent(new Event('asked'))");
            page.waitForSelector(
                    "[data-old]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
            page.keyboard().press("Enter");
            page.waitForSelector("text=May this run?");
            assertThat(answer).isNotDone();
            assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("BODY");
            page.keyboard().press("a");
            assertThat(answer).isNotDone();
            page.keyboard().press("Enter");
            page.waitForSelector(".band.done");
            assertThat(answer.join()).doesNotContain("deny");
        }
    }

    @Test
    void aDenialReachesTheAgentWithItsReason() {
        Plays play = new Plays(stand, "live-push", "/srv/shop").asks("Publish the release");
        try (Window window = Window.on(stand, Window.PHONE, ColorScheme.DARK)) {
            CompletableFuture<String> answer = play.wants("git push --force origin HEAD:main");
            Page page = window.go("/approvals");
            page.click("#waiting-list .row a");
            page.waitForSelector("text=May this run?");
            page.keyboard().press("d");
            page.keyboard().type("open a pull request instead");
            page.keyboard().press("Enter");
            page.waitForSelector(".band.done");
            assertThat(answer.join()).contains("open a pull request instead", "deny");
        }
    }

    @Test
    void theSwitchStopsARealSessionAndIsUndoneByKeyboard() {
        Plays play = new Plays(stand, "live-stop", "/srv/shop").asks("Go on").runs("true", "");
        try (Window window = Window.on(stand, Window.DESK, ColorScheme.LIGHT)) {
            Page page = window.go("/now");
            tabTo(page, "input[value=live-stop]");
            page.keyboard().press("Space");
            tabTo(page, "#scope");
            page.keyboard().type("the sessions");
            tabTo(page, "#why");
            page.keyboard().type("wrong branch");
            play.runs("true", "");
            page.waitForTimeout(600);
            assertThat(page.isChecked("input[value=live-stop]")).isTrue();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("why");
            press(page, "button[value=stop]");
            page.waitForSelector(".band.stopped");
            assertThat(play.wants("true").join()).contains("wrong branch");
            press(page, "#switches button");
            page.waitForSelector(".band.done");
            assertThat(play.wants("true").join()).doesNotContain("wrong branch");
        }
    }

    @Test
    void aLiveEventIsOnTheScreenWithinHalfASecond() {
        try (Window window = Window.on(stand, Window.DESK, ColorScheme.LIGHT)) {
            Page page = window.go("/now");
            page.waitForTimeout(500);
            Plays play = new Plays(stand, "live-fast", "/srv/shop");
            play.asks("Tell me the time");
            long start = System.nanoTime();
            play.runs("date --utc", "Sat 21 Nov");
            page.waitForSelector("text=Sat 21 Nov");
            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(1_500);
        }
    }

    @Test
    void aPolicyIsChangedAfterAWhatIfByKeyboard() throws Exception {
        try (Window window = Window.on(stand, Window.DESK, ColorScheme.LIGHT)) {
            Page page = window.go("/policy");
            press(page, "a[href^='/policy/edit?level=person']");
            tabTo(page, "#text");
            page.keyboard().press("Control+a");
            page.keyboard().type("version: 1\nrules:\n  delete-forced: refuze\n");
            page.waitForSelector("#check .fault");
            page.keyboard().press("Control+a");
            page.keyboard().type("version: 1\nrules:\n  delete-with-force: refuse\n  publish: refuse\n");
            page.waitForSelector("#check .tag.mode-refuse");
            press(page, "button.main");
            page.waitForSelector("text=What would have been decided otherwise");
            tabTo(page, "#why");
            page.keyboard().type("nothing is installed without a person");
            page.keyboard().press("Enter");
            page.waitForSelector(".band.done");
        }
        assertThat(Files.readString(stand.folder().resolve("home/.fairlead/policy.yaml")))
                .isEqualTo("version: 1\nrules:\n  delete-with-force: refuse\n  publish: refuse\n");
        assertThat(stand.get("/audit")).contains("nothing is installed without a person");
    }

    @Test
    void everyPartOfAPageIsReachedByTheKeyboardAlone() {
        try (Window window = Window.on(stand, Window.DESK, ColorScheme.LIGHT)) {
            Page page = window.go("/sessions");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            page.keyboard().press("Enter");
            page.keyboard().press("/");
            page.keyboard().type("blanks after the commas");
            page.keyboard().press("Enter");
            page.waitForURL("**/sessions?text=*");
            press(page, "main .rows a");
            page.waitForSelector("#timeline .step");
            page.keyboard().press("/");
            page.keyboard().type("skipinitialspace");
            page.waitForSelector("#found a");
            press(page, "#found a[data-jump='37']");
            page.waitForSelector(".here");
            assertThat(page.evaluate("document.activeElement.classList.contains('here')"))
                    .isEqualTo(true);
        }
    }
}
