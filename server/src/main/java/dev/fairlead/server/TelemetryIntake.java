package dev.fairlead.server;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.watch.Watch;
import dev.fairlead.store.Channel;
import dev.fairlead.wire.HookPayload;
import dev.fairlead.wire.otel.Telemetry;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes in what agents send as OpenTelemetry: `/v1/logs`, `/v1/traces` and `/v1/metrics` of OTLP over HTTP, in JSON or
/// protobuf, compressed or not.
///
/// A request is acknowledged when what it tells is in the journal. What cannot be read is refused with the status that
/// makes senders give it up; it would not become better by being sent again.
final class TelemetryIntake {

    /// The most that is read of a request, unpacked.
    static final int MOST = 16 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PAGE = 1_000;
    private static final String PROTOBUF = "application/x-protobuf";

    private final Oversight oversight;
    private final Telemetry telemetry;
    private final Following following;

    TelemetryIntake(Oversight oversight) {
        this.oversight = oversight;
        this.telemetry = new Telemetry(this::past);
        this.following = new Following(Channel.TELEMETRY, oversight, this::resumed, oversight::record);
    }

    void take(ServerRequest request, ServerResponse response) throws IOException {
        boolean isProtobuf = request.headers()
                .first(HeaderNames.CONTENT_TYPE)
                .map(type -> type.startsWith(PROTOBUF))
                .orElse(false);
        Optional<byte[]> body = body(request);
        if (body.isEmpty()) {
            refuse(response, Status.REQUEST_ENTITY_TOO_LARGE_413, "more than %,d bytes".formatted(MOST));
            return;
        }
        Optional<String> fault = tell(body.get(), isProtobuf);
        if (fault.isPresent()) {
            refuse(response, Status.BAD_REQUEST_400, fault.get());
        } else if (isProtobuf) {
            response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, PROTOBUF))
                    .send(new byte[0]);
        } else {
            response.header(HeaderValues.CONTENT_TYPE_JSON).send("{}");
        }
    }

    private static void refuse(ServerResponse response, Status status, String why) {
        response.status(status)
                .header(HeaderValues.CONTENT_TYPE_JSON)
                .send(HookPayload.json(json -> json.text("message", why)));
    }

    private static Optional<byte[]> body(ServerRequest request) throws IOException {
        try (InputStream stream = request.content().inputStream()) {
            byte[] bytes = stream.readNBytes(MOST + 1);
            stream.skip(Long.MAX_VALUE);
            return bytes.length > MOST ? Optional.empty() : Optional.of(bytes);
        }
    }

    private synchronized Optional<String> tell(byte[] body, boolean isProtobuf) {
        return telemetry.take(body, isProtobuf, this::hear);
    }

    private void hear(SessionId session, Instant at, Origin origin, Happening what) {
        long next = following.count(session);
        following.hear(new Event(session, next, at, Origin.index(next), what));
    }

    private Watch resumed(SessionId session) {
        Watch watch = Following.fresh(session, oversight);
        for (Event event : past(session)) {
            watch = watch.after(event).watch();
        }
        return watch;
    }

    /// What was told of a session before, once all of it is in the store.
    private List<Event> past(SessionId session) {
        oversight.recorder().settle(PATIENCE);
        List<Event> past = new ArrayList<>();
        List<Event> page = oversight.store().events(session, Channel.TELEMETRY, 0, PAGE);
        while (!page.isEmpty()) {
            past.addAll(page);
            page = oversight
                    .store()
                    .events(session, Channel.TELEMETRY, past.getLast().sequence() + 1, PAGE);
        }
        return past;
    }
}
