package dev.fairlead.cli;

import dev.fairlead.code.change.Attribution;
import dev.fairlead.code.change.Authorship;
import dev.fairlead.code.change.GitHistory;
import dev.fairlead.wire.json.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fairlead blame`: says of each line of a file which step of which session wrote it.
@Command(
        name = "blame",
        mixinStandardHelpOptions = true,
        description = {
            "Says of each line of a file which step of which agent's session wrote it, and else whom git names.",
            "",
            "Lines are known by their text, so this holds after commits, rebases and squashes; see docs/review.md.",
            ""
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:told", "2:wrong usage", "3:the file cannot be read"})
final class BlameCommand implements Callable<Integer> {

    private static final int WIDEST = 44;
    private static final int SHORT_ID = 8;
    private static final List<Integer> DAYS = List.of(7, 30);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A file in a git repository.")
    private Path file = Path.of("");

    @Option(
            names = "--sessions",
            paramLabel = "PATH",
            description = "Files or folders of sessions; the places where agents keep them by default.")
    private List<Path> sessions = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or jsonl; table by default.")
    private String format = "table";

    @Option(
            names = "--survival",
            description = "Only say how many of the lines that agents wrote were still there after 7 and 30 days.")
    private boolean isAboutSurvival;

    @Override
    public Integer call() throws IOException {
        boolean isJson = format.toLowerCase(Locale.ROOT).equals("jsonl");
        if (!isJson && !format.toLowerCase(Locale.ROOT).equals("table")) {
            throw new ParameterException(
                    spec.commandLine(), "--format takes table or jsonl, not `%s`".formatted(format));
        }
        Path whole = file.toRealPath();
        if (Files.isDirectory(whole)) {
            throw new IOException("`%s` is a folder; blame takes a file".formatted(file));
        }
        Warnings warnings = new Warnings(spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        try (GitHistory history =
                GitHistory.around(Optional.ofNullable(whole.getParent()).orElse(whole))) {
            String path =
                    history.root().toRealPath().relativize(whole).toString().replace('\\', '/');
            Attribution attribution = SessionEdits.in(sessions, warnings);
            if (isAboutSurvival) {
                survival(history, attribution, path).forEach(out::println);
            } else {
                String text = text(whole);
                lines(text, attribution.of(path, text), history.authors(path), isJson)
                        .forEach(out::println);
            }
        }
        out.flush();
        warnings.end();
        return 0;
    }

    private String text(Path whole) throws IOException {
        try {
            return Files.readString(whole);
        } catch (CharacterCodingException binary) {
            throw new IOException("`%s` holds no text in UTF-8, so it has no lines to blame".formatted(file), binary);
        }
    }

    private static List<String> survival(GitHistory history, Attribution attribution, String path) throws IOException {
        List<String> said = new ArrayList<>();
        for (int days : DAYS) {
            Attribution.Survival survival =
                    attribution.survival(path, days, Instant.now(), time -> history.textAt(path, time));
            said.add(
                    survival.written() == 0
                            ? "after %d days: nothing that agents wrote here is so old".formatted(days)
                            : "after %d days: %,d of %,d lines that agents wrote were there (%d %%)"
                                    .formatted(
                                            days,
                                            survival.alive(),
                                            survival.written(),
                                            100 * survival.alive() / survival.written()));
        }
        return said;
    }

    private static List<String> lines(
            String text, List<Optional<Authorship>> agents, List<Optional<GitHistory.Author>> people, boolean isJson) {
        List<String> lines = text.lines().toList();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Optional<GitHistory.Author> person = i < people.size() ? people.get(i) : Optional.empty();
            told.add(
                    isJson
                            ? json(i + 1, lines.get(i), agents.get(i), person)
                            : "%s %5d  %s"
                                    .formatted(padded(who(agents.get(i), person)), i + 1, Wrap.plain(lines.get(i))));
        }
        return told;
    }

    private static String who(Optional<Authorship> agent, Optional<GitHistory.Author> person) {
        return agent.map(each -> "%s %s step %d"
                        .formatted(
                                each.model().isEmpty() ? each.agent() : each.agent() + "/" + each.model(),
                                shortened(each.session().value()),
                                each.step()))
                .or(() -> person.map(each -> "%s %s".formatted(each.commit(), each.name())))
                .orElse("not committed");
    }

    private static String shortened(String session) {
        return session.length() <= SHORT_ID ? session : session.substring(0, SHORT_ID);
    }

    private static String padded(String who) {
        String cut = Wrap.cut(Wrap.plain(who), WIDEST);
        return cut + " ".repeat(Math.max(0, WIDEST - cut.length()));
    }

    private static String json(
            int number, String text, Optional<Authorship> agent, Optional<GitHistory.Author> person) {
        StringWriter line = new StringWriter();
        try (JsonWriter json = new JsonWriter(line)) {
            json.object().number("line", number).text("text", text);
            agent.ifPresent(each -> json.text("session", each.session().value())
                    .text("agent", each.agent())
                    .text("model", each.model())
                    .number("step", each.step())
                    .text("at", each.at().toString())
                    .text("request", each.request()));
            person.ifPresent(each -> json.text("commit", each.commit())
                    .text("author", each.name())
                    .text("committedAt", each.at().toString()));
            json.endObject();
        }
        return line.toString();
    }
}
