package dev.fairlead.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The program: reads its arguments and runs the command that they name.
@Command(
        name = "fairlead",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        description = "Watches coding agents while they work, and tells them and you what they are doing wrong.")
public final class Main implements Runnable {
    static final String VERSION = "fairlead 0.1.0-SNAPSHOT";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before it runs the command
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            // Answered without picocli, whose classes are too old for the AOT cache and take most of the start.
            System.out.println(VERSION);
            return;
        }
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
