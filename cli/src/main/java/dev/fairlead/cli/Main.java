package dev.fairlead.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command `fairlead`.
@Command(
        name = "fairlead",
        description = "Reads what coding agents did, and says where they went wrong.",
        subcommands = {
            AgentsCommand.class,
            ApprovalsCommand.class,
            BlameCommand.class,
            PeopleCommand.class,
            CheckCommand.class,
            CheckSecretsCommand.class,
            ConnectCommand.class,
            DisconnectCommand.class,
            DownCommand.class,
            ExplainCommand.class,
            ExportCommand.class,
            MetricsCommand.class,
            OpenCommand.class,
            PolicyCommand.class,
            ProveCommand.class,
            ReplayCommand.class,
            ReportCommand.class,
            ResumeCommand.class,
            ReviewCommand.class,
            ScanCommand.class,
            ServeCommand.class,
            StatusCommand.class,
            StopCommand.class,
            StoreCommand.class,
            UpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main {

    private static final int NOTHING_DONE = 3;
    private static final String EMPTY_PATH = "the path is empty; name a file or folder";

    private Main() {}

    /// Runs one command and ends the process with its exit status.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            System.out.println(version()); // without the command parser, whose start takes longer than all the rest
            return;
        }
        System.exit(commandLine(arguments).execute(arguments));
    }

    /// A parser that knows only the command that is asked for, since making all of them ready takes longer than most
    /// commands do; where none is named, one that knows them all.
    static CommandLine commandLine(String[] arguments) {
        Command all = Main.class.getAnnotation(Command.class);
        for (Class<?> each : all == null || arguments.length == 0 ? new Class<?>[0] : all.subcommands()) {
            Command command = each.getAnnotation(Command.class);
            if (command != null && command.name().equals(arguments[0])) {
                CommandLine top = new CommandLine(CommandSpec.create().name("fairlead"));
                return configured(top.addSubcommand(command.name(), each));
            }
        }
        return commandLine();
    }

    /// The parser of the command line; wrong usage ends with status 2.
    static CommandLine commandLine() {
        return configured(new CommandLine(new Main()));
    }

    private static CommandLine configured(CommandLine line) {
        return line.registerConverter(Path.class, Main::path)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler(Main::failed);
    }

    /// An empty path would be the current folder, which nobody means who gives a variable that is not set.
    private static Path path(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException(EMPTY_PATH);
        }
        return Path.of(text);
    }

    /// Says what is wrong and where to read on; the whole usage would push the message off the screen.
    private static int wrongUsage(CommandLine.ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        command.getErr().println(isEmptyPath(fault) ? EMPTY_PATH : fault.getMessage());
        if (arguments.length == 0) {
            command.usage(command.getErr());
        } else {
            UnmatchedArgumentException.printSuggestions(fault, command.getErr());
            command.getErr()
                    .println(
                            "see `%s --help`".formatted(command.getCommandSpec().qualifiedName()));
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /// Whether a path is empty. In a list of paths the parser takes what it cannot convert for the list's end.
    private static boolean isEmptyPath(CommandLine.ParameterException fault) {
        boolean takesPaths = fault.getCommandLine().getCommandSpec().positionalParameters().stream()
                .anyMatch(each -> List.of(each.typeInfo().getType(), each.auxiliaryTypes()[0])
                        .contains(Path.class));
        return takesPaths
                && fault instanceof UnmatchedArgumentException unmatched
                && unmatched.getUnmatched().contains("");
    }

    /// Says in a line what the world refused, such as a folder that cannot be written to.
    private static int failed(Exception fault, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (!(fault instanceof IOException refused)) {
            throw fault;
        }
        command.getErr().println("fairlead: " + Sources.reason(refused));
        return NOTHING_DONE;
    }

    /// The version of this build, as people read it.
    static String version() throws IOException {
        try (InputStream text = Main.class.getResourceAsStream("version.txt")) {
            String number = text == null ? "unknown" : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
            return "fairlead " + number;
        }
    }

    /// Tells the version of this build.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            return new String[] {version()};
        }
    }
}
