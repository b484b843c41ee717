package dev.fairlead.console;

import dev.fairlead.server.Change;
import dev.fairlead.server.Door;
import dev.fairlead.store.Approval;
import dev.fairlead.wire.HookPayload;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Tells open pages at once that something happened, by server-sent events; each asks for what it shows of it.
final class Pulse {

    /// The most pages that listen at a time.
    static final int MOST = 128;

    private static final int QUEUE = 1_000;
    private static final long BREATH_SECONDS = 15;

    private final Door door;
    private final Frames frames;
    private final Entrance entrance;
    private final Semaphore places = new Semaphore(MOST);

    Pulse(Door door, Frames frames, Entrance entrance) {
        this.door = door;
        this.frames = frames;
        this.entrance = entrance;
    }

    void serve(ServerRequest request, ServerResponse response) throws IOException {
        if (!entrance.isOurs(request, response)) {
            return;
        }
        if (entrance.visitor(request).isEmpty()) {
            response.status(Status.UNAUTHORIZED_401).send();
            return;
        }
        if (!places.tryAcquire()) {
            response.status(Status.SERVICE_UNAVAILABLE_503).send();
            return;
        }
        BlockingQueue<Change> changes = new LinkedBlockingQueue<>(QUEUE);
        Runnable ending = door.listen(changes::offer);
        try {
            response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, "text/event-stream"));
            try (OutputStream out = response.outputStream()) {
                tell(request, changes, out);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            ending.run();
            places.release();
        }
    }

    /// Ends when the page is closed, which is seen when something is written, or when its visitor is no longer in.
    private void tell(ServerRequest request, BlockingQueue<Change> changes, OutputStream out)
            throws IOException, InterruptedException {
        write(out, ": here\n\n");
        while (entrance.visitor(request).isPresent()) {
            Optional<Change> first = Optional.ofNullable(changes.poll(BREATH_SECONDS, TimeUnit.SECONDS));
            if (first.isEmpty()) {
                write(out, ": still here\n\n");
                continue;
            }
            List<Change> all = new ArrayList<>(List.of(first.get()));
            changes.drainTo(all);
            Set<String> told = new LinkedHashSet<>();
            all.forEach(each -> told.add(words(each)));
            write(out, String.join("", told));
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String words(Change change) {
        return switch (change) {
            case Change.Went went -> event("went", went.session().value().replaceAll("[\\r\\n]", " "));
            case Change.Switched _ -> event("switched", "");
            case Change.Asked asked -> event("asked", asked(asked.approval()));
        };
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    private String asked(String id) {
        Optional<Approval> approval = door.store().approvals().approval(id);
        return HookPayload.json(json -> json.text("id", id)
                .number("waiting", frames.waiting())
                .text("title", Say.say("notification.title"))
                .text(
                        "text",
                        approval.map(each -> Inert.of(each.request().command())).orElse("")));
    }
}
