package dev.fairlead.code.report;

import dev.fairlead.code.review.Coverage;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads which lines tests ran, in the forms of JaCoCo, Cobertura, LCOV, Go and coverage.py; which one it is, is told
/// from the content.
public final class CoverageReports {

    private static final Pattern GO_BLOCK =
            Pattern.compile("^(?<file>[^:]{1,4000}):(?<from>\\d{1,9})\\.\\d{1,9},(?<to>\\d{1,9})\\.\\d{1,9} \\d{1,9}"
                    + " (?<count>\\d{1,9})$");
    private static final int LONGEST_BLOCK = 100_000;

    private final Map<String, Map<Integer, Boolean>> files = new HashMap<>();

    private CoverageReports() {}

    /// What several reports say together: a line is run where any of them says so.
    ///
    /// @throws MalformedReport where one is of no known form
    public static Coverage read(List<String> reports) throws MalformedReport {
        CoverageReports reading = new CoverageReports();
        for (String report : reports) {
            reading.take(report);
        }
        return new Coverage(reading.files);
    }

    private void take(String report) throws MalformedReport {
        String start = report.stripLeading();
        if (start.startsWith("<")) {
            xml(report);
        } else if (start.startsWith("{")) {
            json(report);
        } else if (start.startsWith("mode:")) {
            go(report);
        } else if (start.startsWith("TN:") || start.startsWith("SF:")) {
            lcov(report);
        } else {
            throw new MalformedReport("it is no report of JaCoCo, Cobertura, LCOV, Go or coverage.py");
        }
    }

    private void note(String file, int line, boolean isRun) {
        files.computeIfAbsent(file, name -> new HashMap<>()).merge(line, isRun, Boolean::logicalOr);
    }

    private void lcov(String report) throws MalformedReport {
        String file = "";
        for (String line : report.lines().toList()) {
            if (line.startsWith("SF:")) {
                file = line.substring(3).strip();
            } else if (line.startsWith("DA:")) {
                List<String> parts = List.of(line.substring(3).split(",", -1));
                if (parts.size() < 2) {
                    throw new MalformedReport("`%s` is no line of LCOV".formatted(line));
                }
                note(file, number(parts.getFirst()), number(parts.get(1)) > 0);
            }
        }
    }

    private void go(String report) throws MalformedReport {
        for (String line :
                report.lines().skip(1).filter(each -> !each.isBlank()).toList()) {
            Matcher block = GO_BLOCK.matcher(line);
            if (!block.matches()) {
                throw new MalformedReport("`%s` is no line of a Go profile".formatted(line));
            }
            int from = number(block.group("from"));
            int to = Math.min(number(block.group("to")), from + LONGEST_BLOCK);
            for (int each = from; each <= to; each++) {
                note(block.group("file"), each, !block.group("count").equals("0"));
            }
        }
    }

    private void json(String report) throws MalformedReport {
        try {
            if (!(JsonReader.ofAll().read(report).getFirst() instanceof Node.Fields all) || !all.has("files")) {
                throw new MalformedReport("it is no report of coverage.py: there are no `files`");
            }
            Node.Fields named = all.fields("files");
            for (String file : named.names()) {
                numbers(named.fields(file).items("executed_lines")).forEach(each -> note(file, each, true));
                numbers(named.fields(file).items("missing_lines")).forEach(each -> note(file, each, false));
            }
        } catch (MalformedJson fault) {
            throw new MalformedReport("it is not JSON: " + fault.getMessage());
        }
    }

    private static List<Integer> numbers(Node.Items items) throws MalformedReport {
        List<Integer> numbers = new java.util.ArrayList<>();
        for (Node each : items.nodes()) {
            numbers.add(number(each instanceof Node.Scalar scalar ? scalar.literal() : ""));
        }
        return numbers;
    }

    private void xml(String report) throws MalformedReport {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(report));
            String folder = "";
            String file = "";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "package" -> folder = attribute(xml, "name");
                    case "sourcefile" ->
                        file = folder.isEmpty() ? attribute(xml, "name") : folder + "/" + attribute(xml, "name");
                    case "class" -> file = attribute(xml, "filename");
                    case "line" -> line(xml, file);
                    default -> {} // sums, branches and conditions
                }
            }
        } catch (XMLStreamException fault) {
            throw new MalformedReport("it is not sound XML");
        }
    }

    /// Of JaCoCo a line has the instructions that were run, of Cobertura how often it was.
    private void line(XMLStreamReader xml, String file) throws MalformedReport {
        if (file.isEmpty()) {
            return;
        }
        String ofJacoco = attribute(xml, "nr");
        if (ofJacoco.isEmpty()) {
            note(file, number(attribute(xml, "number")), number(attribute(xml, "hits")) > 0);
        } else {
            note(file, number(ofJacoco), number(attribute(xml, "ci")) > 0);
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static int number(String text) throws MalformedReport {
        try {
            return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(text.strip()));
        } catch (NumberFormatException none) {
            throw new MalformedReport("`%s` is no number".formatted(text));
        }
    }
}
