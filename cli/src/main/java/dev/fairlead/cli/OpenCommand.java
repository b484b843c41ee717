package dev.fairlead.cli;

import dev.fairlead.console.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `fairlead open`: lets a browser into the console.
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Opens the console in a browser, with a link that lets it in once, within five minutes.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:the link is there", "2:wrong usage", "3:no server runs"})
final class OpenCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Option(names = "--print", description = "Print the link, and start no browser.")
    private boolean isOnlyPrinted;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String link = link();
        out.println(link);
        out.flush();
        if (!isOnlyPrinted) {
            show(link);
        }
        return 0;
    }

    /// A link that lets one browser in.
    static String link() throws IOException {
        try (ServerClient client = ServerClient.open()) {
            String path = client.post(Console.LINKS, _ -> {}).textOr("path", "/");
            return client.address() + path;
        }
    }

    /// A machine without a browser still has the link.
    private static void show(String link) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("mac")
                ? List.of("open", link)
                : system.contains("win")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler", link)
                        : List.of("xdg-open", link);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noBrowser) {
            // the link is printed
        }
    }
}
