package dev.fairlead.code.dependency;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Manifests in which each package has a line of its own: of pip, Go, Gradle and Bundler.
final class LineManifest {

    /// As in PEP 508: a name, extras, and what versions will do.
    private static final Pattern REQUIREMENT =
            Pattern.compile("^([A-Za-z0-9][\\w.-]*)\\s*(?:\\[[^\\]]*])?\\s*\\(?([=<>!~][^;#)]*)?(?:[;#)].*)?$");
    private static final Pattern GO = Pattern.compile("^(?:require\\s+)?([\\w.-]+\\.[\\w-]+/\\S+)\\s+(v\\S+)");
    private static final Pattern GRADLE = Pattern.compile("^\\s*[a-z]\\w*[\\s(]+(?:platform\\()?([\"'])([^\"']+)\\1");
    private static final Pattern COORDINATES = Pattern.compile("^([\\w.-]+:[\\w.-]+)(?::([^:@]+))?(?:[:@].*)?$");
    private static final Pattern GEM =
            Pattern.compile("^\\s*gem[\\s(]+([\"'])([\\w.-]+)\\1(?:\\s*,\\s*[\"']([^\"']+)[\"'])?(.*)$");
    private static final Pattern GEM_BESIDE = Pattern.compile("\\b(path|git|github)\\s*(:|=>)");

    private LineManifest() {}

    static List<Declaration> ofPip(String text) {
        List<Declaration> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            found.addAll(requirement(line.endsWith("\\") ? line.substring(0, line.length() - 1) : line, i + 1));
        }
        return found;
    }

    /// What one requirement names; nothing where it is none, or lies at an address of its own.
    static List<Declaration> requirement(String text, int line) {
        Matcher found = REQUIREMENT.matcher(text.strip());
        if (!found.matches()) {
            return List.of();
        }
        String version = found.group(2) == null ? "" : found.group(2).strip();
        return List.of(new Declaration(found.group(1), version, line, line));
    }

    static List<Declaration> ofGo(String text) {
        List<Declaration> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        String block = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.endsWith("(")) {
                block = line;
            } else if (line.equals(")")) {
                block = "";
            }
            boolean isRequired = block.startsWith("require") || line.startsWith("require ");
            Matcher module = GO.matcher(line);
            if (isRequired && module.find()) {
                found.add(new Declaration(module.group(1), module.group(2), i + 1, i + 1));
            }
        }
        return found;
    }

    static List<Declaration> ofGradle(String text) {
        List<Declaration> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher named = GRADLE.matcher(lines.get(i));
            if (named.find()) {
                found.addAll(coordinates(named.group(2), i + 1));
            }
        }
        return found;
    }

    /// What `group:artifact:version` names.
    static List<Declaration> coordinates(String text, int line) {
        Matcher found = COORDINATES.matcher(text);
        if (!found.matches()) {
            return List.of();
        }
        String version = found.group(2) == null ? "" : found.group(2);
        return List.of(new Declaration(found.group(1), version, line, line));
    }

    static List<Declaration> ofGems(String text) {
        List<Declaration> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher gem = GEM.matcher(lines.get(i));
            if (gem.find() && !GEM_BESIDE.matcher(gem.group(4)).find()) {
                found.add(new Declaration(gem.group(2), gem.group(3) == null ? "" : gem.group(3), i + 1, i + 1));
            }
        }
        return found;
    }
}
