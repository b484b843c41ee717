package dev.fairlead.code.pmd;

import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.change.FileChange;
import dev.fairlead.code.syntax.Language;
import dev.fairlead.code.tool.ToolRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.sourceforge.pmd.PMDConfiguration;
import net.sourceforge.pmd.PMDVersion;
import net.sourceforge.pmd.PmdAnalysis;
import net.sourceforge.pmd.lang.document.FileId;
import net.sourceforge.pmd.reporting.Report;
import net.sourceforge.pmd.reporting.RuleViolation;

/// Runs PMD over the files in Java that were changed.
///
/// Each file is looked at by itself, as it was and as it is: the same rule on the same text is not new. PMD knows the
/// types that come with Java, and no others. In tests only hygiene counts, as with our own rules.
public final class Pmd {

    /// Who speaks in its remarks.
    public static final String NAME = "pmd";

    private static final String BEFORE = "before/";
    private static final String AFTER = "after/";
    private static final String RULE_SET = """
        <?xml version="1.0"?>
        <ruleset name="fairlead" xmlns="http://pmd.sourceforge.net/ruleset/2.0.0">
        <description>What tells a fault</description>
        """;

    /// What of a rule's findings is left alone, as PMD is told it: names in patterns, which patterns ask for, and
    /// texts that are asked whether they are the same object only to spare `equals`.
    private static final Map<String, String> BUT = Map.of(
            "UnusedLocalVariable",
            "./parent::TypePattern",
            "UseEqualsToCompareStrings",
            "./parent::InfixExpression[@Operator = '||'"
                    + " and .//MethodCall[@MethodName = ('equals', 'equalsIgnoreCase')]]");

    /// Lets PMD go on with the next file where nesting fills the stack.
    private static final String RECOVERY = "pmd.error_recovery";

    private Pmd() {}

    /// What PMD says of the lines that were added.
    ///
    /// @param patience after which it is given up
    public static ToolRun look(List<FileChange> changes, Duration patience) {
        List<FileChange> ours = changes.stream()
                .filter(each -> each.kind() == FileChange.Kind.WRITTEN)
                .filter(each -> !each.after().isEmpty())
                .filter(each ->
                        Language.of(each.path()).filter(Language.JAVA::equals).isPresent())
                .toList();
        if (ours.isEmpty()) {
            return new ToolRun.Found(PMDVersion.VERSION, List.of());
        }
        return within(patience, () -> fresh(ours, analyzed(ours)));
    }

    /// PMD does not heed an interrupt: the thread of a run that is given up must not keep the process from ending.
    private static ToolRun within(Duration patience, Callable<List<Remark>> run) {
        FutureTask<List<Remark>> task = new FutureTask<>(run);
        Thread.ofPlatform().daemon().name(NAME).start(task);
        try {
            return new ToolRun.Found(PMDVersion.VERSION, task.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return new ToolRun.Failed("it took longer than %d seconds".formatted(patience.toSeconds()));
        } catch (ExecutionException fault) {
            return new ToolRun.Failed("it failed: " + fault.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new ToolRun.Failed("it was stopped");
        }
    }

    private static List<RuleViolation> analyzed(List<FileChange> changes) {
        System.setProperty(RECOVERY, "true");
        PMDConfiguration configuration = new PMDConfiguration();
        configuration.setIgnoreIncrementalAnalysis(true);
        configuration.setThreads(Runtime.getRuntime().availableProcessors());
        try (PmdAnalysis analysis = PmdAnalysis.create(configuration)) {
            analysis.addRuleSet(analysis.newRuleSetLoader().loadFromString("fairlead.xml", ruleSet()));
            for (FileChange change : changes) {
                analysis.files().addSourceFile(FileId.fromPathLikeString(AFTER + change.path()), change.after());
                if (!change.before().isEmpty()) {
                    analysis.files().addSourceFile(FileId.fromPathLikeString(BEFORE + change.path()), change.before());
                }
            }
            Report report = analysis.performAnalysisAndCollectReport();
            return report.getViolations();
        }
    }

    private static String ruleSet() {
        StringBuilder rules = new StringBuilder(RULE_SET);
        for (PmdRule each : PmdRule.all()) {
            rules.append("<rule ref=\"category/java/%s.xml/%s\">".formatted(each.category(), each.name()));
            if (BUT.containsKey(each.name())) {
                rules.append("<properties><property name=\"violationSuppressXPath\"><value>")
                        .append(BUT.get(each.name()))
                        .append("</value></property></properties>");
            }
            rules.append("</rule>\n");
        }
        return rules.append("</ruleset>\n").toString();
    }

    private static List<Remark> fresh(List<FileChange> changes, List<RuleViolation> violations) {
        Map<String, List<String>> before = new HashMap<>();
        Map<String, List<String>> after = new HashMap<>();
        changes.forEach(each -> {
            before.put(each.path(), each.before().lines().toList());
            after.put(each.path(), each.after().lines().toList());
        });
        Map<String, Integer> known = new HashMap<>();
        violations.stream()
                .filter(each -> file(each).startsWith(BEFORE))
                .forEach(each -> known.merge(key(each, before), 1, Integer::sum));
        List<Remark> fresh = new ArrayList<>();
        for (RuleViolation each : violations) {
            if (file(each).startsWith(AFTER) && known.merge(key(each, after), -1, Integer::sum) < 0) {
                PmdRule.named(each.getRule().getName())
                        .map(rule -> remark(rule, each))
                        .filter(Pmd::counts)
                        .ifPresent(fresh::add);
            }
        }
        fresh.sort(Comparator.comparing(Remark::path)
                .thenComparingInt(Remark::line)
                .thenComparing(Remark::rule));
        return fresh;
    }

    private static boolean counts(Remark remark) {
        return remark.dimension() == Dimension.HYGIENE || !SourceText.isTest(remark.path());
    }

    private static String file(RuleViolation violation) {
        return violation.getFileId().getOriginalPath().replace('\\', '/');
    }

    private static String path(RuleViolation violation) {
        String file = file(violation);
        return file.substring(file.indexOf('/') + 1);
    }

    private static String key(RuleViolation violation, Map<String, List<String>> texts) {
        List<String> lines = texts.getOrDefault(path(violation), List.of());
        int at = violation.getBeginLine() - 1;
        String line = at < lines.size() ? lines.get(at).strip() : "";
        return String.join("\n", path(violation), violation.getRule().getName(), line);
    }

    /// Only its first line: PMD marks the whole class for a method that is missing in it.
    private static Remark remark(PmdRule rule, RuleViolation violation) {
        int line = Math.max(1, violation.getBeginLine());
        return new Remark(
                NAME,
                rule.name(),
                rule.dimension(),
                rule.severity(),
                rule.weakness(),
                path(violation),
                line,
                line,
                rule.claim(),
                rule.remedy());
    }
}
