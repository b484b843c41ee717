package dev.fairlead.code.dependency;

import java.util.List;

/// Reads which packages a manifest names. What it cannot read it passes over: a manifest that is broken names nothing.
final class Manifests {

    private Manifests() {}

    /// The packages that a manifest names, in its order; not those that lie beside it in a folder.
    static List<Declaration> read(Ecosystem ecosystem, String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        List<Declaration> found = switch (ecosystem) {
            case NPM -> JsonManifest.ofNpm(text);
            case COMPOSER -> JsonManifest.ofComposer(text);
            case NUGET -> XmlManifest.ofNuget(text);
            case CARGO -> TomlManifest.ofCargo(text);
            case GO -> LineManifest.ofGo(text);
            case RUBYGEMS -> LineManifest.ofGems(text);
            case PYPI -> name.endsWith(".toml") ? TomlManifest.ofPython(text) : LineManifest.ofPip(text);
            case MAVEN ->
                name.equals("pom.xml")
                        ? XmlManifest.ofMaven(text)
                        : name.endsWith(".toml") ? TomlManifest.ofCatalog(text) : LineManifest.ofGradle(text);
        };
        return found.stream()
                .map(each ->
                        new Declaration(ecosystem.plain(each.name()), each.version(), each.line(), each.versionLine()))
                .toList();
    }
}
