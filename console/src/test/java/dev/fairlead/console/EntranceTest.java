package dev.fairlead.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who gets in, and by which requests.
final class EntranceTest {

    private static final List<String> PAGES = List.of(
            "/start",
            "/now",
            "/now/list",
            "/approvals",
            "/approval?id=x",
            "/reviewers",
            "/sessions",
            "/session?id=x",
            "/session/steps?id=x",
            "/session/find?id=x",
            "/session/text?id=x",
            "/labels",
            "/labels/export",
            "/findings",
            "/findings/export",
            "/interventions",
            "/interventions/export",
            "/fleet",
            "/fleet/coverage",
            "/policy",
            "/policy/edit",
            "/audit",
            "/audit/export",
            "/changes");

    private final Stand stand;

    EntranceTest(@TempDir Path folder) {
        this.stand = Stand.in(folder);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void aLinkLetsOneBrowserInOnce() {
        String code = stand.code();
        HttpResponse<String> first = stand.enter(code);
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("fairlead-console=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200");
        HttpResponse<String> second = stand.enter(code);
        assertThat(second.statusCode()).isEqualTo(403);
        assertThat(second.body()).contains(Say.say("sign-in.refused"));
        assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void onlyWhoeverHoldsAPersonsTokenGetsALink() {
        for (String token : List.of("", "Bearer wrong", "Bearer " + stand.token("hook-token"))) {
            HttpRequest.Builder request = stand.request(Console.LINKS).POST(HttpRequest.BodyPublishers.noBody());
            HttpResponse<String> answer =
                    stand.send(token.isEmpty() ? request : request.header("Authorization", token));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).doesNotContain("sign-in#");
        }
    }

    @Test
    void nobodyElseSeesAnyPage() {
        for (String page : PAGES) {
            assertThat(stand.send(stand.request(page)).statusCode()).as(page).isEqualTo(401);
            assertThat(stand.send(stand.request(page).header("Cookie", "fairlead-console=wrong"))
                            .statusCode())
                    .as(page)
                    .isEqualTo(401);
        }
    }

    @Test
    void whoSignsOutIsOut() {
        assertThat(stand.ask("/now").statusCode()).isEqualTo(200);
        assertThat(stand.post("/sign-out").statusCode()).isEqualTo(303);
        assertThat(stand.ask("/now").statusCode()).isEqualTo(401);
    }

    @Test
    void nothingIsDoneWithoutTheSealOfOurOwnPages() {
        for (String deed : List.of(
                "/sign-out",
                "/approval",
                "/switch/stop",
                "/switch/lift",
                "/session/label",
                "/findings/views",
                "/findings/views/drop",
                "/policy/check",
                "/policy/what-if",
                "/policy/save",
                "/start/examples")) {
            HttpRequest.Builder bare = stand.request(deed)
                    .header("Cookie", stand.cookie())
                    .POST(Stand.form("scope", "all", "kind", "stop"));
            assertThat(stand.send(bare).statusCode()).as(deed).isEqualTo(403);
            HttpRequest.Builder foreign = stand.request(deed)
                    .header("Cookie", stand.cookie())
                    .header("Sec-Fetch-Site", "cross-site")
                    .POST(Stand.form("seal", stand.seal()));
            assertThat(stand.send(foreign).statusCode()).as(deed).isEqualTo(403);
            HttpRequest.Builder other = stand.request(deed)
                    .header("Cookie", stand.cookie())
                    .header("Origin", "http://evil.example")
                    .POST(Stand.form("seal", stand.seal()));
            assertThat(stand.send(other).statusCode()).as(deed).isEqualTo(403);
        }
    }

    @Test
    void aForeignNameThatLeadsHereIsNotAnswered() throws IOException {
        assertThat(status("127.0.0.1:" + stand.port())).isEqualTo("HTTP/1.1 200 OK");
        assertThat(status("localhost:" + stand.port())).isEqualTo("HTTP/1.1 200 OK");
        assertThat(status("evil.example:" + stand.port())).startsWith("HTTP/1.1 421");
        assertThat(status("127.0.0.1.evil.example")).startsWith("HTTP/1.1 421");
    }

    private String status(String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), stand.port())) {
            String request = "GET /now HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nConnection: close\r\n\r\n"
                    .formatted(host, stand.cookie());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    @Test
    void everyPageForbidsForeignScriptsStylesAndFrames() {
        List<String> pages = new ArrayList<>(PAGES);
        pages.addAll(List.of("/sign-in", "/nowhere", "/", "/policy?workspace=relative"));
        pages.remove("/changes");
        for (String page : pages) {
            HttpResponse<String> answer = stand.ask(page);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                            + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.body()).doesNotContain("style=\"", "<style", "onclick", "javascript:");
            assertThat(answer.body().replaceAll("<script src=\"/assets/[^\"]+\" defer></script>", ""))
                    .doesNotContain("<script");
        }
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        HttpResponse<String> answer = stand.ask("/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains(Say.say("problem.missing"), "/nowhere");
        assertThat(stand.ask("/session?id=none").body()).contains("session `none` is not known");
    }
}
