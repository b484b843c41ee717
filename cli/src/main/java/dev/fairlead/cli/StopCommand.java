package dev.fairlead.cli;

import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `fairlead stop`: throws the switch.
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Stops agents: from their next hook on they are refused every call, or told to end.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:in force", "2:wrong usage", "3:no server runs, or it refused"})
final class StopCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private SwitchTarget target;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "How long, such as 30m, 2h or 1d; until resumed by default.")
    private String time = "";

    @Option(names = "--why", paramLabel = "REASON", required = true, description = "The reason, which the agent reads.")
    private String why = "";

    @Option(names = "--pause", description = "Refuse calls of tools, and do not end the session.")
    private boolean isPause;

    @Override
    public Integer call() throws IOException {
        target.check(spec.commandLine());
        try (ServerClient server = ServerClient.open()) {
            Node.Fields thrown = server.post("/api/v1/switches", json -> {
                target.write(json);
                json.text("kind", isPause ? "pause" : "stop").text("why", why).text("for", time);
            });
            spec.commandLine()
                    .getOut()
                    .println("%s %s is in force for %s, %s"
                            .formatted(
                                    thrown.textOr("kind", ""),
                                    thrown.textOr("id", ""),
                                    target.shown(),
                                    thrown.text("until")
                                            .map(until -> "until " + until)
                                            .orElse("until `fairlead resume %s`".formatted(target.typed()))));
            spec.commandLine().getOut().flush();
            return 0;
        }
    }
}
