package dev.fairlead.server;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.Store;
import dev.fairlead.store.StoreFault;
import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Dialects;
import dev.fairlead.wire.HookCall;
import dev.fairlead.wire.HookPayload;
import dev.fairlead.wire.Hooks;
import dev.fairlead.wire.Moment;
import dev.fairlead.wire.Reply;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the server answers to which request, and to whom.
final class Site {

    /// The most that is read of a hook's payload. What is larger is not understood, and the policy decides about that.
    static final int MOST = 64 << 20;

    private static final Header JSON = HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/json");
    private static final Header TEXT = HeaderValues.create(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
    private static final String UNREAD = "the hook's payload cannot be read";
    private static final JsonReader READER = JsonReader.ofAll();

    private final Callers callers;
    private final Store store;
    private final Oversight oversight;
    private final ServerLog log;
    private final HookDesk desk;
    private final TelemetryIntake telemetry;
    private final Api api;
    private final Map<String, Hooks> hooks;

    Site(
            StateFolder state,
            Store store,
            LiveSessions sessions,
            Oversight oversight,
            Imports imports,
            CodeDesk code,
            String version,
            Instant since,
            ServerLog log)
            throws IOException {
        this.callers = new Callers(
                state.token(StateFolder.HOOK_TOKEN),
                state.token(StateFolder.ADMIN_TOKEN),
                oversight.person(),
                store.people());
        this.store = store;
        this.oversight = oversight;
        this.log = log;
        this.desk = new HookDesk(sessions, oversight, imports, code);
        this.telemetry = new TelemetryIntake(oversight);
        this.api = new Api(store, sessions, oversight, version, since);
        this.hooks = Dialects.all().stream()
                .filter(dialect -> dialect.hooks().isPresent())
                .collect(Collectors.toUnmodifiableMap(
                        Dialect::agent, dialect -> dialect.hooks().orElseThrow()));
    }

    /// Who may ask.
    Callers callers() {
        return callers;
    }

    void route(HttpRouting.Builder routing) {
        routing.post("/hooks/{agent}", this::hook)
                .post("/v1/logs", this::telemetry)
                .post("/v1/traces", this::telemetry)
                .post("/v1/metrics", this::telemetry)
                .get("/healthz", (_, response) -> response.header(TEXT).send("ok\n"))
                .get("/readyz", (_, response) -> ready(response))
                .get("/metrics", (request, response) -> {
                    if (caller(callers, request, response).isPresent()) {
                        response.header(TEXT).send(oversight.counters().text());
                    }
                })
                .register("/api", rules -> api.route(rules, callers))
                .error(Exception.class, (_, response, fault) -> failed(response, fault));
    }

    private void failed(ServerResponse response, Exception fault) {
        boolean isUsers = fault instanceof IllegalArgumentException;
        if (!isUsers) {
            oversight.counters().fault();
            log.notice("a request failed: " + fault);
        }
        response.status(isUsers ? Status.BAD_REQUEST_400 : Status.INTERNAL_SERVER_ERROR_500)
                .header(JSON)
                .send(HookPayload.json(json -> json.text("error", String.valueOf(fault.getMessage()))));
    }

    private void ready(ServerResponse response) {
        String why = "";
        try {
            store.probe();
            why = oversight.recorder().load().fault();
        } catch (StoreFault fault) {
            why = String.valueOf(fault.getMessage());
        }
        response.status(why.isEmpty() ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503)
                .header(TEXT)
                .send(why.isEmpty() ? "ready\n" : why + "\n");
    }

    /// Who sends a request; those whom nobody knows are sent away.
    static Optional<Caller> caller(Callers callers, ServerRequest request, ServerResponse response) {
        Optional<Caller> caller = callers.of(request);
        if (caller.isEmpty()) {
            sendAway(response, StateFolder.ADMIN_TOKEN);
        }
        return caller;
    }

    private static void sendAway(ServerResponse response, String name) {
        response.status(Status.UNAUTHORIZED_401)
                .header(JSON)
                .send(HookPayload.json(json -> json.text(
                        "error",
                        "no valid token came with it: send `Authorization: Bearer` with the one of the file `%s` in the state folder%s"
                                .formatted(
                                        name,
                                        name.equals(StateFolder.ADMIN_TOKEN)
                                                ? ", or with your own that the owner gave you last"
                                                : ""))));
    }

    private void telemetry(ServerRequest request, ServerResponse response) throws IOException {
        if (callers.isHook(request)) {
            telemetry.take(request, response);
        } else {
            sendAway(response, StateFolder.HOOK_TOKEN);
        }
    }

    private void hook(ServerRequest request, ServerResponse response) throws IOException {
        if (!callers.isHook(request)) {
            sendAway(response, StateFolder.HOOK_TOKEN);
            return;
        }
        long start = System.nanoTime();
        String agent = request.path().pathParameters().get("agent");
        Hooks dialect = hooks.get(agent);
        if (dialect == null) {
            response.status(Status.NOT_FOUND_404)
                    .header(JSON)
                    .send(HookPayload.json(json -> json.text(
                            "error",
                            "agent `%s` is not known; known are %s"
                                    .formatted(
                                            agent,
                                            hooks.keySet().stream().sorted().toList()))));
            return;
        }
        String name = request.query().first("event").orElse("");
        Optional<Node.Fields> payload = payload(request);
        HookCall call = payload.map(fields -> dialect.hear(fields, name)).orElseGet(() -> unread(name));
        HookDesk.Answer answer = payload.isPresent() ? decided(agent, dialect, call) : undecided(agent, UNREAD);
        response.header(JSON).send(dialect.say(call, answer.reply()));
        String moment = call.moment().getClass().getSimpleName();
        oversight.counters().hook(agent, moment);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!answer.hasWaited()) {
            oversight.counters().answered(agent, seconds);
        }
        said(answer.reply())
                .ifPresent(said -> log.answered(agent, call.session().value(), moment, said, seconds * 1000));
    }

