package dev.fairlead.cli;

import dev.fairlead.code.metrics.FunctionMetrics;
import dev.fairlead.code.metrics.Profile;
import dev.fairlead.code.metrics.Profiles;
import dev.fairlead.code.syntax.Grammar;
import dev.fairlead.code.syntax.GuardedParser;
import dev.fairlead.code.syntax.Language;
import dev.fairlead.code.syntax.Parsed;
import dev.fairlead.code.syntax.Parser;
import dev.fairlead.wire.json.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fairlead metrics`: counts the complexity of functions.
@Command(
        name = "metrics",
        mixinStandardHelpOptions = true,
        description = {
            "Counts the complexity of every function in files of source code, one JSON object a line.",
            "",
            "Languages are told from the names of files. How each profile counts is told in docs/review.md.",
            ""
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:counted", "2:wrong usage", "3:nothing could be read"})
final class MetricsCommand implements Callable<Integer> {

    private static final int NOTHING_READ = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of source code.")
    private List<Path> files = List.of();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Count as another tool does; see docs/review.md for their names.")
    private String profile = Profiles.usual().name();

    @Override
    public Integer call() throws IOException {
        Profile counting = Profiles.named(profile)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no profile is called `%s`; there are %s"
                                .formatted(profile, String.join(", ", Profiles.names()))));
        boolean anyRead = false;
        try (Parser parser = GuardedParser.open()) {
            for (Path file : files) {
                anyRead |= measure(file, counting, parser);
            }
        }
        return anyRead ? 0 : NOTHING_READ;
    }

    private boolean measure(Path file, Profile counting, Parser parser) {
        Optional<Language> language = Language.of(file.toString());
        if (language.isEmpty()) {
            return unread(file, "its language is not known");
        }
        if (!counting.languages().contains(language.get())) {
            return unread(
                    file,
                    "the profile `%s` does not count in %s"
                            .formatted(counting.name(), language.get().title()));
        }
        Grammar grammar = language.get().grammar(file.toString());
        Parsed parsed;
        try {
            parsed = parser.parse(grammar, Files.readAllBytes(file));
        } catch (IOException fault) {
            return unread(file, Sources.reason(fault));
        }
        return switch (parsed) {
            case Parsed.Refused refused -> unread(file, refused.reason());
            case Parsed.Read read -> {
                PrintWriter out = spec.commandLine().getOut();
                counting.measure(read.tree(), grammar).forEach(each -> out.print(line(file, language.get(), each)));
                out.flush();
                yield true;
            }
        };
    }

    private boolean unread(Path file, String reason) {
        spec.commandLine().getErr().println("fairlead: %s is not read: %s".formatted(file, reason));
        return false;
    }

    private static String line(Path file, Language language, FunctionMetrics metrics) {
        StringWriter line = new StringWriter();
        try (JsonWriter json = new JsonWriter(line)) {
            json.object()
                    .text("file", file.toString())
                    .text("language", language.title())
                    .text("function", metrics.name())
                    .number("line", metrics.line())
                    .number("cyclomatic", metrics.cyclomatic())
                    .number("cognitive", metrics.cognitive())
                    .number("nloc", metrics.nloc())
                    .number("length", metrics.length())
                    .number("nesting", metrics.nesting())
                    .number("parameters", metrics.parameters());
            metrics.more().forEach(json::number);
            json.endObject();
        }
        return line + "\n";
    }
}
