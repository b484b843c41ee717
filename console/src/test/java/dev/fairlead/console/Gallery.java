package dev.fairlead.console;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;

/// Every page of the console in every state that is designed, by name.
final class Gallery {

    private Gallery() {}

    /// One of them.
    ///
    /// @param act what is done on the page before one looks
    /// @param isMain whether its look on a phone in the dark is kept as well
    record Shot(String name, String path, Consumer<Page> act, boolean isMain) {}

    private static Shot main(String name, String path) {
        return new Shot(name, path, Gallery::look, true);
    }

    private static Shot plain(String name, String path) {
        return new Shot(name, path, Gallery::look, false);
    }

    /// Where much goes on.
    static List<Shot> busy(Scene scene) {
        return List.of(
                main("now", "/now"),
                main("session", Scene.churn()),
                plain("session-live", "/session?id=live-ledger"),
                new Shot("session-find", "/session?id=5336b702-2424-42d9-b0df-fcd83a2a9e94", Gallery::find, false),
                main("approvals", "/approvals"),
                main("approval", "/approval?id=" + scene.approval()),
                plain("reviewers", "/reviewers"),
                plain("sessions", "/sessions"),
                main("findings", "/findings"),
                plain("findings-narrowed", "/findings?text=nobody+said+this"),
                plain("labels", "/labels"),
                main("interventions", "/interventions"),
                main("fleet", "/fleet"),
                plain("policy", "/policy"),
                main("policy-edit", "/policy/edit?level=person"),
                new Shot("what-if", "/policy/edit?level=person", Gallery::whatIf, false),
                main("audit", "/audit"),
                plain("audit-decisions", "/audit?kind=decisions"),
                plain("missing", "/nowhere"),
                plain("bad-request", "/policy?workspace=relative"),
                new Shot("forbidden", "/start", Gallery::forge, false));
    }

    /// Where nothing has happened yet.
    static List<Shot> empty() {
        return List.of(
                main("start", "/start"),
                plain("empty-now", "/now"),
                plain("empty-approvals", "/approvals"),
                plain("empty-sessions", "/sessions"),
                plain("empty-findings", "/findings"),
                plain("empty-interventions", "/interventions"),
                plain("empty-fleet", "/fleet"),
                plain("empty-audit", "/audit"),
                new Shot("sign-in", "/start", Gallery::leave, false));
    }

    /// Waits for what every page has.
    private static void look(Page page) {
        page.waitForSelector("h1");
    }

    private static void find(Page page) {
        page.fill("#q", "skipinitialspace");
        page.waitForSelector("#found a");
    }

    private static void whatIf(Page page) {
        page.fill("#text", Scene.POLICY + "rules:\n  force-push: refuse\n  delete-forced: refuse\n  publish: refuse\n");
        page.click("button.main");
        page.waitForSelector("#why");
    }

    /// Sends a form with a seal that is not good.
    private static void forge(Page page) {
        page.evaluate("""
                const form = document.querySelector("form.who");
                form.querySelector("[name=seal]").value = "another";
                form.submit();
                """);
        page.waitForURL("**/sign-out");
    }

    private static void leave(Page page) {
        page.click(".who button");
        page.waitForSelector("#sign-in");
    }
}
