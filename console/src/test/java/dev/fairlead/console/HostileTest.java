package dev.fairlead.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What agents and tools write is shown and does nothing, in whatever field it stands.
final class HostileTest {

    private static final String LONG = "y".repeat(1_000_000);

    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</pre></textarea></title><svg/onload=alert(1)>",
            "javascript:alert(1)",
            "${7*7} {{7*7}} <%= 7 %> @{x} #{x}",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "<!-- --><style>*{display:none}</style>",
            "a\u202Egnp.exe \u2066hidden\u2069 \u200Bzero",
            "\u001b[31mred\u001b[0m \u001b[2J\u001b]0;title\u0007",
            "nul \u0000 bell \u0007 delete \u007f c1 \u0085",
            "half \ud83d character",
            "line\u2028separator\rreturn",
            "'; drop table events; --",
            "hx-get=\"/switch/stop\" hx-trigger=\"load\"",
            LONG);

    /// What must never reach a page, whoever wrote it. Lines end with line feeds only.
    private static final Pattern ALIVE = Pattern.compile("<script>|<img |<svg/|<style>\\*|href=\"javascript:"
            + "|[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200b\\u2028\\u202a-\\u202e\\u2066-\\u2069]");

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z!][^<>]*>");
    private static final Pattern ORDER = Pattern.compile("[\\s'/]on[a-z]+=");

    @TempDir
    private Path folder;

    @Test
    void everyFieldOfASessionIsShownInert() {
        try (Stand stand = Stand.in(folder, Duration.ofMillis(1))) {
            for (int i = 0; i < PAYLOADS.size(); i++) {
                String payload = PAYLOADS.get(i);
                String brief = payload.length() > 1_000 ? payload.substring(0, 5_000) : payload;
                Plays play = new Plays(stand, "s" + i + brief, "/srv/" + brief);
                play.asks(payload)
                        .runs("echo " + payload, payload)
                        .edits("/srv/" + payload, payload, payload + "\n" + payload);
                play.runs("false " + payload, "Error: " + payload);
            }
            for (String page :
                    List.of("/now", "/sessions", "/findings", "/interventions", "/fleet", "/audit?kind=decisions")) {
                isInert(stand, page);
            }
            for (String address : sessions(stand)) {
                isInert(stand, address);
                isInert(stand, address.replace("/session?", "/session/steps?") + "&from=0");
                isInert(stand, address.replace("/session?", "/session/find?") + "&q=alert");
                isInert(stand, address.replace("/session?", "/session/text?") + "&step=4");
            }
        }
    }

    @Test
    void everyFieldOfAnApprovalIsShownInert() {
        try (Stand stand = Stand.in(folder)) {
            Plays play = new Plays(stand, "asking", "/srv/shop").asks(String.join("\n", PAYLOADS));
            for (String payload : PAYLOADS.subList(0, 8)) {
                CompletableFuture<String> answer =
                        play.wants("git push --force origin 'x" + payload.replace("'", "") + "'");
                String inbox = stand.until("/approvals/list", "/approval?id=");
                String id = inbox.replaceAll("(?s).*?/approval\\?id=(\\w+).*", "$1");
                isInert(stand, "/approvals");
                isInert(stand, "/approval?id=" + id);
                stand.post("/approval", "id", id, "decision", "deny", "why", payload);
                assertThat(answer.join()).contains("deny");
                isInert(stand, "/audit");
                isInert(stand, "/audit?kind=approvals");
            }
        }
    }

    @Test
    void whatIsSearchedForIsShownInert() {
        try (Stand stand = Stand.in(folder)) {
            new Plays(stand, "plain", "/srv/shop").asks("hello");
            for (String payload : PAYLOADS.subList(0, PAYLOADS.size() - 1)) {
                String query = Addresses.encoded(payload);
                for (String page : List.of(
                        "/sessions?text=",
                        "/findings?text=",
                        "/now?text=",
                        "/audit?text=",
                        "/session?id=",
                        "/approval?id=",
                        "/findings?class=",
                        "/policy?workspace=",
                        "/sessions?cursor=")) {
                    isInert(stand, page + query);
                }
            }
        }
    }

    private static List<String> sessions(Stand stand) {
        stand.until("/sessions", "s" + (PAYLOADS.size() - 1));
        return Pattern.compile("href=\"(/session\\?id=[^\"]+)\"")
                .matcher(stand.get("/sessions"))
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .distinct()
                .toList();
    }

    private static void isInert(Stand stand, String address) {
        String page = stand.get(address);
        String where = address.length() < 90 ? address : address.substring(0, 90);
        assertThat(ALIVE.matcher(page)
                        .results()
                        .map(found -> page.substring(Math.max(0, found.start() - 60), found.end()))
                        .toList())
                .as(where)
                .isEmpty();
        assertThat(TAG.matcher(page)
                        .results()
                        .map(MatchResult::group)
                        .map(tag -> tag.replaceAll("\"[^\"]*\"", ""))
                        .filter(tag -> ORDER.matcher(tag).find())
                        .toList())
                .as(where)
                .isEmpty();
        assertThat(page).as(where).hasSizeLessThan(3_000_000);
    }
}
