package dev.fairlead.cli;

import dev.fairlead.code.review.ReportCard;
import dev.fairlead.core.event.Event;
import dev.fairlead.server.CodeCard;
import dev.fairlead.store.CodeChange;
import dev.fairlead.store.CodeChange.Sums;
import dev.fairlead.store.Filter;
import dev.fairlead.store.Page;
import dev.fairlead.store.SeriesStore;
import dev.fairlead.store.Store;
import dev.fairlead.store.StoreFault;
import dev.fairlead.wire.json.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `fairlead review series`: what agents changed in the code over time, from the store.
@Command(
        name = "series",
        mixinStandardHelpOptions = true,
        description = "Prints the card of each agent, or every change that is stored with its figures.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:printed", "2:wrong usage", "3:the store cannot be used"})
final class ReviewSeriesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Option(
            names = "--store",
            defaultValue = "${env:FAIRLEAD_STORE:-}",
            paramLabel = "URL",
            description = "A JDBC URL of PostgreSQL; the file in the state folder by default.")
    private String url = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "table: the card of each agent; jsonl: one change a line, the latest first; table by default.")
    private String format = "table";

    @Option(names = "--agent", paramLabel = "NAME", description = "Only of this agent.")
    private Optional<String> agent = Optional.empty();

    @Option(names = "--repository", paramLabel = "NAME", description = "Only in this repository.")
    private Optional<String> repository = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            defaultValue = "",
            description = "Only of this long ago, such as 30d: m, h, d or w.")
    private String since = "";

    @Override
    public Integer call() throws IOException {
        boolean isJson = format.toLowerCase(Locale.ROOT).equals("jsonl");
        if (!isJson && !format.toLowerCase(Locale.ROOT).equals("table")) {
            throw new ParameterException(
                    spec.commandLine(), "--format takes table or jsonl, not `%s`".formatted(format));
        }
        Instant from = since.isEmpty() ? Event.NO_TIME : Instant.now().minus(Amounts.age(spec, "--since", since));
        Filter filter = Filter.ALL.limit(Filter.MOST);
        filter = since.isEmpty() ? filter : filter.since(from);
        filter = agent.isPresent() ? filter.agent(agent.get()) : filter;
        filter = repository.isPresent() ? filter.repository(repository.get()) : filter;
        PrintWriter out = spec.commandLine().getOut();
        try (Store store = Store.open(StoreCommand.settings(spec, url))) {
            if (isJson) {
                all(store.series(), filter, out);
            } else {
                out.print(cards(store.series().totals(filter)));
            }
        } catch (StoreFault fault) {
            throw new IOException(fault.getMessage(), fault);
        }
        out.flush();
        return 0;
    }

    private static void all(SeriesStore series, Filter filter, PrintWriter out) {
        Page<CodeChange> page = series.changes(filter);
        page.items().forEach(each -> out.println(json(each)));
        while (page.next().isPresent()) {
            page = series.changes(filter.after(page.next().get()));
            page.items().forEach(each -> out.println(json(each)));
        }
    }

    private static String json(CodeChange change) {
        StringWriter line = new StringWriter();
        try (JsonWriter json = new JsonWriter(line)) {
            change.write(json);
        }
        return line.toString();
    }

    /// The card of each agent and model, the one that added most first.
    private static String cards(List<SeriesStore.Total> totals) {
        Map<String, Sums> byMaker = new TreeMap<>();
        for (SeriesStore.Total each : totals) {
            String maker = each.agent() + (each.model().isEmpty() ? "" : " with " + each.model());
            byMaker.merge(maker, each.sums(), Sums::with);
        }
        StringBuilder text = new StringBuilder();
        byMaker.entrySet().stream()
                .sorted(Comparator.comparingLong(each -> -each.getValue().added()))
                .forEach(each -> card(text, each.getKey(), each.getValue()));
        return text.isEmpty() ? "no changes are stored\n" : text.toString();
    }

    private static void card(StringBuilder text, String maker, Sums sums) {
        text.append(text.isEmpty() ? "" : "\n").append(Wrap.plain(maker)).append(": ");
        Optional<ReportCard> card = CodeCard.ofAgent(sums);
        if (card.isEmpty()) {
            text.append("%,d lines added, too few for grades, which begin with %,d\n"
                    .formatted(sums.added(), CodeCard.LEAST));
            return;
        }
        text.append(card.get().overall()).append('\n');
        card.get()
                .subjects()
                .forEach(each ->
                        text.append("  %-12s %s  %s\n".formatted(each.dimension(), each.grade(), each.arithmetic())));
    }
}
