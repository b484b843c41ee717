package dev.fairlead.proof.bench;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.server.Server;
import dev.fairlead.server.ServerSettings;
import dev.fairlead.server.StateFolder;
import dev.fairlead.wire.TranscriptReader;
import dev.fairlead.wire.events.EventLine;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Many sessions at once: the events of stored ones, each told for many sessions in turns over HTTP to a server in this
/// process, as fast as it takes them or at a steady rate. Says what was taken and what memory it takes: a measurement
/// for
/// a person to read, no test.
public final class LiveLoad {

    private static final int BATCH = 500;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Event> pattern;
    private final int sessions;
    private final int rate;

    private LiveLoad(List<Event> pattern, int sessions, int rate) {
        this.pattern = pattern;
        this.sessions = sessions;
        this.rate = rate;
    }

    /// Loads, and reports.
    ///
    /// @param arguments a folder with stored sessions, how many sessions there are to be, how many events
    ///     each, and how many events a second (0 for as many as there can be)
    public static void main(String[] arguments) throws Exception {
        int sessions = Integer.parseInt(arguments[1]);
        int each = Integer.parseInt(arguments[2]);
        int rate = Integer.parseInt(arguments[3]);
        LiveLoad load = new LiveLoad(pattern(Path.of(arguments[0]), each), sessions, rate);
        Path folder = Files.createTempDirectory("fairlead-load");
        ServerSettings settings = ServerSettings.of(folder.resolve("state"), folder.resolve("home"), "bench")
                .on(0);
        try (Server server = Server.start(settings, "bench", System.err::println)) {
            String token = StateFolder.at(settings.state()).token(StateFolder.ADMIN_TOKEN);
            load.run(server.port(), token);
        }
    }

    /// The first events of the first session that has as many.
    private static List<Event> pattern(Path folder, int count) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<Event> longest = List.of();
        for (Path file : files) {
            List<Event> events = new ArrayList<>();
            try (InputStream source = Files.newInputStream(file)) {
                new TranscriptReader("load", Optional.empty(), events::add).read(file, source);
            }
            longest = events.size() > longest.size() ? events : longest;
        }
        List<Event> repeated = new ArrayList<>();
        while (repeated.size() < count) {
            repeated.addAll(longest);
        }
        return repeated.subList(0, count);
    }

    private void run(int port, String token) throws IOException, InterruptedException {
        URI where = URI.create("http://127.0.0.1:" + port + "/api/v1/events");
        long begin = System.nanoTime();
        long sent = 0;
        long told = 0;
        StringBuilder batch = new StringBuilder();
        for (int i = 0; i < pattern.size(); i++) {
            Event event = pattern.get(i);
            for (int j = 0; j < sessions; j++) {
                batch.append(EventLine.write(
                                new Event(new SessionId("load-" + j), i, event.at(), Origin.index(i), event.what())))
                        .append('\n');
                sent++;
                if (sent % BATCH == 0 || sent == (long) sessions * pattern.size()) {
                    post(where, token, batch.toString());
                    batch.setLength(0);
                    await(begin, sent);
                }
            }
            if (System.nanoTime() - begin > (told + 1) * TimeUnit.SECONDS.toNanos(15)) {
                told = (System.nanoTime() - begin) / TimeUnit.SECONDS.toNanos(15);
                report(sent, begin);
            }
        }
        report(sent, begin);
    }

    private void post(URI where, String token, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(where)
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("\"known\":0")) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    private void await(long begin, long sent) {
        if (rate > 0) {
            long due = begin + sent * TimeUnit.SECONDS.toNanos(1) / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
    }

    private void report(long sent, long begin) throws IOException {
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        String resident = "?";
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            resident = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .findFirst()
                    .orElse("?")
                    .replace("VmRSS:", "")
                    .strip();
        }
        System.out.printf(
                Locale.ROOT,
                "%,d sessions, %,d events in %.0f s (%,.0f/s); heap in use %,d MiB, resident %s%n",
                sessions,
                sent,
                seconds,
                sent / seconds,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                resident);
    }
}