    /// What kind of answer it is; empty where nothing is said.
    private static Optional<String> said(Reply reply) {
        if (reply.end().isPresent()) {
            return Optional.of("ended");
        }
        if (reply.refusal().isPresent()) {
            return Optional.of("refused");
        }
        if (reply.sendBack().isPresent()) {
            return Optional.of("sent-back");
        }
        return reply.arguments().map(_ -> "rewritten").or(() -> reply.guidance().map(_ -> "guided"));
    }

    /// A payload that cannot be read counts as a call of which nothing is known.
    private static HookCall unread(String name) {
        return new HookCall(
                name.isEmpty() ? "PreToolUse" : name,
                new SessionId("unread"),
                Event.NO_TIME,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Moment.BeforeTool(List.of()));
    }

    /// A fault of ours must not let a call pass: the policy decides about what is not understood.
    private HookDesk.Answer decided(String agent, Hooks dialect, HookCall call) {
        try {
            return desk.take(agent, dialect, call);
        } catch (RuntimeException fault) {
            oversight.counters().fault();
            log.notice("a hook of %s failed: %s".formatted(agent, fault));
            return call.moment() instanceof Moment.BeforeTool
                    ? undecided(agent, "Fairlead failed on it")
                    : new HookDesk.Answer(Reply.NOTHING, false);
        }
    }

    private HookDesk.Answer undecided(String agent, String why) {
        Ruling ruling = oversight.policies().gate("").undecided(why, Place.at("/"), Context.UNKNOWN);
        oversight.counters().ruled(agent, ruling.answer());
        Reply reply = ruling.answer() == Answer.ALLOW
                ? Reply.NOTHING
                : Reply.refuse(Wordings.reason(ruling).orElse(why));
        return new HookDesk.Answer(reply, false);
    }

    private static Optional<Node.Fields> payload(ServerRequest request) throws IOException {
        byte[] bytes;
        try (InputStream body = request.content().inputStream()) {
            bytes = body.readNBytes(MOST + 1);
            body.skip(Long.MAX_VALUE);
        }
        if (bytes.length > MOST) {
            return Optional.empty();
        }
        try {
            List<Node> nodes = READER.read(bytes, 0, bytes.length);
            return nodes.size() == 1 && nodes.getFirst() instanceof Node.Fields fields
                    ? Optional.of(fields)
                    : Optional.empty();
        } catch (MalformedJson fault) {
            return Optional.empty();
        }
    }
}
