package dev.fairlead.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console in a real browser: every page, and what people come for.
@Tag("browser")
final class ConsoleBrowserTest {

    private static final String CHURN = "5336b702-2424-42d9-b0df-fcd83a2a9e94";

    private final Stand stand;
    /// Hooks that nobody answers.
    private final List<CompletableFuture<String>> held = new ArrayList<>();

    ConsoleBrowserTest(@TempDir Path folder) {
        this.stand = Stand.in(folder).withExamples();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private Map<String, String> pages() {
        Plays play = new Plays(stand, "live-shop", "/srv/shop")
                .asks("Clean up the old branches")
                .runs("git branch -r", "origin/old");
        held.add(play.wants("git push --force origin HEAD:main"));
        String waiting = stand.until("/approvals/list", "/approval?id=");
        String id = waiting.replaceAll("(?s).*?/approval\\?id=(\\w+).*", "$1");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("start", "/start");
        pages.put("now", "/now");
        pages.put("sessions", "/sessions");
        pages.put("session", "/session?id=" + CHURN + "&step=52#f-52-0");
        pages.put("approvals", "/approvals");
        pages.put("approval", "/approval?id=" + id);
        pages.put("reviewers", "/reviewers");
        pages.put("findings", "/findings");
        pages.put("labels", "/labels");
        pages.put("interventions", "/interventions");
        pages.put("fleet", "/fleet");
        pages.put("policy", "/policy");
        pages.put("policy-edit", "/policy/edit?level=person");
        pages.put("audit", "/audit");
        pages.put("decisions", "/audit?kind=decisions");
        return pages;
    }

    @Test
    void everyPageFitsIsOpenToEverybodyAndAsksNobodyElse() {
        Map<String, String> pages = pages();
        List<String> faults = new ArrayList<>();
        look(pages, Window.DESK, ColorScheme.LIGHT, faults);
        look(pages, Window.PHONE, ColorScheme.DARK, faults);
        assertThat(faults).isEmpty();
    }

    private void look(Map<String, String> pages, int width, ColorScheme scheme, List<String> faults) {
        try (Window window = Window.on(stand, width, scheme)) {
            pages.forEach((name, path) -> {
                window.go(path).waitForTimeout(250);
                String where = "%s %d %s: ".formatted(name, width, scheme);
                if (window.width() > width) {
                    faults.add(where + "is " + window.width() + " wide");
                }
                window.barriers().forEach(each -> faults.add(where + each));
            });
            window.complaints().forEach(each -> faults.add(width + " " + each));
        }
    }

    @Test
    void aFindingIsReadToItsEvidence() {
        try (Window window = Window.on(stand, Window.DESK, ColorScheme.LIGHT)) {
            Page page = window.go("/findings?class=repeated-tool-failure");
            page.click("main .rows a >> nth=0");
            page.waitForSelector(".finding.here, .here .finding, .finding.medium");
            page.waitForSelector(".lit");
            assertThat(page.locator(".lit").count()).isGreaterThan(1);
            page.click(".finding .evidence-list a >> nth=0");
            page.waitForSelector(".here.lit, .here .lit");
            assertThat(page.url()).contains("#s");
            page.locator(".finding.medium .judge button[value=right]").first().click();
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
            page.focus("#waiting-list .row a");
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
    void theSwitchStopsARealSessionAndIsUndone() {
        Plays play = new Plays(stand, "live-stop", "/srv/shop").asks("Go on").runs("true", "");
        try (Window window = Window.on(stand, Window.DESK, ColorScheme.LIGHT)) {
            Page page = window.go("/now");
            page.check("input[value=live-stop]");
            page.selectOption("#scope", "chosen");
            page.fill("#why", "wrong branch");
            play.runs("true", "");
            page.waitForTimeout(600);
            assertThat(page.isChecked("input[value=live-stop]")).isTrue();
            page.click("button[value=stop]");
            page.waitForSelector(".band.stopped");
            assertThat(play.wants("true").join()).contains("wrong branch");
            page.click("#switches button");
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
    void aPolicyIsChangedAfterAWhatIf() throws Exception {
        try (Window window = Window.on(stand, Window.DESK, ColorScheme.LIGHT)) {
            Page page = window.go("/policy");
            page.click("li:has-text('Person') a");
            page.fill("#text", "version: 1\nrules:\n  delete-forced: refuze\n");
            page.waitForSelector("#check .fault");
            page.fill("#text", "version: 1\nrules:\n  delete-with-force: refuse\n  publish: refuse\n");
            page.waitForTimeout(900);
            page.click("text=See what would change");
            page.waitForSelector("text=What would have been decided otherwise");
            page.fill("#why", "nothing is installed without a person");
            page.click("text=Save and put in force");
            page.waitForSelector(".band.done, .fault, .command");
        }
        assertThat(Files.readString(stand.folder().resolve("home/.fairlead/policy.yaml")))
                .startsWith("version: 1\n");
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
            page.focus("main .rows a");
            page.keyboard().press("Enter");
            page.waitForSelector("#timeline .step");
            page.keyboard().press("/");
            page.keyboard().type("skipinitialspace");
            page.waitForSelector("#found a");
            page.focus("#found a >> nth=1");
            page.keyboard().press("Enter");
            page.waitForSelector(".here");
            assertThat(page.evaluate("document.activeElement.classList.contains('here')"))
                    .isEqualTo(true);
        }
    }
}
