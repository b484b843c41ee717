package dev.fairlead.code.dependency;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Manifests in XML: `pom.xml`, and the projects of .NET.
final class XmlManifest {

    /// Of a plugin that names no group.
    private static final String PLUGINS = "org.apache.maven.plugins";

    /// A text and the line that it stands in.
    private record Value(String text, int line) {}

    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, Value> properties = new HashMap<>();
    private final List<Map<String, Value>> packages = new ArrayList<>();
    private Map<String, Value> current = new HashMap<>();
    private String ownGroup = "";

    private XmlManifest() {}

    static List<Declaration> ofNuget(String text) {
        List<Declaration> found = new ArrayList<>();
        try {
            XMLStreamReader xml = reader(text);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && (xml.getLocalName().equals("PackageReference")
                                || xml.getLocalName().equals("PackageVersion"))) {
                    String name = attribute(xml, "Include");
                    int line = xml.getLocation().getLineNumber();
                    if (!name.isEmpty()) {
                        found.add(new Declaration(name, attribute(xml, "Version"), line, line));
                    }
                }
            }
        } catch (XMLStreamException broken) {
            return List.of();
        }
        return found;
    }

    static List<Declaration> ofMaven(String text) {
        XmlManifest reading = new XmlManifest();
        try {
            reading.read(reader(text));
        } catch (XMLStreamException broken) {
            return List.of();
        }
        return reading.declarations();
    }

    private static XMLStreamReader reader(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new StringReader(text));
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int what = xml.next();
            if (what == XMLStreamConstants.START_ELEMENT) {
                open.addLast(xml.getLocalName());
                if (isPackage(xml.getLocalName())) {
                    current = new HashMap<>();
                }
            } else if (what == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace() && open.size() > 1) {
                String word = xml.getText();
                take(new Value(word.strip(), xml.getLocation().getLineNumber() - trailing(word)));
            } else if (what == XMLStreamConstants.END_ELEMENT) {
                if (isPackage(open.removeLast())) {
                    packages.add(current);
                }
            }
        }
    }

    /// The reader tells where a text ends.
    private static int trailing(String text) {
        return (int) text.substring(text.stripTrailing().length())
                .chars()
                .filter(each -> each == '\n')
                .count();
    }

    private static boolean isPackage(String element) {
        return element.equals("dependency") || element.equals("plugin");
    }

    private void take(Value value) {
        List<String> path = List.copyOf(open);
        String name = path.getLast();
        String around = path.get(path.size() - 2);
        if (isPackage(around)) {
            current.put(name, value);
        } else if (around.equals("properties") && path.size() == 3) {
            properties.put(name, value);
        } else if (name.equals("groupId") && (path.size() == 2 || around.equals("parent"))) {
            ownGroup = value.text();
        } else if (name.equals("version") && path.size() == 2) {
            properties.put("project.version", value);
        }
    }

    /// Without those of the project's own group, which are its modules.
    private List<Declaration> declarations() {
        List<Declaration> found = new ArrayList<>();
        for (Map<String, Value> each : packages) {
            Value artifact = each.get("artifactId");
            Value group = each.getOrDefault("groupId", new Value(PLUGINS, 1));
            String groupId = group.text().equals("${project.groupId}")
                    ? ownGroup
                    : resolved(group).text();
            if (artifact == null || groupId.equals(ownGroup)) {
                continue;
            }
            Value version = resolved(each.getOrDefault("version", new Value("", artifact.line())));
            found.add(new Declaration(
                    groupId + ":" + resolved(artifact).text(), version.text(), artifact.line(), version.line()));
        }
        return found;
    }

    private Value resolved(Value value) {
        String text = value.text();
        return text.startsWith("${") && text.endsWith("}")
                ? properties.getOrDefault(text.substring(2, text.length() - 1), value)
                : value;
    }
}
