package dev.fairlead.server;

import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.Approval;
import dev.fairlead.store.ApprovalStore;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Filter;
import dev.fairlead.store.Grant;
import dev.fairlead.store.SessionStore;
import dev.fairlead.store.SessionSummary;
import dev.fairlead.store.Store;
import dev.fairlead.store.Switch;
import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Dialects;
import dev.fairlead.wire.HookPayload;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What people and programs ask of the server: `/api/v1`, described by `/api/openapi.json`.
final class Api {

    /// The most that is read of a request of a person's.
    private static final int MOST = 1 << 20;

    private static final Header JSON = HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/json");
    private static final JsonReader READER = JsonReader.ofAll();
    private static final List<String> AGENTS = Dialects.all().stream()
            .filter(dialect -> dialect.hooks().isPresent())
            .map(Dialect::agent)
            .sorted()
            .toList();

    private final Store store;
    private final LiveSessions sessions;
    private final Oversight oversight;
    private final EventIntake intake;
    private final String version;
    private final Instant since;

    Api(Store store, LiveSessions sessions, Oversight oversight, String version, Instant since) {
        this.store = store;
        this.sessions = sessions;
        this.oversight = oversight;
        this.intake = new EventIntake(sessions);
        this.version = version;
        this.since = since;
    }

    /// @param callers knows who asks; others are sent away
    void route(HttpRules rules, Callers callers) {
        rules.get("/openapi.json", (_, response) -> send(response, resource("openapi.json")));
        Routes routes = new Routes(rules, callers);
        routes.get("/v1/status", (_, response) -> reply(response, this::status));
        lists(routes);
        PeopleDesk people = new PeopleDesk(store.people(), oversight);
        routes.get("/v1/people", (_, response) -> reply(response, people::list));
        routes.post("/v1/people", people::add);
        routes.post("/v1/people/remove", people::remove);
        routes.get("/v1/session", this::session);
        routes.get("/v1/sessions/{id}", this::session);
        routes.get("/v1/approvals/{id}", this::approval);
        routes.post("/v1/approvals/{id}", this::vote);
        routes.get("/v1/switches", (_, response) -> {
            List<Switch> holding =
                    oversight.switches().holding(oversight.clock().instant());
            reply(response, json -> ApiJson.switches(json, holding));
        });
        routes.post("/v1/switches", this::stop);
        routes.post("/v1/switches/lift", this::lift);
        routes.post("/v1/events", this::events);
    }

    private void lists(Routes routes) {
        SessionStore log = store.sessions();
        routes.list(
                "/v1/sessions",
                filter -> json -> ApiJson.page(json, "sessions", log.sessions(filter), ApiJson::session));
        routes.list(
                "/v1/findings",
                filter -> json -> ApiJson.page(json, "findings", log.findings(filter), ApiJson::finding));
        routes.list(
                "/v1/interventions",
                filter ->
                        json -> ApiJson.page(json, "interventions", log.interventions(filter), ApiJson::intervention));
        routes.list("/v1/recovery", filter -> json -> ApiJson.recoveries(json, log.recoveries(filter)));
        routes.list(
                "/v1/decisions",
                filter -> json -> ApiJson.page(json, "decisions", log.decisions(filter), ApiJson::decision));
        routes.list("/v1/coverage", filter -> json -> ApiJson.coverage(json, Coverage.of(log, filter)));
        routes.list(
                "/v1/audit",
                filter -> json -> ApiJson.page(json, "deeds", store.audit().deeds(filter), ApiJson::deed));
        routes.list(
                "/v1/approvals",
                filter -> json ->
                        ApiJson.page(json, "approvals", store.approvals().approvals(filter), ApiJson::approval));
        routes.list(
                "/v1/reviewers",
                filter -> json -> ApiJson.reviewers(json, store.approvals().reviewers(filter)));
    }

