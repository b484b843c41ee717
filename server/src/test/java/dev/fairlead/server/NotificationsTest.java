package dev.fairlead.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.fairlead.server.Notifications.Notice;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class NotificationsTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Notice NOTICE = new Notice("switch", "all", "all stopped");

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String signature = exchange.getRequestHeaders().getFirst("X-Fairlead-Signature");
            received.add(signature + " " + body);
            Integer status = answers.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void fallSilent() {
        receiver.stop(0);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/");
    }

    private Notifications to(Receiver to) {
        return new Notifications(List.of(to), NOON, Duration.ofMillis(1), new Counters(), notices::add);
    }

    @Test
    void signsWhatAWebhookGets() throws InterruptedException {
        String body =
                "{\"kind\":\"switch\",\"subject\":\"all\",\"text\":\"all stopped\",\"at\":\"2026-01-01T12:00:00Z\"}";
        try (Notifications notifications = to(new Receiver.Webhook(address(), "secret"))) {
            notifications.tell(NOTICE);
            assertThat(received.poll(60, TimeUnit.SECONDS))
                    .isEqualTo("sha256=" + Notifications.signature("secret", body) + " " + body);
        }
    }

    @Test
    void signsAsTheStandardSays() {
        // the second test vector of RFC 4231
        assertThat(Notifications.signature("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void speaksAsSlackUnderstands() throws InterruptedException {
        try (Notifications notifications = to(new Receiver.Slack(address()))) {
            notifications.tell(NOTICE);
            assertThat(received.poll(60, TimeUnit.SECONDS)).isEqualTo("null {\"text\":\"all stopped\"}");
        }
    }

    @Test
    void writesMail() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        URI server = URI.create("smtp://127.0.0.1:" + mail.getSmtp().getPort());
        Receiver to = new Receiver.Mail(server, "fairlead@example.org", List.of("ann@example.org", "bob@example.org"));
        try (Notifications notifications = to(to)) {
            notifications.tell(NOTICE);
            assertThat(mail.waitForIncomingEmail(60_000, 1)).isTrue();
            MimeMessage first = mail.getReceivedMessages()[0];
            assertThat(first.getSubject()).isEqualTo("Fairlead: switch all");
            assertThat(first.getContent()).asString().isEqualToIgnoringNewLines("all stopped");
            assertThat(first.getAllRecipients()).hasSize(2);
            assertThat(first.getFrom()[0]).hasToString("fairlead@example.org");
        } finally {
            mail.stop();
        }
    }

    @Test
    void sendsNoPasswordToAMailServerWithoutTls() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        URI server = URI.create("smtp://ann:secret@127.0.0.1:" + mail.getSmtp().getPort());
        try (Notifications notifications = to(new Receiver.Mail(server, "a@example.org", List.of("b@example.org")))) {
            notifications.tell(NOTICE);
            assertThat(notices.poll(60, TimeUnit.SECONDS))
                    .isEqualTo(
                            "a notification about switch `all` could not be sent in 4 tries: STARTTLS is required but"
                                    + " host does not support STARTTLS");
            assertThat(mail.getReceivedMessages()).isEmpty();
        } finally {
            mail.stop();
        }
    }

    @Test
    void triesAgainAndThenSaysSo() throws InterruptedException {
        answers.addAll(List.of(500, 500, 500, 500));
        try (Notifications notifications = to(new Receiver.Slack(address()))) {
            notifications.tell(NOTICE);
            assertThat(notices.poll(60, TimeUnit.SECONDS))
                    .isEqualTo("a notification about switch `all` could not be sent in 4 tries: it answered with 500");
        }
        assertThat(received).hasSize(4);
    }
}
