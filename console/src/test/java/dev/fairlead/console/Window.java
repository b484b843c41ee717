package dev.fairlead.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A real browser that looks at the console, of one width and in one colour scheme. It writes down what the page's
/// console says and whatever asks for another machine.
final class Window implements AutoCloseable {

    static final int DESK = 1440;
    static final int PHONE = 360;
    /// How much of a long page is kept as a picture, in pixels.
    static final int DEEPEST = 1600;

    private static final String SETTLE = """
            async varying => {
              await document.fonts.ready;
              await new Promise(done => setTimeout(done, 150));
              const replaced = text => Object.entries(varying).sort((a, b) => b[0].length - a[0].length)
                .reduce((left, [from, to]) => left.replaceAll(from, to), text)
                .replace(/\\bfl-[0-9a-z]{7}\\b/g, "fl-k7m2qpx");
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const text = replaced(walk.currentNode.data);
                if (text !== walk.currentNode.data) walk.currentNode.data = text;
              }
              for (const link of document.querySelectorAll("a[href]")) {
                const address = replaced(link.getAttribute("href"));
                if (address !== link.getAttribute("href")) link.setAttribute("href", address);
              }
            }
            """;

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;
    private final Stand stand;
    private final List<String> complaints = new ArrayList<>();

    private Window(Playwright playwright, Browser browser, Page page, Stand stand) {
        this.playwright = playwright;
        this.browser = browser;
        this.page = page;
        this.stand = stand;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(stand.address()) && !request.url().startsWith("data:")) {
                complaints.add("asks " + request.url());
            }
        });
    }

    /// Opens a window and signs in.
    static Window on(Stand stand, int width, ColorScheme scheme) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 740 : 900)
                .setColorScheme(scheme)
                .setTimezoneId("UTC")
                .setLocale("en-GB"));
        Window window = new Window(playwright, browser, context.newPage(), stand);
        window.page.setDefaultTimeout(15_000);
        window.page.navigate(stand.link());
        window.page.waitForURL(address -> !address.contains("sign-in"));
        return window;
    }

    private static Path executable() {
        String named = System.getenv("FAIRLEAD_BROWSER");
        Path executable = Path.of(named == null || named.isBlank() ? "/usr/bin/chromium" : named);
        if (!Files.isExecutable(executable)) {
            throw new IllegalStateException(
                    "there is no Chromium at " + executable + "; name one with FAIRLEAD_BROWSER");
        }
        return executable;
    }

    Page page() {
        return page;
    }

    /// Goes to a page of the console.
    Page go(String path) {
        page.navigate(stand.address() + path);
        return page;
    }

    /// What the browser complained about, and what was asked of other machines.
    List<String> complaints() {
        return complaints;
    }

    /// Waits until the page is at rest, with times that stand still and without what varies from run to run.
    ///
    /// @param varying texts, and what is put in their place
    void settle(Map<String, String> varying) {
        page.evaluate(SETTLE, varying);
    }

    /// What a screen reader would read.
    String text() {
        return page.locator("body").ariaSnapshot() + "\n";
    }

    /// What is seen, as a PNG file, down to [#DEEPEST] pixels.
    byte[] picture() {
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        boolean isLong = page.locator("#timeline").count() > 0;
        Page.ScreenshotOptions options = new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED);
        return page.screenshot(
                isLong ? options : options.setFullPage(true).setClip(0, 0, width(), Math.min(DEEPEST, height)));
    }

    /// How wide the page is, with what must be scrolled to.
    int width() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    /// What keeps people from using the page, by axe-core; only what is serious or worse.
    List<String> barriers() {
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    @Override
    public void close() {
        page.close();
        browser.close();
        playwright.close();
    }
}
