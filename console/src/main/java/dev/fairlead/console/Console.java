package dev.fairlead.console;

import dev.fairlead.server.Annex;
import dev.fairlead.server.Caller;
import dev.fairlead.server.Door;
import dev.fairlead.wire.HookPayload;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The console, as a part of the server's site: which address shows which page.
public final class Console implements Annex {

    /// Where somebody who holds the token gets a link that lets one browser in.
    public static final String LINKS = "/console/links";

    /// A page of the console: its addresses, and what they show and do.
    @FunctionalInterface
    interface Part {
        void route(Ways ways);
    }

    /// The addresses of pages.
    record Ways(HttpRouting.Builder routing, Entrance entrance) {

        /// An address that shows something.
        void show(String path, Function<Asked, Answered> page) {
            routing.get(path, entrance.page(page));
        }

        /// An address at which something is done.
        void deed(String path, Function<Asked, Answered> deed) {
            routing.post(path, entrance.deed(deed));
        }
    }

    @Override
    public void route(HttpRouting.Builder routing, Door door) {
        Visitors visitors = new Visitors(door.clock());
        Entrance entrance = new Entrance(door, visitors);
        Frames frames = new Frames(door);
        routing.get("/assets/{digest}/{name}", Assets::serve)
                .post(LINKS, (request, response) -> link(request, response, door, visitors))
                .post("/sign-in", entrance::signIn)
                .get("/sign-in", (request, response) -> {
                    if (entrance.isOurs(request, response)) {
                        entrance.send(response, new Answered.Page(Failures.signIn("")));
                    }
                });
        routing.get("/signed-in", (request, response) -> {
            if (entrance.isOurs(request, response)) {
                boolean isIn = entrance.visitor(request).isPresent();
                response.status(isIn ? Status.NO_CONTENT_204 : Status.UNAUTHORIZED_401)
                        .send();
            }
        });
        Pulse pulse = new Pulse(door, frames, entrance);
        routing.get("/changes", pulse::serve);
        Ways ways = new Ways(routing, entrance);
        ways.deed("/sign-out", asked -> {
            visitors.leave(asked.visitor());
            return new Answered.Elsewhere("/sign-in");
        });
        parts(door, frames).forEach(each -> each.route(ways));
        routing.get("/*", (request, response) -> {
            if (entrance.isOurs(request, response)) {
                entrance.send(response, new Answered.Missing(request.path().path()));
            }
        });
    }

    private static List<Part> parts(Door door, Frames frames) {
        return List.of(
                new StartDesk(door, frames),
                new NowDesk(door, frames),
                new ApprovalDesk(door, frames),
                new SessionDesk(door, frames),
                new ListDesk(door, frames),
                new FindingDesk(door, frames),
                new InterventionDesk(door, frames),
                new FleetDesk(door, frames),
                new PolicyDesk(door, frames),
                new AuditDesk(door, frames));
    }

    /// Gives a link to somebody who holds the token: the code stands behind the hash, which no browser sends on.
    private static void link(ServerRequest request, ServerResponse response, Door door, Visitors visitors) {
        Optional<Caller> caller =
                door.caller(request.headers().first(HeaderNames.AUTHORIZATION).orElse(""));
        response.status(caller.isPresent() ? Status.OK_200 : Status.UNAUTHORIZED_401)
                .header(HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/json"))
                .send(HookPayload.json(json -> {
                    caller.ifPresent(each -> json.text("path", "/sign-in#" + visitors.code(each)));
                    if (caller.isEmpty()) {
                        json.text("error", Say.say("error.token"));
                    }
                }));
    }
}
