package dev.fairlead.cli;

import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fairlead approvals`: the calls that wait for a person.
@Command(
        name = "approvals",
        mixinStandardHelpOptions = true,
        description = "Lists, shows and decides the calls that wait for a person.")
final class ApprovalsCommand implements Runnable {

    private static final int WIDTH = 76;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// Those that wait.
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists those that wait, or all.")
    int list(@Option(names = "--all", description = "Those that were decided, too.") boolean isAll) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (ServerClient server = ServerClient.open()) {
            List<Node> all = server.get("/api/v1/approvals" + (isAll ? "" : "?state=pending"))
                    .items("approvals")
                    .nodes();
            if (all.isEmpty()) {
                out.println("nothing waits for a person");
            }
            for (Node each : all) {
                if (each instanceof Node.Fields approval) {
                    out.println("%s  %-8s  %s  %s"
                            .formatted(
                                    approval.textOr("id", ""),
                                    approval.textOr("state", ""),
                                    since(approval.textOr("askedAt", "")),
                                    oneLine(approval.textOr("command", ""))));
                    out.println("    %s; rules %s; session %s"
                            .formatted(
                                    panel(approval),
                                    String.join(", ", texts(approval, "rules")),
                                    approval.textOr("session", "")));
                }
            }
            out.flush();
            return 0;
        }
    }

    /// One of them, whole.
    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one, whole.")
    int show(@Parameters(paramLabel = "ID") String id) throws IOException {
        try (ServerClient server = ServerClient.open()) {
            Node.Fields approval = server.get("/api/v1/approvals/" + encoded(id));
            Node.Fields session = server.get("/api/v1/session?id=" + encoded(approval.textOr("session", "")));
            print(approval, session);
            return 0;
        }
    }

    private void print(Node.Fields approval, Node.Fields session) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("would run  " + approval.textOr("command", "").replace("\n", "\n           "));
        out.println("with       " + approval.textOr("tool", ""));
        out.println("which");
        for (String effect : texts(approval, "effects")) {
            wrapped(out, "- " + effect);
        }
        block(out, "in these lines", approval.textOr("change", ""));
        out.println("asked for");
        wrapped(out, approval.textOr("reason", ""));
        out.println("the person had asked");
        String task = session.textOr("task", "");
        wrapped(out, task.isBlank() ? "(nothing is known of it)" : task);
        block(out, "the agent says", approval.textOr("plan", ""));
        out.println("session    %s of %s in %s: %d calls, %d failed"
                .formatted(
                        approval.textOr("session", ""),
                        session.textOr("agent", ""),
                        session.textOr("directory", "an unknown folder"),
                        session.number("toolCalls").orElse(0),
                        session.number("toolFailures").orElse(0)));
        out.println("state      %s, asked %s, open until %s"
                .formatted(
                        approval.textOr("state", ""),
                        since(approval.textOr("askedAt", "")),
                        minute(approval.textOr("expiresAt", ""))));
        out.println("decides    " + panel(approval));
        for (Node each : approval.items("votes").nodes()) {
            if (each instanceof Node.Fields vote) {
                out.println("           %s said %s%s"
                        .formatted(
                                vote.textOr("by", ""),
                                vote.isTrue("granted") ? "yes" : "no",
                                vote.textOr("why", "").isEmpty() ? "" : ": " + vote.textOr("why", "")));
            }
        }
        out.flush();
    }

    /// Who is asked.
    private static String panel(Node.Fields approval) {
        long needed = approval.number("needed").orElse(1);
        String group = approval.textOr("group", "");
        String who = needed == 1 ? "one person" : needed + " different people";
        String next = approval.textOr("escalatesTo", "");
        return who
                + (group.isEmpty() ? "" : " of " + group)
                + (next.isEmpty() ? "" : "; %s from %s on".formatted(next, minute(approval.textOr("escalatesAt", ""))));
    }

    /// A time to the minute, in UTC.
    private static String minute(String instant) {
        return instant.length() < 16 ? instant : instant.substring(0, 16).replace('T', ' ') + " UTC";
    }

    /// Lines as they are, without what could steer a terminal.
    private static void block(PrintWriter out, String title, String text) {
        if (!text.isBlank()) {
            out.println(title);
            text.lines().forEach(line -> out.println("  " + Wrap.plain(line)));
        }
    }

    private static void wrapped(PrintWriter out, String text) {
        for (String line : Wrap.lines(Wrap.plain(text), WIDTH)) {
            out.println("  " + line);
        }
    }

    /// Lets it run.
    @Command(name = "approve", mixinStandardHelpOptions = true, description = "Lets a call run.")
    int approve(
            @Parameters(paramLabel = "ID") String id,
            @Option(
                            names = "--scope",
                            paramLabel = "SCOPE",
                            description = "once, command, path or session; once by default.")
                    @Nullable
                    String scope,
            @Option(names = "--path", paramLabel = "PATH", description = "With --scope path: below which path.")
                    @Nullable
                    String path,
            @Option(names = "--for", paramLabel = "TIME", description = "How long leave holds; 1h by default.")
                    @Nullable
                    String time,
            @Option(names = "--why", paramLabel = "REASON", description = "The reason, for the record.") @Nullable
                    String why)
            throws IOException {
        return decide(
                id,
                true,
                scope == null ? "once" : scope,
                path == null ? "" : path,
                time == null ? "" : time,
                why == null ? "" : why);
    }

    /// Refuses it.
    @Command(name = "deny", mixinStandardHelpOptions = true, description = "Refuses a call; the agent reads why.")
    int deny(
            @Parameters(paramLabel = "ID") String id,
            @Option(
                            names = "--why",
                            paramLabel = "REASON",
                            required = true,
                            description = "The reason, which the agent reads.")
                    String why)
            throws IOException {
        return decide(id, false, "once", "", "", why);
    }

    private int decide(String id, boolean isGranted, String scope, String path, String time, String why)
            throws IOException {
        try (ServerClient server = ServerClient.open()) {
            Node.Fields approval = server.post(
                    "/api/v1/approvals/" + encoded(id),
                    json -> json.text("decision", isGranted ? "approve" : "deny")
                            .text("scope", scope)
                            .text("path", path)
                            .text("for", time)
                            .text("why", why));
            spec.commandLine().getOut().println("%s is %s".formatted(id, standing(approval)));
            spec.commandLine().getOut().flush();
            return 0;
        }
    }

    private static String standing(Node.Fields approval) {
        String state = approval.textOr("state", "");
        if (approval.isTrue("canary")) {
            return state + "; it was a test of whether questions are read, and nothing has run";
        }
        long given = approval.items("votes").nodes().size();
        return state.equals("pending")
                ? "pending: %d of %d people have approved"
                        .formatted(given, approval.number("needed").orElse(1))
                : state;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// The texts of a list.
    static List<String> texts(Node.Fields fields, String key) {
        List<String> texts = new ArrayList<>();
        for (Node each : fields.items(key).nodes()) {
            if (each instanceof Node.Text text) {
                texts.add(text.value());
            }
        }
        return texts;
    }

    private static String oneLine(String text) {
        String line = text.replace('\n', ' ').strip();
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }

    private static String since(String instant) {
        if (instant.isEmpty()) {
            return "";
        }
        Duration ago = Duration.between(Instant.parse(instant), Instant.now());
        return ago.toMinutes() < 1
                ? ago.toSeconds() + " s ago"
                : ago.toHours() < 1 ? ago.toMinutes() + " min ago" : ago.toHours() + " h ago";
    }
}
