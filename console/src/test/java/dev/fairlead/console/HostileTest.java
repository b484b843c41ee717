package dev.fairlead.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.core.event.Value;
import dev.fairlead.store.Channel;
import dev.fairlead.wire.events.EventLine;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
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

    /// Every text of every kind of event.
    private static List<Happening> everything(String bad) {
        CallId call = new CallId("call " + bad);
        return List.of(
                new Happening.SessionStarted(bad, Optional.of(bad), Optional.of("/srv/" + bad), Optional.of(bad)),
                new Happening.DirectoryChanged("/tmp/" + bad, Optional.of(bad)),
                new Happening.TaskGiven(bad, 2),
                new Happening.ContextInjected(Happening.ContextInjected.Source.RULES, bad, bad),
                new Happening.ContextInjected(Happening.ContextInjected.Source.HOOK, bad, bad),
                new Happening.AgentSpoke(bad),
                new Happening.AgentThought(bad),
                new Happening.ToolCalled(
                        call, bad, Value.Fields.of(Map.of(bad, new Value.Text(bad))), new Action.Other()),
                new Happening.ToolReturned(call, Outcome.FAILED, OptionalInt.of(1), bad, 1),
                new Happening.ToolCalled(
                        new CallId("patch " + bad),
                        bad,
                        Value.Fields.of(Map.of()),
                        new Action.Patch(List.of(new Action.FilePatch(
                                "/srv/" + bad, Action.FilePatch.Kind.UPDATE, bad, bad + "\n" + bad)))),
                new Happening.ToolCalled(
                        new CallId("search " + bad),
                        bad,
                        Value.Fields.of(Map.of()),
                        new Action.Search(bad, Optional.of(bad))),
                new Happening.ContextCompacted(bad, 90_000),
                new Happening.TokensUsed(bad, new Tokens(1, 2, 3, 4)),
                new Happening.GuidanceDelivered(bad, 3, bad),
                new Happening.ApprovalAsked(call, bad),
                new Happening.ApprovalAnswered(call, true, bad),
                new Happening.SwitchThrown(bad, true, bad),
                new Happening.JudgeAnswered(bad, true, 0.5),
                new Happening.SubagentStarted(new SessionId("child " + bad), bad),
                new Happening.SubagentEnded(new SessionId("child " + bad)),
                new Happening.Noted(bad),
                new Happening.Unread(bad, bad),
                new Happening.SessionEnded(bad));
    }

    private static String lines(SessionId session, List<Happening> all) {
        return IntStream.range(0, all.size())
                .mapToObj(i -> EventLine.write(new Event(session, i, Instant.now(), Origin.index(i), all.get(i))))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void everyFieldOfEveryKindOfEventIsShownInert() {
        try (Stand stand = Stand.in(folder, Duration.ofMillis(1))) {
            for (int i = 0; i < PAYLOADS.size(); i++) {
                String payload = PAYLOADS.get(i);
                String bad = payload.length() > 1_000 ? payload.substring(0, 20_000) : payload;
                // what is half of a character becomes a question mark on its way
                String name = bad.substring(0, Math.min(200, bad.length())).replace('\ud83d', '?');
                SessionId session = new SessionId("sent-" + i + " " + name);
                List<Happening> all = everything(bad);
                assertThat(stand.events(lines(session, all))).contains("\"added\":" + all.size());
                String address = Addresses.session(session, Channel.LIVE);
                stand.until(address.replace("/session?", "/session/steps?") + "&from=0", Say.say("kind.ended"));
                for (String page : List.of(
                        address,
                        address.replace("/session?", "/session/steps?") + "&from=0",
                        address.replace("/session?", "/session/steps?") + "&from=0&folded=1",
                        address.replace("/session?", "/session/find?") + "&q=" + Addresses.encoded(bad.substring(0, 5)),
                        address.replace("/session?", "/session/text?") + "&step=5",
                        "/now",
                        "/now/list",
                        "/sessions",
                        "/fleet",
                        "/fleet/coverage",
                        "/findings",
                        "/audit?kind=decisions")) {
                    isInert(stand, page);
                    assertThat(stand.ask(page).statusCode()).as(page).isEqualTo(200);
                }
            }
        }
    }

    @Test
    void bytesThatAreNoTextAreShownInert() {
        try (Stand stand = Stand.in(folder, Duration.ofMillis(1))) {
            byte[] before =
                    "{\"session_id\":\"bytes\",\"cwd\":\"/srv\",\"hook_event_name\":\"UserPromptSubmit\",\"prompt\":\"odd "
                            .getBytes(StandardCharsets.UTF_8);
            byte[] odd = {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, (byte) 0xED, (byte) 0xA0, (byte) 0x80, (byte) 0xF8};
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(before);
            body.writeBytes(odd);
            body.writeBytes(" end\"}".getBytes(StandardCharsets.UTF_8));
            stand.send(stand.request("/hooks/claude-code")
                    .header("Authorization", "Bearer " + stand.token("hook-token"))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
            assertThat(stand.until("/session?id=bytes", "odd")).contains("\uFFFD");
            isInert(stand, "/session?id=bytes");
            isInert(stand, "/now");
        }
    }

    @Test
    @Tag("browser")
    void nothingThatAnAgentWritesRunsInABrowser() {
        try (Stand stand = Stand.in(folder, Duration.ofMillis(1));
                Window window = Window.on(stand, Window.DESK, ColorScheme.LIGHT)) {
            List<String> dialogs = new ArrayList<>();
            window.page().onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            SessionId session = new SessionId("<img src=x onerror=alert(1)>");
            String all = String.join("\n", PAYLOADS.subList(0, PAYLOADS.size() - 1));
            stand.events(lines(session, everything(all)));
            stand.until(Addresses.session(session, Channel.LIVE), Say.say("kind.ended"));
            for (String page : List.of(Addresses.session(session, Channel.LIVE), "/now", "/sessions", "/fleet")) {
                window.go(page).waitForTimeout(300);
                assertThat(window.page().title()).endsWith("Fairlead");
                assertThat(window.page()
                                .locator("main img, main script, main style, main [onerror]")
                                .count())
                        .isLessThanOrEqualTo(page.startsWith("/session?") ? 1 : 0);
            }
            assertThat(dialogs).isEmpty();
            assertThat(window.complaints()).isEmpty();
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
        HttpResponse<String> answer = stand.ask(address);
        String page = answer.body();
        assertThat(answer.statusCode()).as(address).isLessThan(500);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .as(address)
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';");
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
