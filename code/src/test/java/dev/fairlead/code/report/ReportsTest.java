package dev.fairlead.code.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.code.Remark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReportsTest {

    private static final Path ROOT = Path.of("/srv/shop");

    private static List<String> told(List<Remark> remarks) {
        return remarks.stream()
                .map(each -> "%s %s %s %s %s %s:%d-%d %s"
                        .formatted(
                                each.source(),
                                each.rule(),
                                each.dimension(),
                                each.severity(),
                                each.cwe(),
                                each.path(),
                                each.line(),
                                each.endLine(),
                                each.claim()))
                .toList();
    }

    @Test
    void readsSarifWithRulesByNumberAndLeavesOutWhatIsSuppressedOrOld() throws MalformedReport {
        String log = """
            {"version":"2.1.0","runs":[{"tool":{"driver":{"name":"CodeQL","rules":[
              {"id":"py/sql-injection","defaultConfiguration":{"level":"error"},
               "properties":{"tags":["security","external/cwe/cwe-089"]}}]}},
             "results":[
              {"ruleIndex":0,"message":{"text":"query built from user input"},"locations":[{"physicalLocation":{
                "artifactLocation":{"uri":"file:///srv/shop/src/a%20b.py"},"region":{"startLine":7,"endLine":9}}}]},
              {"ruleIndex":0,"message":{"text":"seen before"},"baselineState":"unchanged","locations":[{"physicalLocation":{
                "artifactLocation":{"uri":"src/c.py"},"region":{"startLine":1}}}]},
              {"ruleIndex":0,"message":{"text":"known"},"suppressions":[{"kind":"inSource"}],"locations":[{"physicalLocation":{
                "artifactLocation":{"uri":"src/c.py"},"region":{"startLine":1}}}]},
              {"ruleId":"other","level":"note","message":{"text":"no place"}}]}]}
            """;
        assertThat(told(SarifLog.read(log, ROOT)))
                .containsExactly(
                        "CodeQL py/sql-injection security HIGH OptionalInt[89] src/a b.py:7-9 query built from user"
                                + " input");
        assertThatThrownBy(() -> SarifLog.read("{}", ROOT)).hasMessageContaining("no SARIF");
    }

    @Test
    void readsWhatToolsPrintInTheirOwnForm() throws MalformedReport {
        assertThat(told(JsonFindings.ofShellcheck("""
            {"comments":[{"file":"run.sh","line":3,"endLine":3,"column":6,"level":"warning","code":2086,"message":"quote it"}]}
            """, ROOT)))
                .containsExactly("shellcheck SC2086 reliability MEDIUM OptionalInt.empty run.sh:3-3 quote it");
        assertThat(told(JsonFindings.ofBandit("""
            {"results":[{"filename":"./a.py","line_number":4,"issue_severity":"HIGH","test_id":"B602","issue_cwe":{"id":78},"issue_text":"shell=True"}]}
            """, ROOT)))
                .containsExactly("bandit B602 security HIGH OptionalInt[78] a.py:4-4 shell=True");
        assertThat(told(JsonFindings.ofEslint("""
            [{"filePath":"/srv/shop/a.js","messages":[{"ruleId":"no-eval","severity":2,"line":5,"endLine":5,"message":"eval"}]}]
            """, ROOT)))
                .containsExactly("eslint no-eval reliability HIGH OptionalInt.empty a.js:5-5 eval");
    }

    @Test
    void readsEveryFormOfCoverage() throws MalformedReport {
        Map<Integer, Boolean> lines = Map.of(1, true, 2, false);
        assertThat(CoverageReports.read(List.of("TN:\nSF:src/a.js\nDA:1,3\nDA:2,0\nend_of_record\n"))
                        .files())
                .isEqualTo(Map.of("src/a.js", lines));
        assertThat(CoverageReports.read(List.of("mode: set\nshop/a.go:1.13,1.20 1 1\nshop/a.go:2.1,2.9 1 0\n"))
                        .files())
                .isEqualTo(Map.of("shop/a.go", lines));
        assertThat(CoverageReports.read(
                                List.of("{\"files\":{\"a.py\":{\"executed_lines\":[1],\"missing_lines\":[2]}}}"))
                        .files())
                .isEqualTo(Map.of("a.py", lines));
        assertThat(CoverageReports.read(List.of("""
            <?xml version="1.0"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">
            <report name="x"><package name="shop"><sourcefile name="A.java"><line nr="1" mi="0" ci="2"/><line nr="2" mi="1" ci="0"/>
            </sourcefile></package></report>
            """)).files()).isEqualTo(Map.of("shop/A.java", lines));
        assertThat(CoverageReports.read(List.of("""
            <coverage><packages><package name="p"><classes><class filename="p/a.py"><lines>
            <line number="1" hits="1"/><line number="2" hits="0"/></lines></class></classes></package></packages></coverage>
            """)).files()).isEqualTo(Map.of("p/a.py", lines));
        assertThatThrownBy(() -> CoverageReports.read(List.of("nothing"))).hasMessageContaining("no report of");
    }
}