    private void events(ServerRequest request, ServerResponse response, Caller caller) throws IOException {
        EventIntake.Taken taken = intake.take(request.content().inputStream());
        response.status(taken.fault().isEmpty() ? Status.OK_200 : Status.CONFLICT_409);
        reply(response, json -> {
            json.number("added", taken.added()).number("known", taken.known());
            taken.fault().ifPresent(fault -> json.text("error", fault));
        });
    }

    /// What is done for a person.
    @FunctionalInterface
    interface Deed {
        void handle(ServerRequest request, ServerResponse response, Caller caller) throws IOException;
    }

    /// Routes that only people may take.
    private record Routes(HttpRules rules, Callers callers) {

        /// A list that a filter narrows.
        void list(String path, Function<Filter, Consumer<JsonWriter>> parts) {
            get(path, (request, response) -> reply(response, parts.apply(Queries.filter(request))));
        }

        void get(String path, Handler handler) {
            rules.get(path, (request, response) -> {
                if (Site.caller(callers, request, response).isPresent()) {
                    handler.handle(request, response);
                }
            });
        }

        void post(String path, Deed deed) {
            rules.post(path, (request, response) -> {
                Optional<Caller> caller = Site.caller(callers, request, response);
                if (caller.isPresent()) {
                    deed.handle(request, response, caller.get());
                }
            });
        }
    }

    private void status(JsonWriter json) {
        json.text("version", version).text("since", since.toString());
        ApiJson.agents(json, store.sessions(), sessions.since(Instant.EPOCH));
        json.number("waiting", oversight.approvals().waiting());
        ApiJson.switches(json, oversight.switches().holding(oversight.clock().instant()));
    }

    private void session(ServerRequest request, ServerResponse response) {
        String id = request.query()
                .first("id")
                .orElseGet(() -> request.path().pathParameters().first("id").orElse(""));
        Optional<SessionSummary> found = Optional.empty();
        for (Channel channel : Channel.values()) {
            if (found.isEmpty() && !id.isBlank()) {
                found = store.sessions().session(new SessionId(id), channel);
            }
        }
        if (found.isEmpty()) {
            missing(response, "session `%s` is not known".formatted(id));
            return;
        }
        SessionSummary summary = found.get();
        reply(response, json -> {
            ApiJson.sessionParts(json, summary);
            Filter filter = Filter.of(summary.session()).limit(Filter.MOST);
            ApiJson.list(json, "findings", store.sessions().findings(filter).items(), ApiJson::finding);
            ApiJson.list(
                    json,
                    "interventions",
                    store.sessions().interventions(filter).items(),
                    ApiJson::intervention);
        });
    }

    private void approval(ServerRequest request, ServerResponse response) {
        String id = request.path().pathParameters().get("id");
        Optional<Approval> approval = store.approvals().approval(id);
        if (approval.isEmpty()) {
            missing(response, "approval `%s` is not known".formatted(id));
            return;
        }
        reply(response, json -> ApiJson.approvalParts(json, approval.get()));
    }

    private void vote(ServerRequest request, ServerResponse response, Caller caller) throws IOException {
        String id = request.path().pathParameters().get("id");
        Node.Fields body = body(request);
        String decision = body.textOr("decision", "");
        if (!decision.equals("approve") && !decision.equals("deny")) {
            throw new IllegalArgumentException("`decision` is `approve` or `deny`, not `%s`".formatted(decision));
        }
        Grant.Scope scope = Queries.constant(Grant.Scope.class, body.textOr("scope", "once"), "scope");
        String path = body.textOr("path", "");
        if (scope == Grant.Scope.PATH && path.isBlank()) {
            throw new IllegalArgumentException("with the scope `path`, `path` says which");
        }
        Approvals.Decision decided = new Approvals.Decision(
                decision.equals("approve"),
                body.textOr("why", ""),
                scope,
                path,
                Queries.duration(body.textOr("for", "")));
        switch (oversight.approvals().vote(id, caller, decided)) {
            case ApprovalStore.Answered.Counted counted -> {
                oversight.note(caller.name(), "approval-" + decision, id, decided.why());
                oversight.onlookers().tell(new Change.Asked(id));
                reply(response, json -> ApiJson.approvalParts(json, counted.approval()));
            }
            case ApprovalStore.Answered.Rejected rejected -> {
                response.status(Status.CONFLICT_409);
                reply(response, json -> json.text("error", rejected.reason()));
            }
        }
    }

