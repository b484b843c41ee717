package dev.fairlead.server;

import dev.fairlead.wire.HookPayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells people elsewhere what they must see soon: approvals that wait, high findings, switches, agents
/// whose hooks fell silent.
///
/// Nobody waits for it. What cannot be delivered is tried again a few times, then told of in the log; of more than
/// [#MOST] that wait, the newest are dropped and counted.
final class Notifications implements AutoCloseable {

    /// The most that wait to be sent.
    static final int MOST = 1_000;

    private static final int TRIES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Receiver> receivers;
    private final Clock clock;
    private final Consumer<String> notices;
    private final Counters counters;
    private final Duration pause;
    private final BlockingQueue<Notice> waiting = new ArrayBlockingQueue<>(MOST);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Thread sender;

    /// @param pause before the second try; it doubles with each
    Notifications(List<Receiver> receivers, Clock clock, Duration pause, Counters counters, Consumer<String> notices) {
        this.receivers = List.copyOf(receivers);
        this.clock = clock;
        this.pause = pause;
        this.counters = counters;
        this.notices = notices;
        this.sender =
                Thread.ofPlatform().daemon().name("fairlead-notifications").start(this::run);
    }

    /// What is to be told.
    ///
    /// @param kind `approval`, `finding`, `switch` or `silence`
    /// @param subject the session or target it is about
    /// @param text one line for a person
    record Notice(String kind, String subject, String text) {}

    /// Tells of something, soon.
    void tell(Notice notice) {
        if (!receivers.isEmpty() && !waiting.offer(notice)) {
            counters.shed();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Notice notice = waiting.take();
                for (Receiver receiver : receivers) {
                    send(receiver, notice);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Receiver receiver, Notice notice) throws InterruptedException {
        String fault = "";
        for (int i = 0; i < TRIES; i++) {
            if (i > 0) {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis() << (i - 1));
            }
            try {
                deliver(receiver, notice);
                return;
            } catch (IOException refused) {
                fault = String.valueOf(refused.getMessage());
            }
        }
        notices.accept("a notification about %s `%s` could not be sent in %d tries: %s"
                .formatted(notice.kind(), notice.subject(), TRIES, fault));
    }

    private void deliver(Receiver receiver, Notice notice) throws IOException, InterruptedException {
        switch (receiver) {
            case Receiver.Webhook webhook -> {
                String body = HookPayload.json(json -> json.text("kind", notice.kind())
                        .text("subject", notice.subject())
                        .text("text", notice.text())
                        .text("at", clock.instant().toString()));
                post(post(webhook.address(), body)
                        .header("X-Fairlead-Signature", "sha256=" + signature(webhook.secret(), body)));
            }
            case Receiver.Slack slack ->
                post(post(slack.address(), HookPayload.json(json -> json.text("text", notice.text()))));
            case Receiver.Mail mail -> Mailing.send(mail, notice, clock.instant());
        }
    }

    private void post(HttpRequest.Builder request) throws IOException, InterruptedException {
        int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status >= 300) {
            throw new IOException("it answered with " + status);
        }
    }

    private static HttpRequest.Builder post(URI address, String body) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /// The HMAC of a body with SHA-256 (RFC 2104), in hexadecimal.
    static String signature(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256, and any key that is not empty", impossible);
        }
    }

    @Override
    public void close() {
        sender.interrupt();
        http.shutdownNow();
    }
}
