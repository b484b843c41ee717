package dev.fairlead.cli;

import dev.fairlead.cli.connect.Connection;
import dev.fairlead.cli.connect.Connector;
import dev.fairlead.cli.connect.Connectors;
import dev.fairlead.cli.connect.Plan;
import dev.fairlead.cli.connect.Standing;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `fairlead disconnect`: undoes what `connect` did.
@Command(
        name = "disconnect",
        mixinStandardHelpOptions = true,
        description = {
            "Undoes what `connect` did: files are again as they were, or without what is Fairlead's where you changed them "
                    + "since. Shows what it would change, and asks.",
            ""
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:disconnected", "1:you did not agree", "2:wrong usage", "3:nothing was done"})
final class DisconnectCommand implements Callable<Integer> {

    private static final int NOT_AGREED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private Wiring wiring;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean isAgreed;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Connector> connectors = wiring.namesAgents() ? wiring.connectors() : connected();
        if (connectors.isEmpty()) {
            out.println("no agent is connected");
        }
        int status = 0;
        for (Connector connector : connectors) {
            status = Math.max(status, disconnect(connector, out));
            out.flush();
        }
        return status;
    }

    private List<Connector> connected() throws IOException {
        List<Connector> connected = new ArrayList<>();
        for (Connector connector : Connectors.all()) {
            if (wiring.connection(connector).standing() != Standing.ABSENT) {
                connected.add(connector);
            }
        }
        return connected;
    }

    private int disconnect(Connector connector, PrintWriter out) throws IOException {
        Connection connection = wiring.connection(connector);
        Plan plan = connection.disconnect();
        if (!plan.isDone()) {
            ConnectCommand.show(plan, out);
            out.flush();
            if (!isAgreed && !Terminal.agrees("Disconnect %s?".formatted(connector.title()))) {
                out.println("nothing was changed" + (Terminal.isInteractive() ? "" : "; add --yes to agree"));
                return NOT_AGREED;
            }
        }
        connection.disconnect(plan);
        out.println(
                plan.isDone()
                        ? "%s is not connected; nothing to change".formatted(connector.title())
                        : "%s is disconnected".formatted(connector.title()));
        return 0;
    }
}
