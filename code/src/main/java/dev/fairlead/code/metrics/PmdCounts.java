package dev.fairlead.code.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import net.sourceforge.pmd.PMDConfiguration;
import net.sourceforge.pmd.PmdAnalysis;
import net.sourceforge.pmd.lang.LanguageRegistry;
import net.sourceforge.pmd.lang.document.FileId;
import net.sourceforge.pmd.lang.java.JavaLanguageModule;
import net.sourceforge.pmd.lang.java.ast.ASTConstructorDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTExecutableDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTMethodDeclaration;
import net.sourceforge.pmd.lang.java.ast.JavaNode;
import net.sourceforge.pmd.lang.java.metrics.JavaMetrics;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRulechainRule;
import net.sourceforge.pmd.lang.metrics.MetricsUtil;
import net.sourceforge.pmd.lang.rule.RuleSet;

/// What PMD itself counts of methods that no tree of ours tells: NPath, by the ways through them, and NCSS, by their
/// statements.
final class PmdCounts {

    /// Lets PMD go on where nesting fills the stack.
    private static final String RECOVERY = "pmd.error_recovery";

    private PmdCounts() {}

    /// The counts of each method, by the line in which it ends; two that end in one line are told in their order.
    static Map<Integer, List<SequencedMap<String, Long>>> of(String text) {
        Counting counting = new Counting();
        System.setProperty(RECOVERY, "true");
        PMDConfiguration configuration = new PMDConfiguration();
        configuration.setIgnoreIncrementalAnalysis(true);
        configuration.setThreads(0);
        try (PmdAnalysis analysis = PmdAnalysis.create(configuration)) {
            analysis.addRuleSet(RuleSet.forSingleRule(counting));
            analysis.files().addSourceFile(FileId.fromPathLikeString("A.java"), text);
            analysis.performAnalysisAndCollectReport();
        }
        return counting.counts;
    }

    /// A rule that finds nothing, and counts. PMD may copy rules, so what is counted is handed on.
    private static final class Counting extends AbstractJavaRulechainRule {

        private final Map<Integer, List<SequencedMap<String, Long>>> counts;

        Counting() {
            super(ASTMethodDeclaration.class, ASTConstructorDeclaration.class);
            counts = new HashMap<>();
            setLanguage(LanguageRegistry.PMD.getLanguageById(
                    JavaLanguageModule.getInstance().getId()));
            setName("FairleadCounts");
            setMessage("counts");
        }

        @Override
        public Counting deepCopy() {
            return this;
        }

        @Override
        public Object visitJavaNode(JavaNode node, Object data) {
            if (node instanceof ASTExecutableDeclaration method) {
                count(method);
            }
            return data;
        }

        private void count(ASTExecutableDeclaration method) {
            SequencedMap<String, Long> told = new LinkedHashMap<>();
            told.put(
                    "npath",
                    MetricsUtil.computeMetric(JavaMetrics.NPATH_COMP, method).longValue());
            told.put("ncss", (long) MetricsUtil.computeMetric(JavaMetrics.NCSS, method));
            int end = method.getTextDocument()
                    .toLocation(method.getTextRegion())
                    .getEndLine(); // its own word for where it ends is that of its name
            counts.computeIfAbsent(end, line -> new ArrayList<>()).add(told);
        }
    }
}
