package dev.fairlead.server;

import dev.fairlead.code.review.Spoken;
import dev.fairlead.code.syntax.ParserProcess;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.store.Approval;
import dev.fairlead.store.Journal;
import dev.fairlead.store.Recorder;
import dev.fairlead.store.Store;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The running server: joins store, sessions, approvals and switches, and listens on the loopback address.
public final class Server implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final long REFRESH_SECONDS = 1;
    private static final long UPKEEP_SECONDS = 60;
    /// After which a text is given up that the parser does not come to an end with.
    private static final Duration PARSING = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    /// How long what is decided takes at most to be written to its connection.
    private static final Duration ANSWERING = Duration.ofMillis(300);

    private final WebServer web;
    private final List<Clockwork> clockworks;
    private final Recorder recorder;
    private final Journal journal;
    private final Store store;
    private final StateFolder state;
    private final Imports imports;
    private final Oversight oversight;
    private final Silence silence;
    private final CodeDesk code;

    private Server(
            WebServer web,
            List<Clockwork> clockworks,
            Recorder recorder,
            Journal journal,
            Store store,
            StateFolder state,
            Imports imports,
            Oversight oversight,
            Silence silence,
            CodeDesk code) {
        this.web = web;
        this.clockworks = clockworks;
        this.recorder = recorder;
        this.journal = journal;
        this.store = store;
        this.state = state;
        this.imports = imports;
        this.oversight = oversight;
        this.silence = silence;
        this.code = code;
    }

    /// Starts a server. When this returns it answers hooks.
    ///
    /// @param version what it says of itself
    /// @param log is told what it does
    /// @throws IOException where the state folder cannot be used, or another server uses the port
    public static Server start(ServerSettings settings, String version, ServerLog log) throws IOException {
        return start(settings, version, log, Annex.NONE);
    }

    /// Starts a server whose site has a further part.
    ///
    /// @throws IOException where the state folder cannot be used, or another server uses the port
    public static Server start(ServerSettings settings, String version, ServerLog log, Annex annex) throws IOException {
        return start(settings, version, log, annex, Clock.systemUTC());
    }

    /// Starts a server that lives by another clock.
    ///
    /// @throws IOException where the state folder cannot be used, or another server uses the port
    public static Server start(ServerSettings settings, String version, ServerLog log, Annex annex, Clock clock)
            throws IOException {
        Consumer<String> notices = log::notice;
        Logs.quieten();
        StateFolder state = StateFolder.at(settings.state());
        Store store = Store.open(settings.store());
        Journal journal = Journal.open(settings.state().resolve("journal"), Journal.Limits.USUAL, notices);
        Recorder recorder = Recorder.start(journal, store.sessions(), notices);
        Oversight oversight = oversight(settings, store, recorder, clock, notices);
        LiveSessions sessions = new LiveSessions(oversight, Runtime.getRuntime().maxMemory());
        gauges(oversight, sessions);
        Imports imports = new Imports(oversight, notices);
        CodeDesk code = new CodeDesk(oversight, sessions, ParserProcess.likeThisOne(PARSING), notices);
        oversight.counters().gauge("fairlead_changes_waiting", "Changes of code that wait for a review", code::waiting);
        Instant now = oversight.clock().instant();
        Site site = new Site(state, store, sessions, oversight, imports, code, version, now, log);
        Door door = new Door(store, sessions, oversight, site.callers(), version, notices, imports);
        WebServer web = listen(settings, site, annex, door);
        Silence silence = silence(oversight, store, now, notices);
        Upkeep upkeep =
                new Upkeep(store, settings.retention(), oversight.clock(), now.plusSeconds(UPKEEP_SECONDS), notices);
        List<Clockwork> clockworks = List.of(
                Clockwork.every(REFRESH_SECONDS, () -> tick(oversight, imports), notices),
                Clockwork.every(UPKEEP_SECONDS, upkeep::tend, notices));
        state.announce(web.port(), now, version);
        return new Server(web, clockworks, recorder, journal, store, state, imports, oversight, silence, code);
    }

    private static Silence silence(Oversight oversight, Store store, Instant now, Consumer<String> notices) {
        Silence silence = new Silence(store.sessions(), oversight.clock(), now, alarm -> {
            Notifications.Notice notice = Wordings.notice(alarm);
            notices.accept(notice.text());
            oversight.notifications().tell(notice);
            oversight.note("hooks-silent", alarm.session().value(), notice.text());
        });
        oversight.counters().gauge("fairlead_silent_sessions", "Sessions whose hooks fell silent", silence::count);
        return silence;
    }

    private static WebServer listen(ServerSettings settings, Site site, Annex annex, Door door) {
        return WebServer.builder()
                .host(LOOPBACK)
                .port(settings.port())
                .maxPayloadSize(-1)
                // else the rest of a large page waits 40 ms for the word that its beginning has arrived
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .shutdownHook(false)
                .contentEncoding(encodings -> encodings.addContentEncoding(new Gzip()))
                .routing(routing -> {
                    site.route(routing);
                    annex.route(routing, door);
                })
                .build()
                .start();
    }

    private static Oversight oversight(
            ServerSettings settings, Store store, Recorder recorder, Clock clock, Consumer<String> notices) {
        Counters counters = new Counters();
        Notifications notifications =
                new Notifications(settings.receivers(), clock, Duration.ofSeconds(1), counters, notices);
        Onlookers onlookers = new Onlookers();
        Approvals approvals = new Approvals(
                store.approvals(), clock, settings.hold(), settings.patience(), settings.redacts(), approval -> {
                    notifications.tell(Wordings.notice(approval));
                    onlookers.tell(new Change.Asked(approval.id()));
                });
        return new Oversight(
                clock,
                new Policies(settings.root(), settings.home(), notices),
                new Switches(store.switches(), clock.instant()),
                approvals,
                recorder,
                store.sessions(),
                store.audit(),
                counters,
                notifications,
                onlookers,
                Detectors.all(),
                proven(),
                settings.person(),
                settings.home().toAbsolutePath().toString(),
                settings.shadowShare(),
                settings.redacts());
    }

    private static Set<String> proven() {
        return Stream.concat(
                        Detectors.proven().stream()
                                .map((Detector<?> detector) -> detector.card().id()),
                        Spoken.rules().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void gauges(Oversight oversight, LiveSessions sessions) {
        Counters counters = oversight.counters();
        counters.gauge("fairlead_sessions", "Sessions at hand", sessions::size);
        counters.gauge("fairlead_hooks_waiting", "Hooks that wait for a person", oversight.approvals()::waiting);
        counters.gauge(
                "fairlead_journal_waiting",
                "Entries that are in the journal only",
                () -> oversight.recorder().load().waiting());
    }

    private static void tick(Oversight oversight, Imports imports) {
        oversight.policies().refresh();
        for (Approval each : oversight.approvals().tend()) {
            String group = each.request().panel().group();
            oversight.note("approval-escalated", each.id(), "nobody decided in time; `%s` is asked".formatted(group));
        }
        imports.readMarked();
    }

    /// The port on which it listens.
    public int port() {
        return web.port();
    }

    /// Brings sessions that agents have stored on disk into the store, and notices those whose hooks fell
    /// silent. Takes as long as it takes.
    public void importFrom(List<Path> files) {
        files.forEach(imports::read);
        silence.look();
    }

    /// Whoever waits for a person is told so before connections end; agents would take a broken one for leave.
    private void letHooksGo() {
        Approvals approvals = oversight.approvals();
        if (approvals.waiting() == 0) {
            return;
        }
        long end = System.nanoTime() + LAST_WORDS.toNanos();
        while (approvals.waiting() > 0 && System.nanoTime() < end) {
            approvals.letGo();
            Thread.onSpinWait();
        }
        LockSupport.parkNanos(ANSWERING.toNanos());
    }

    /// Stops: no new requests, what runs is finished, what was recorded goes to the store.
    @Override
    public void close() {
        clockworks.forEach(Clockwork::close);
        oversight.notifications().close();
        letHooksGo();
        web.stop();
        code.close();
        recorder.close();
        journal.close();
        store.close();
        try {
            state.retract();
        } catch (IOException leftBehind) {
            // a file that names a process which is gone is recognised by whoever reads it
        }
    }
}
