package dev.fairlead.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `fairlead down`: ends the server of this machine.
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Ends the server of this machine; what it was told is kept.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:it has ended, or none ran", "3:it does not end"})
final class DownCommand implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 30;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Optional<State.Running> running = State.running();
        Optional<ProcessHandle> process = running.flatMap(each -> ProcessHandle.of(each.pid()));
        if (process.isEmpty()) {
            say("no server runs on this machine");
            return 0;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            say("the server has ended; agents that are connected go on as they were told to without it");
            return 0;
        } catch (TimeoutException | ExecutionException stuck) {
            spec.commandLine()
                    .getErr()
                    .println("fairlead: process %d has not ended within %d s; end it with `kill -9 %d`: nothing is lost"
                            .formatted(
                                    process.get().pid(),
                                    PATIENCE_SECONDS,
                                    process.get().pid()));
            return 3;
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
