package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.change.AgentEdits;
import dev.fairlead.code.change.Changes;
import dev.fairlead.code.change.FileChange;
import dev.fairlead.code.dependency.Dependencies;
import dev.fairlead.code.dependency.Installed;
import dev.fairlead.code.pmd.Pmd;
import dev.fairlead.code.review.Review;
import dev.fairlead.code.review.Reviewer;
import dev.fairlead.code.syntax.GuardedParser;
import dev.fairlead.code.syntax.Language;
import dev.fairlead.code.syntax.Parser;
import dev.fairlead.code.tool.ToolRun;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is said of the code that agents added in real sessions: every edit, by all that looks at code.
///
/// Files are put together from what a session wrote into them, as far as it is known; where a file was there before,
/// the piece that was edited stands for it.
@Tag("data")
final class AddedCodeTest {

    private static final List<String> FOLDERS = List.of("corpus/claude-code/labelled", "corpus/claude-code/unlabelled");
    private static final Pattern HEREDOC = Pattern.compile(
            "(?s)\\bcat\\s*(?:>>?\\s*([^\\s<]+)\\s*<<-?\\s*['\"]?(\\w+)['\"]?|<<-?\\s*['\"]?(\\w+)['\"]?\\s*>>?\\s*(\\S+))\\n"
                    + "(.*?)\\n"
                    + "\\s*(?:\\2|\\3)\\b");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /// Cognitive complexity that is enough.
    private static final int HARD = 15;
    /// The most that may be said of a thousand lines before somebody looks why.
    private static final double MOST = 5;

    private final Map<String, Integer> edits = new TreeMap<>();
    private final Map<String, Integer> lines = new TreeMap<>();
    private final Map<String, Integer> rules = new TreeMap<>();
    private int harder;
    private final Report remarks = new Report("added-code-remarks");

    @Test
    void tellsFewThingsOfTheCodeThatAgentsAdd() throws IOException {
        int sessions = 0;
        try (Parser parser = GuardedParser.open()) {
            for (String folder : FOLDERS) {
                for (Path file : Data.filesIn(folder)) {
                    sessions++;
                    session(file, parser);
                }
            }
        }
        int added = lines.values().stream().mapToInt(Integer::intValue).sum();
        int said = rules.values().stream().mapToInt(Integer::intValue).sum();
        Report report = new Report("added-code");
        report.line("%d sessions; edits %s".formatted(sessions, edits));
        report.line("%d lines added in languages that are read: %s".formatted(added, lines));
        report.line("%d remarks, %.2f for each 1,000 lines".formatted(said, 1_000.0 * said / added));
        report.line("%d times a function rose above a cognitive complexity of %d".formatted(harder, HARD));
        rules.forEach((rule, count) -> report.line("%4d %s".formatted(count, rule)));
        report.print();
        remarks.write();
        assertThat(1_000.0 * said / added).isLessThan(MOST);
    }

    private void session(Path file, Parser parser) {
        List<Event> events = Sessions.events(file);
        AgentEdits told = new AgentEdits();
        events.forEach(told);
        Map<String, String> texts = new HashMap<>();
        for (AgentEdits.Insertion each : told.insertions()) {
            edits.merge(each.before().isEmpty() ? "written whole or added to" : "edited", 1, Integer::sum);
            look(file, change(texts, each), parser);
        }
        events.stream().flatMap(each -> command(each).stream()).forEach(script -> heredocs(file, script, parser));
    }

    private static Optional<String> command(Event event) {
        return event.what() instanceof Happening.ToolCalled called && called.action() instanceof Action.Command command
                ? Optional.of(command.line())
                : Optional.empty();
    }

    private void heredocs(Path file, String script, Parser parser) {
        Matcher found = HEREDOC.matcher(script);
        while (found.find()) {
            String path = found.group(1) == null ? found.group(4) : found.group(1);
            edits.merge("by a command", 1, Integer::sum);
            look(file, changed(path, "", found.group(5) + "\n"), parser);
        }
    }

    /// Of the whole file where its text is known.
    private static FileChange change(Map<String, String> texts, AgentEdits.Insertion edit) {
        String known = texts.getOrDefault(edit.path(), "");
        int at = edit.before().isEmpty() ? -1 : known.indexOf(edit.before());
        if (edit.before().isEmpty()) {
            texts.put(edit.path(), edit.after());
            return changed(edit.path(), known, edit.after());
        }
        if (at < 0) {
            return edit.change();
        }
        String after = known.substring(0, at)
                + edit.after()
                + known.substring(at + edit.before().length());
        texts.put(edit.path(), after);
        return changed(edit.path(), known, after);
    }

    private static FileChange changed(String path, String before, String after) {
        return Changes.of(List.of(new Changes.Pair(path, Optional.empty(), before, after)))
                .getFirst();
    }

    private void look(Path file, FileChange change, Parser parser) {
        List<FileChange> changes = List.of(change);
        List<Remark> others = new ArrayList<>(Dependencies.look(
                changes, new Installed(Path.of("/nowhere"), Path.of("/nowhere")), Optional.empty(), Set.of()));
        if (Pmd.look(changes, PATIENCE) instanceof ToolRun.Found found) {
            others.addAll(found.remarks());
        }
        Review review = new Reviewer(parser).review(changes, others, Optional.empty());
        boolean isRead = Language.of(change.path()).isPresent() && change.kind() == FileChange.Kind.WRITTEN;
        if (isRead) {
            String language = Language.of(change.path()).orElseThrow().title()
                    + (SourceText.isTest(change.path()) ? " (tests)" : "");
            lines.merge(language, change.added().size(), Integer::sum);
        }
        review.functions().stream()
                .filter(each -> each.after().cognitive() > HARD && each.cognitive() > 0)
                .forEach(each -> harder++);
        List<String> text = change.after().lines().toList();
        for (Remark each : review.remarks()) {
            rules.merge(each.rule(), 1, Integer::sum);
            String line = each.line() <= text.size() ? text.get(each.line() - 1).strip() : "";
            remarks.line("%s %s %s:%d %s | %s"
                    .formatted(file.getFileName(), each.rule(), each.path(), each.line(), each.claim(), line));
        }
    }
}
