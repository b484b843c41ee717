package dev.fairlead.cli;

import dev.fairlead.code.syntax.GuardedParser;
import dev.fairlead.code.syntax.Parser;
import dev.fairlead.server.StoredEdits;
import dev.fairlead.store.Entry;
import dev.fairlead.store.Store;
import dev.fairlead.store.StoreFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fairlead review import`: reviews what stored sessions changed, and keeps the figures.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Reviews every edit of stored sessions, and keeps the figures in the store, for `review series` and the console.",
            "",
            "What was imported before is replaced.",
            ""
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:imported", "2:wrong usage", "3:nothing could be read, or the store cannot be used"})
final class ReviewImportCommand implements Callable<Integer> {

    private static final int BATCH = 200;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files or folders of sessions; the places where agents keep them by default.")
    private List<Path> places = List.of();

    @Option(
            names = "--store",
            defaultValue = "${env:FAIRLEAD_STORE:-}",
            paramLabel = "URL",
            description = "A JDBC URL of PostgreSQL; the file in the state folder by default.")
    private String url = "";

    @Option(names = "--keep-secrets", description = "Do not take secrets out of what is quoted.")
    private boolean keepsSecrets;

    @Override
    public Integer call() throws IOException {
        Warnings warnings = new Warnings(spec.commandLine().getErr());
        List<Entry> waiting = new ArrayList<>();
        try (Store store = Store.open(StoreCommand.settings(spec, url));
                Parser parser = GuardedParser.open()) {
            StoredEdits edits = new StoredEdits(parser, !keepsSecrets, entry -> {
                waiting.add(entry);
                if (waiting.size() >= BATCH) {
                    store.sessions().append(List.copyOf(waiting));
                    waiting.clear();
                }
            });
            SessionEdits.read(places, warnings, edits);
            if (!waiting.isEmpty()) {
                store.sessions().append(List.copyOf(waiting));
            }
            spec.commandLine().getOut().println("%,d changes of files are reviewed".formatted(edits.reviewed()));
            spec.commandLine().getOut().flush();
        } catch (StoreFault fault) {
            throw new IOException(fault.getMessage(), fault);
        }
        warnings.end();
        return 0;
    }
}
