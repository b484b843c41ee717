package dev.fairlead.cli;

import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `fairlead resume`: lifts the switch.
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Lifts what `fairlead stop` threw for the same target.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:lifted", "1:nothing was in force for it", "2:wrong usage", "3:no server runs"})
final class ResumeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private SwitchTarget target;

    @Option(names = "--why", paramLabel = "REASON", description = "The reason, for the record.")
    private String why = "";

    @Override
    public Integer call() throws IOException {
        target.check(spec.commandLine());
        try (ServerClient server = ServerClient.open()) {
            Node.Fields answer = server.post("/api/v1/switches/lift", json -> {
                target.write(json);
                json.text("why", why);
            });
            int lifted = answer.items("switches").nodes().size();
            spec.commandLine()
                    .getOut()
                    .println(
                            lifted == 0
                                    ? "nothing was in force for " + target.shown()
                                    : "%d lifted; %s may go on".formatted(lifted, target.shown()));
            spec.commandLine().getOut().flush();
            return lifted == 0 ? 1 : 0;
        }
    }
}
