package dev.fairlead.cli;

import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `fairlead report`: what came of guidance.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Tells how often agents recovered after guidance, by class and agent, with 95 %% intervals.")
final class ReportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (ServerClient server = ServerClient.open()) {
            List<Node> all = server.get("/api/v1/recovery").items("recoveries").nodes();
            if (all.isEmpty()) {
                out.println("no agent has been guided yet");
            } else {
                out.println("%-26s %-12s %-10s %7s %7s %7s %8s  %s"
                        .formatted(
                                "class", "agent", "delivery", "heeded", "ignored", "gave up", "too soon", "recovery"));
            }
            for (Node each : all) {
                if (each instanceof Node.Fields row) {
                    out.println(line(row));
                }
            }
            out.flush();
            return 0;
        }
    }

    private static String line(Node.Fields row) {
        return "%-26s %-12s %-10s %7d %7d %7d %8d  %s"
                .formatted(
                        row.textOr("class", ""),
                        row.textOr("agent", ""),
                        row.isTrue("shadowed") ? "not told" : "told",
                        row.number("heeded").orElse(0),
                        row.number("ignored").orElse(0),
                        row.number("gaveUp").orElse(0),
                        row.number("tooSoon").orElse(0),
                        rate(row));
    }

    private static String rate(Node.Fields row) {
        if (row.number("n").orElse(0) == 0) {
            return "–";
        }
        return String.format(
                Locale.ROOT,
                "%.0f %% [%.0f–%.0f], n = %d",
                percent(row, "rate"),
                percent(row, "low"),
                percent(row, "high"),
                row.number("n").orElse(0));
    }

    private static double percent(Node.Fields row, String key) {
        return row.get(key) instanceof Node.Scalar scalar ? 100 * Double.parseDouble(scalar.literal()) : 0;
    }
}
