package dev.fairlead.code.review;

import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.change.FileChange;
import dev.fairlead.code.metrics.FunctionMetrics;
import dev.fairlead.code.syntax.Language;
import dev.fairlead.code.syntax.Parsed;
import dev.fairlead.code.syntax.Parser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at changes, file by file.
///
/// A remark counts where it touches a line that was added or changed, and where the file did not deserve it before: the
/// same rule on the same text is not new.
public final class Reviewer {

    /// The texts that were read last: what an edit begins with is mostly what the one before ended with.
    private static final int KEPT = 8;

    private final Parser parser;
    private final Map<String, Read> recent = new LinkedHashMap<>(16, 0.75f, true);

    /// @param parser reads the texts; it stays open
    public Reviewer(Parser parser) {
        this.parser = parser;
    }

    /// All that is to be said of several changes.
    ///
    /// @param others what other tools say of the files as they are after the change
    /// @param coverage what tests run, where that is known
    public Review review(List<FileChange> changes, List<Remark> others, Optional<Coverage> coverage) {
        List<FileReview> files = new ArrayList<>();
        for (FileChange change : changes) {
            files.add(look(change, others));
        }
        List<Duplicates.Added> added = new ArrayList<>();
        for (FileChange change : changes) {
            source(change).ifPresent(source -> added.add(new Duplicates.Added(change, source.tree())));
        }
        return Review.of(files, Duplicates.among(added), coverage);
    }

    private Optional<SourceText> source(FileChange change) {
        boolean isOurs = change.kind() == FileChange.Kind.WRITTEN
                && !change.after().isEmpty()
                && !SourceText.isTest(change.path());
        return Language.of(change.path())
                .filter(language -> isOurs)
                .flatMap(language -> text(change.path(), language, change.after()))
                .map(ReadText::source);
    }

    private FileReview look(FileChange change, List<Remark> others) {
        List<Remark> told = new ArrayList<>(others.stream()
                .filter(each -> each.path().equals(change.path()))
                .filter(each -> change.added().hasAny(each.line(), each.endLine()))
                .toList());
        Optional<Language> language = Language.of(change.path());
        if (change.kind() != FileChange.Kind.WRITTEN || change.after().isEmpty() || language.isEmpty()) {
            return new FileReview(
                    change, Optional.empty(), change.kind() == FileChange.Kind.WRITTEN ? told : List.of(), List.of());
        }
        return switch (read(change.path(), language.get(), change.after())) {
            case Read.Not not -> new FileReview(change, Optional.of(not.reason()), told, List.of());
            case Read.Text after -> {
                Optional<ReadText> before = before(change, language.get());
                told.addAll(fresh(change, after.text(), before));
                yield new FileReview(change, Optional.empty(), told, touched(change, after.text(), before));
            }
        };
    }

    /// What became of reading a text.
    private sealed interface Read {
        record Text(ReadText text) implements Read {}

        record Not(String reason) implements Read {}
    }

    private Read read(String path, Language language, String text) {
        String key = path + '\0' + text;
        Read known = recent.get(key);
        if (known == null) {
            known = parsed(path, language, text);
            recent.put(key, known);
            recent.keySet().removeIf(each -> recent.size() > KEPT && !each.equals(key));
        }
        return known;
    }

    private Read parsed(String path, Language language, String text) {
        return switch (parser.parse(language.grammar(path), text.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Read read -> new Read.Text(new ReadText(new SourceText(path, language, read.tree())));
            case Parsed.Refused refused -> new Read.Not(refused.reason());
        };
    }

    private Optional<ReadText> text(String path, Language language, String text) {
        return read(path, language, text) instanceof Read.Text read ? Optional.of(read.text()) : Optional.empty();
    }

    /// A text with all that is to be said of it, whoever wrote it; empty where it is not read.
    public Optional<ReadText> whole(String path, String text) {
        return Language.of(path).flatMap(language -> text(path, language, text));
    }

    private Optional<ReadText> before(FileChange change, Language language) {
        return change.before().isEmpty() ? Optional.empty() : text(change.path(), language, change.before());
    }

    private static List<Remark> fresh(FileChange change, ReadText after, Optional<ReadText> before) {
        List<Remark> now = after.remarks();
        if (now.stream().noneMatch(each -> change.added().hasAny(each.line(), each.endLine()))) {
            return List.of();
        }
        Map<String, Integer> known = new HashMap<>();
        before.map(ReadText::remarks)
                .orElse(List.of())
                .forEach(each -> known.merge(each.rule() + each.claim(), 1, Integer::sum));
        List<Remark> fresh = new ArrayList<>();
        for (Remark remark : now) {
            boolean isKnown = known.merge(remark.rule() + remark.claim(), -1, Integer::sum) >= 0;
            if (!isKnown && change.added().hasAny(remark.line(), remark.endLine())) {
                fresh.add(remark);
            }
        }
        return fresh;
    }

    private static List<FunctionDelta> touched(FileChange change, ReadText after, Optional<ReadText> before) {
        Map<String, List<FunctionMetrics>> known = new HashMap<>();
        before.map(ReadText::functions)
                .orElse(List.of())
                .forEach(each -> known.computeIfAbsent(each.name(), name -> new ArrayList<>())
                        .add(each));
        List<FunctionDelta> touched = new ArrayList<>();
        for (FunctionMetrics function : after.functions()) {
            List<FunctionMetrics> same = known.getOrDefault(function.name(), List.of());
            Optional<FunctionMetrics> earlier = same.isEmpty() ? Optional.empty() : Optional.of(same.removeFirst());
            if (change.added().hasAny(function.line(), function.endLine())) {
                touched.add(new FunctionDelta(change.path(), earlier, function));
            }
        }
        return touched;
    }
}
