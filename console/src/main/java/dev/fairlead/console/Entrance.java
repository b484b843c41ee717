package dev.fairlead.console;

import dev.fairlead.console.Visitors.Visitor;
import dev.fairlead.server.Door;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Lets in who may see the console, and nobody else.
///
/// A browser shows a key that no script reads and no other site makes it show; what changes something carries a seal
/// that only our own pages know. Only our own names of this machine are answered, so that no foreign name that leads
/// here lets its site read.
final class Entrance {

    static final String COOKIE = "fairlead-console";

    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Header HTML = HeaderValues.create(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8");
    private static final List<Header> ALWAYS = List.of(
            HeaderValues.create(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"),
            HeaderValues.create("X-Content-Type-Options", "nosniff"),
            HeaderValues.create("X-Frame-Options", "DENY"),
            HeaderValues.create("Referrer-Policy", "same-origin"),
            HeaderValues.create("Cross-Origin-Opener-Policy", "same-origin"),
            HeaderValues.create("Cross-Origin-Resource-Policy", "same-origin"),
            HeaderValues.create("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
            HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store"));

    private final Door door;
    private final Visitors visitors;

    Entrance(Door door, Visitors visitors) {
        this.door = door;
        this.visitors = visitors;
    }

    /// Something that only people who are in may ask for.
    Handler page(Function<Asked, Answered> page) {
        return (request, response) -> {
            if (isOurs(request, response)) {
                Optional<Visitor> visitor = visitor(request);
                if (visitor.isEmpty()) {
                    send(response, new Answered.Page(401, Failures.signIn("")));
                } else {
                    answer(request, response, asked(visitor.get(), request, new Form(Map.of())), page);
                }
            }
        };
    }

    /// Something that people who are in may do.
    Handler deed(Function<Asked, Answered> deed) {
        return (request, response) -> {
            if (!isOurs(request, response)) {
                return;
            }
            Form form = Form.of(request);
            Optional<Visitor> visitor = visitor(request);
            if (visitor.isEmpty() || !isSealed(form, visitor.get()) || isForeign(request)) {
                send(response, new Answered.Page(403, Failures.forbidden()));
            } else {
                answer(request, response, asked(visitor.get(), request, form), deed);
            }
        };
    }

    /// Whether a request names us as we name ourselves; it is answered where it does not.
    boolean isOurs(ServerRequest request, ServerResponse response) {
        ALWAYS.forEach(response::header);
        String host = request.headers().first(HeaderNames.HOST).orElse("");
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        if (NAMES.contains(name)) {
            return true;
        }
        send(response, new Answered.Page(421, Failures.misdirected()));
        return false;
    }

    /// Who asks.
    Optional<Visitor> visitor(ServerRequest request) {
        return request.headers()
                .cookies()
                .first(COOKIE)
                .asOptional()
                .flatMap(visitors::visitor)
                .flatMap(each -> door.again(each.caller()).map(each::with));
    }

    private static boolean isSealed(Form form, Visitor visitor) {
        return MessageDigest.isEqual(
                form.text("seal").getBytes(StandardCharsets.UTF_8),
                visitor.seal().getBytes(StandardCharsets.UTF_8));
    }

    /// Whether the browser says that another site sends this.
    static boolean isForeign(ServerRequest request) {
        String site =
                request.headers().first(HeaderNames.create("Sec-Fetch-Site")).orElse("same-origin");
        String origin = request.headers().first(HeaderNames.ORIGIN).orElse("");
        String host = request.headers().first(HeaderNames.HOST).orElse("");
        return !site.equals("same-origin") || !origin.isEmpty() && !origin.equals("http://" + host);
    }

    private static Asked asked(Visitor visitor, ServerRequest request, Form form) {
        String query = request.query().rawValue();
        return new Asked(
                visitor,
                request.path().path(),
                query,
                Form.read(query),
                form,
                request.headers().contains(HeaderNames.create("HX-Request")));
    }

    private void answer(ServerRequest request, ServerResponse response, Asked asked, Function<Asked, Answered> page) {
        try {
            send(response, page.apply(asked));
        } catch (IllegalArgumentException fault) {
            send(response, new Answered.Page(400, Failures.badRequest(String.valueOf(fault.getMessage()))));
        } catch (RuntimeException fault) {
            door.fault("the page %s failed: %s".formatted(request.path().path(), fault));
            send(response, new Answered.Page(500, Failures.failure(String.valueOf(fault.getMessage()))));
        }
    }

    void send(ServerResponse response, Answered answered) {
        switch (answered) {
            case Answered.Page page ->
                response.status(Status.create(page.status())).header(HTML).send(page.markup());
            case Answered.Elsewhere elsewhere ->
                response.status(Status.SEE_OTHER_303)
                        .header(HeaderValues.create(HeaderNames.LOCATION, elsewhere.address()))
                        .send();
            case Answered.Download file ->
                response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, file.type()))
                        .header(HeaderValues.create(
                                HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\""))
                        .send(file.text());
            case Answered.Missing missing ->
                response.status(Status.NOT_FOUND_404).header(HTML).send(Failures.missing(missing.what()));
        }
    }

    /// Lets somebody in who shows a code that is good.
    void signIn(ServerRequest request, ServerResponse response) throws IOException {
        if (!isOurs(request, response)) {
            return;
        }
        Optional<Visitor> visitor = isForeign(request)
                ? Optional.empty()
                : visitors.enter(Form.of(request).text("code").strip());
        if (visitor.isEmpty()) {
            send(response, new Answered.Page(403, Failures.signIn(Say.say("sign-in.refused"))));
            return;
        }
        response.header(HeaderValues.create(
                HeaderNames.SET_COOKIE,
                "%s=%s; Path=/; HttpOnly; SameSite=Strict; Max-Age=%d"
                        .formatted(COOKIE, visitor.get().key(), Visitors.STAY.toSeconds())));
        send(response, new Answered.Elsewhere("/"));
    }
}
