package dev.fairlead.code.dependency;

import dev.fairlead.code.dependency.TomlLines.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Manifests in TOML: `Cargo.toml`, `pyproject.toml`, and Gradle's catalogues of versions.
final class TomlManifest {

    private static final Pattern CARGO =
            Pattern.compile("^(target\\..+\\.)?(workspace\\.)?(dev-|build-)?dependencies$");
    private static final Pattern CARGO_ONE =
            Pattern.compile("^(target\\..+\\.)?(workspace\\.)?(dev-|build-)?dependencies\\.([\\w-]+)$");
    private static final Pattern BESIDE = Pattern.compile("\\b(path|workspace|git|url|develop)\\s*=");
    private static final Pattern POETRY =
            Pattern.compile("^tool\\.poetry\\.(dev-dependencies|dependencies|group\\.[\\w-]+\\.dependencies)$");
    private static final Pattern GROUPS =
            Pattern.compile("^(project\\.optional-dependencies|dependency-groups|tool\\.pdm\\.dev-dependencies)$");

    private TomlManifest() {}

    static List<Declaration> ofCargo(String text) {
        List<Declaration> found = new ArrayList<>();
        Map<String, Map<String, Entry>> single = new LinkedHashMap<>();
        for (Entry each : TomlLines.read(text)) {
            if (CARGO.matcher(each.table()).matches()) {
                if (!BESIDE.matcher(each.value()).find() && !each.key().contains(".")) {
                    boolean isTable = each.value().startsWith("{");
                    String other = isTable ? each.within("package") : "";
                    found.add(new Declaration(
                            other.isEmpty() ? each.key() : other,
                            isTable ? each.within("version") : each.text(),
                            each.line(),
                            each.line()));
                }
            } else if (CARGO_ONE.matcher(each.table()).matches()) {
                single.computeIfAbsent(each.table(), table -> new HashMap<>()).put(each.key(), each);
            }
        }
        single.forEach((table, keys) -> {
            Entry version = keys.get("version");
            if (version != null && !keys.containsKey("path") && !keys.containsKey("git")) {
                String name = table.substring(table.lastIndexOf('.') + 1);
                String told = keys.containsKey("package") ? keys.get("package").text() : name;
                found.add(new Declaration(told, version.text(), version.line(), version.line()));
            }
        });
        return found;
    }

    static List<Declaration> ofPython(String text) {
        List<Declaration> found = new ArrayList<>();
        for (Entry each : TomlLines.read(text)) {
            boolean isList = each.table().equals("project") && each.key().equals("dependencies")
                    || each.table().equals("build-system") && each.key().equals("requires")
                    || GROUPS.matcher(each.table()).matches();
            if (isList) {
                each.texts().forEach(one -> found.addAll(LineManifest.requirement(one.text(), one.line())));
            } else if (POETRY.matcher(each.table()).matches()
                    && !each.key().equals("python")
                    && !BESIDE.matcher(each.value()).find()) {
                String version = each.value().startsWith("{") ? each.within("version") : each.text();
                found.add(new Declaration(each.key(), version, each.line(), each.line()));
            }
        }
        return found;
    }

    static List<Declaration> ofCatalog(String text) {
        Map<String, Entry> versions = new HashMap<>();
        List<Declaration> found = new ArrayList<>();
        for (Entry each : TomlLines.read(text)) {
            if (each.table().equals("versions")) {
                versions.put(each.key(), each);
            } else if (each.table().equals("libraries")) {
                found.addAll(library(each, versions));
            }
        }
        return found;
    }

    /// `a = "group:artifact:1.0"`, or a table with `module`, or with `group` and `name`.
    private static List<Declaration> library(Entry entry, Map<String, Entry> versions) {
        if (!entry.value().startsWith("{")) {
            return LineManifest.coordinates(entry.text(), entry.line());
        }
        String module = entry.within("module");
        String name = module.isEmpty() ? entry.within("group") + ":" + entry.within("name") : module;
        Entry version = versions.get(entry.within("version\\.ref"));
        return List.of(
                version == null
                        ? new Declaration(name, entry.within("version"), entry.line(), entry.line())
                        : new Declaration(name, version.text(), entry.line(), version.line()));
    }
}
