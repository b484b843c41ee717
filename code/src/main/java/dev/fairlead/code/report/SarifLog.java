package dev.fairlead.code.report;

import dev.fairlead.code.Remark;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a log in SARIF 2.1.0, of any tool.
///
/// Results without a place in a file are left out, and so are those that the log says are suppressed or not new.
public final class SarifLog {

    private final Path root;
    private final List<Remark> remarks = new ArrayList<>();

    private SarifLog(Path root) {
        this.root = root;
    }

    /// The findings of a log.
    ///
    /// @param root the folder that paths are told from
    /// @throws MalformedReport where it is no such log
    public static List<Remark> read(String json, Path root) throws MalformedReport {
        try {
            List<Node> nodes = JsonReader.ofAll().read(json);
            if (nodes.size() != 1 || !(nodes.getFirst() instanceof Node.Fields log) || !log.has("runs")) {
                throw new MalformedReport("it is no SARIF: there are no `runs`");
            }
            SarifLog reading = new SarifLog(root);
            for (Node run : log.items("runs").nodes()) {
                if (run instanceof Node.Fields fields) {
                    reading.run(fields);
                }
            }
            return List.copyOf(reading.remarks);
        } catch (MalformedJson fault) {
            throw new MalformedReport("it is not JSON: " + fault.getMessage());
        }
    }

    private void run(Node.Fields run) {
        Node.Fields driver = run.fields("tool").fields("driver");
        String tool = driver.textOr("name", "unknown");
        Map<String, Node.Fields> rules = new HashMap<>();
        List<Node> listed = driver.items("rules").nodes();
        for (int i = 0; i < listed.size(); i++) {
            if (listed.get(i) instanceof Node.Fields rule) {
                rules.put(rule.textOr("id", ""), rule);
                rules.put("#" + i, rule);
            }
        }
        for (Node result : run.items("results").nodes()) {
            if (result instanceof Node.Fields fields && isNews(fields)) {
                result(tool, rules, fields);
            }
        }
    }

    private static boolean isNews(Node.Fields result) {
        String state = result.textOr("baselineState", "new");
        return result.items("suppressions").nodes().isEmpty()
                && (state.equals("new") || state.equals("updated"))
                && !result.textOr("kind", "fail").equals("pass");
    }

    private void result(String tool, Map<String, Node.Fields> rules, Node.Fields result) {
        String index = "#" + result.number("ruleIndex").orElse(-1);
        Node.Fields rule =
                rules.getOrDefault(result.textOr("ruleId", index), rules.getOrDefault(index, Node.Fields.NONE));
        String id = result.text("ruleId").orElse(rule.textOr("id", "unknown"));
        String level =
                result.text("level").orElse(rule.fields("defaultConfiguration").textOr("level", "warning"));
        StringBuilder words = new StringBuilder(id).append(' ').append(rule.textOr("name", ""));
        rule.fields("properties")
                .items("tags")
                .nodes()
                .forEach(each -> words.append(' ').append(text(each)));
        words.append(' ').append(text(rule.fields("properties").get("cwe")));
        for (Node location : result.items("locations").nodes()) {
            if (location instanceof Node.Fields fields) {
                Node.Fields physical = fields.fields("physicalLocation");
                Node.Fields region = physical.fields("region");
                String uri = physical.fields("artifactLocation").textOr("uri", "");
                int line = Math.clamp(region.number("startLine").orElse(1), 1, Integer.MAX_VALUE);
                if (!uri.isEmpty()) {
                    remarks.add(new Remark(
                            tool,
                            id,
                            Weakness.dimension(words.toString()),
                            Weakness.severity(level),
                            Weakness.cwe(words + related(rule)),
                            path(uri),
                            line,
                            Math.clamp(region.number("endLine").orElse(line), line, Integer.MAX_VALUE),
                            result.fields("message").textOr("text", id),
                            rule.fields("help")
                                    .textOr("text", "")
                                    .lines()
                                    .findFirst()
                                    .orElse("")));
                }
                return; // the first place is where it is; the others only lead there
            }
        }
    }

    /// The weakness that a rule is related to, which SpotBugs tells so.
    private static String related(Node.Fields rule) {
        for (Node each : rule.items("relationships").nodes()) {
            if (each instanceof Node.Fields relation) {
                Node.Fields target = relation.fields("target");
                if (target.fields("toolComponent").textOr("name", "").equals("CWE")) {
                    return " CWE-" + target.textOr("id", "");
                }
            }
        }
        return "";
    }

    private static String text(Node node) {
        return switch (node) {
            case Node.Text text -> text.value();
            case Node.Scalar _ -> "";
            case Node.Items items ->
                String.join(" ", items.nodes().stream().map(SarifLog::text).toList());
            case Node.Fields _ -> "";
        };
    }

    /// The path below the root.
    private String path(String uri) {
        String plain = uri.replaceFirst("^file:(//)?(?=/)", "");
        String decoded;
        try {
            decoded = URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException raw) {
            decoded = plain;
        }
        String above = root.toAbsolutePath() + "/";
        String below = decoded.startsWith(above) ? decoded.substring(above.length()) : decoded;
        return below.startsWith("./") ? below.substring(2) : below;
    }
}