    private void stop(ServerRequest request, ServerResponse response, Caller caller) throws IOException {
        Node.Fields body = body(request);
        String why = body.textOr("why", "");
        if (why.isBlank()) {
            throw new IllegalArgumentException("say `why`: the agent and the record need a reason");
        }
        Switch.Kind kind = Queries.constant(Switch.Kind.class, body.textOr("kind", "stop"), "kind");
        Optional<Duration> time = Queries.duration(body.textOr("for", ""));
        Switch thrown = oversight
                .switches()
                .stop(target(body), kind, caller.name(), why, oversight.clock().instant(), time);
        oversight.notifications().tell(Wordings.notice(thrown));
        oversight.note(caller.name(), "switch-thrown", Wordings.scope(thrown.target()), why);
        oversight.onlookers().tell(new Change.Switched());
        reply(response, json -> ApiJson.switchParts(json, thrown));
    }

    private void lift(ServerRequest request, ServerResponse response, Caller caller) throws IOException {
        Node.Fields body = body(request);
        Switch.Target target = target(body);
        List<Switch> lifted = oversight
                .switches()
                .lift(target, caller.name(), oversight.clock().instant());
        oversight.note(caller.name(), "switch-lifted", Wordings.scope(target), body.textOr("why", ""));
        oversight.onlookers().tell(new Change.Switched());
        reply(response, json -> ApiJson.switches(json, lifted));
    }

    /// Whether there is such an agent: one that we know, or one that was heard of.
    private boolean isKnown(String agent) {
        return AGENTS.contains(agent)
                || !store.sessions()
                        .sessions(Filter.ALL.agent(agent).limit(1))
                        .items()
                        .isEmpty();
    }

    private Switch.Target target(Node.Fields body) {
        Switch.Scope scope = Queries.constant(Switch.Scope.class, body.textOr("scope", ""), "scope");
        String value = body.textOr("value", "");
        if (scope != Switch.Scope.ALL && value.isBlank()) {
            throw new IllegalArgumentException(
                    "`value` says which " + scope.name().toLowerCase(Locale.ROOT));
        }
        if (scope == Switch.Scope.AGENT && !isKnown(value)) {
            throw new IllegalArgumentException("no agent is called `%s`; known are %s".formatted(value, AGENTS));
        }
        return new Switch.Target(scope, scope == Switch.Scope.ALL ? "" : value);
    }

    /// The object that a person's request carries.
    static Node.Fields body(ServerRequest request) throws IOException {
        byte[] bytes;
        try (InputStream stream = request.content().inputStream()) {
            bytes = stream.readNBytes(MOST);
        }
        try {
            List<Node> nodes = READER.read(bytes, 0, bytes.length);
            if (nodes.size() == 1 && nodes.getFirst() instanceof Node.Fields fields) {
                return fields;
            }
        } catch (MalformedJson fault) {
            throw new IllegalArgumentException("the body is not JSON: " + fault.getMessage(), fault);
        }
        throw new IllegalArgumentException("the body is not one JSON object");
    }

    private static void missing(ServerResponse response, String what) {
        response.status(Status.NOT_FOUND_404);
        reply(response, json -> json.text("error", what));
    }

    static void reply(ServerResponse response, Consumer<JsonWriter> parts) {
        send(response, HookPayload.json(parts));
    }

    private static void send(ServerResponse response, String json) {
        response.header(JSON).send(json);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Api.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("the archive lacks " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
