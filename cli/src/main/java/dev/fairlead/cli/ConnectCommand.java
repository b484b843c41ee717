package dev.fairlead.cli;

import dev.fairlead.cli.connect.Connection;
import dev.fairlead.cli.connect.Connector;
import dev.fairlead.cli.connect.FileChange;
import dev.fairlead.cli.connect.Plan;
import dev.fairlead.cli.connect.WhenDown;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `fairlead connect`: wires agents to the server on this machine.
@Command(
        name = "connect",
        mixinStandardHelpOptions = true,
        description = {
            "Wires agents to Fairlead's server, so that their sessions are watched, guided and gated.",
            "Shows what it would change, and asks. What each agent needs is told in docs/connect.md.",
            ""
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:connected", "1:you did not agree", "2:wrong usage", "3:nothing was done"})
final class ConnectCommand implements Callable<Integer> {

    private static final int NOT_AGREED = 1;
    private static final int NOTHING_DONE = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private Wiring wiring;

    @Option(
            names = "--when-down",
            paramLabel = "WAY",
            description =
                    "What becomes of tool calls while the server does not answer: open (they run) or closed (they "
                            + "are refused); as before, and open at first.")
    private @Nullable WhenDown whenDown;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean isAgreed;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Connector> connectors = wiring.connectors();
        if (connectors.isEmpty()) {
            spec.commandLine().getErr().println("fairlead: no agent that can be connected is on the path; name one");
            return NOTHING_DONE;
        }
        if (Program.find("curl").isEmpty()) {
            spec.commandLine().getErr().println("fairlead: the bridge needs `curl`, which is not on the path");
            return NOTHING_DONE;
        }
        int status = 0;
        for (Connector connector : connectors) {
            status = Math.max(status, connect(connector, out));
            out.flush();
        }
        return status;
    }

    private int connect(Connector connector, PrintWriter out) throws IOException {
        Connection connection = wiring.connection(connector);
        WhenDown chosen =
                Optional.ofNullable(whenDown).orElse(connection.whenDown().orElse(WhenDown.OPEN));
        Plan plan = connection.connect(chosen);
        List<String> silencedBy = connection.silencedBy();
        if (!silencedBy.isEmpty()) {
            out.println(silenced(connector.title(), silencedBy));
        }
        if (plan.isDone()) {
            out.println("%s is connected; nothing to change".formatted(connector.title()));
            return 0;
        }
        show(plan, out);
        out.flush();
        if (!isAgreed && !Terminal.agrees("Connect %s?".formatted(connector.title()))) {
            out.println("nothing was changed" + (Terminal.isInteractive() ? "" : "; add --yes to agree"));
            return NOT_AGREED;
        }
        connection.connect(plan, chosen);
        out.println("%s is connected".formatted(connector.title()));
        out.println("  " + chosen.sentence());
        connector.remarks(connection.place()).forEach(remark -> out.println("  " + remark));
        return 0;
    }

    /// What a person reads of settings that switch hooks off.
    static String silenced(String title, List<String> settings) {
        return "%s calls no hook at all because of %s: nothing is watched or gated until that is taken out"
                .formatted(title, String.join(" and ", settings));
    }

    /// What a plan changes, as a diff.
    static void show(Plan plan, PrintWriter out) {
        for (FileChange change : plan.changes()) {
            change.diff().forEach(out::println);
        }
    }
}
