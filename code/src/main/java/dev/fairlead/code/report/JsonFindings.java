package dev.fairlead.code.report;

import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads findings in the forms that some tools have of their own.
public final class JsonFindings {

    private JsonFindings() {}

    /// What ShellCheck prints with `--format json1`.
    public static List<Remark> ofShellcheck(String json, Path root) throws MalformedReport {
        List<Remark> remarks = new ArrayList<>();
        for (Node.Fields each : objects(object(json).items("comments"))) {
            String rule = "SC" + each.number("code").orElse(0);
            remarks.add(remark(
                    "shellcheck",
                    rule,
                    Dimension.RELIABILITY,
                    each.textOr("level", ""),
                    OptionalInt.empty(),
                    below(root, each.textOr("file", "")),
                    each.number("line").orElse(1),
                    each.number("endLine").orElse(1),
                    each.textOr("message", rule)));
        }
        return remarks;
    }

    /// What Bandit prints with `--format json`.
    public static List<Remark> ofBandit(String json, Path root) throws MalformedReport {
        List<Remark> remarks = new ArrayList<>();
        for (Node.Fields each : objects(object(json).items("results"))) {
            Node.Fields cwe = each.fields("issue_cwe");
            long line = each.number("line_number").orElse(1);
            remarks.add(remark(
                    "bandit",
                    each.textOr("test_id", ""),
                    Dimension.SECURITY,
                    each.textOr("issue_severity", ""),
                    cwe.integer("id"),
                    below(root, each.textOr("filename", "")),
                    line,
                    line,
                    each.textOr("issue_text", "")));
        }
        return remarks;
    }

    /// What ESLint prints with `--format json`.
    public static List<Remark> ofEslint(String json, Path root) throws MalformedReport {
        List<Remark> remarks = new ArrayList<>();
        if (!(first(json) instanceof Node.Items files)) {
            throw new MalformedReport("it is no list of files");
        }
        for (Node.Fields file : objects(files)) {
            for (Node.Fields each : objects(file.items("messages"))) {
                String rule = each.textOr("ruleId", "parsing");
                remarks.add(remark(
                        "eslint",
                        rule,
                        Weakness.dimension(rule),
                        Long.toString(each.number("severity").orElse(1)),
                        OptionalInt.empty(),
                        below(root, file.textOr("filePath", "")),
                        each.number("line").orElse(1),
                        each.number("endLine").orElse(1),
                        each.textOr("message", rule)));
            }
        }
        return remarks;
    }

    /// What `cargo clippy --message-format=json` prints: one object a line, of which some are Clippy's.
    public static List<Remark> ofClippy(String json, Path root) throws MalformedReport {
        List<Remark> remarks = new ArrayList<>();
        for (Node node : all(json)) {
            Node.Fields message = node instanceof Node.Fields line ? line.fields("message") : Node.Fields.NONE;
            String rule = message.fields("code").textOr("code", "");
            Optional<Node.Fields> place = objects(message.items("spans")).stream()
                    .filter(each -> each.isTrue("is_primary"))
                    .findFirst();
            if (rule.startsWith("clippy::") && place.isPresent()) {
                remarks.add(remark(
                        "clippy",
                        rule.substring("clippy::".length()),
                        Weakness.dimension(rule),
                        message.textOr("level", ""),
                        OptionalInt.empty(),
                        below(root, place.get().textOr("file_name", "")),
                        place.get().number("line_start").orElse(1),
                        place.get().number("line_end").orElse(1),
                        message.textOr("message", rule)));
            }
        }
        return remarks.stream().distinct().toList(); // tests see the same code as the library
    }

    private static Remark remark(
            String tool,
            String rule,
            Dimension dimension,
            String level,
            OptionalInt cwe,
            String path,
            long from,
            long to,
            String claim) {
        int line = Math.clamp(from, 1, Integer.MAX_VALUE);
        Severity severity = Weakness.severity(level);
        return new Remark(
                tool, rule, dimension, severity, cwe, path, line, Math.clamp(to, line, Integer.MAX_VALUE), claim, "");
    }

    private static Node.Fields object(String json) throws MalformedReport {
        if (first(json) instanceof Node.Fields fields) {
            return fields;
        }
        throw new MalformedReport("it is no JSON object");
    }

    private static Node first(String json) throws MalformedReport {
        List<Node> nodes = all(json);
        if (nodes.size() != 1) {
            throw new MalformedReport("it is not one JSON value");
        }
        return nodes.getFirst();
    }

    private static List<Node> all(String json) throws MalformedReport {
        try {
            return JsonReader.ofAll().read(json);
        } catch (MalformedJson fault) {
            throw new MalformedReport("it is not JSON: " + fault.getMessage());
        }
    }

    private static List<Node.Fields> objects(Node.Items items) {
        return items.nodes().stream()
                .filter(Node.Fields.class::isInstance)
                .map(Node.Fields.class::cast)
                .toList();
    }

    private static String below(Path root, String path) {
        String above = root.toAbsolutePath() + "/";
        String below = path.startsWith(above) ? path.substring(above.length()) : path;
        return below.startsWith("./") ? below.substring(2) : below;
    }
}
