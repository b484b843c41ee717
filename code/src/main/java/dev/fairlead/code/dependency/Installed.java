package dev.fairlead.code.dependency;

import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is installed in a project, or lies in this machine's caches of packages.
///
/// @param root of the project
/// @param home of the person
public record Installed(Path root, Path home) {

    private static final int LONGEST = 1 << 20;
    private static final Pattern TOML_LICENCE = Pattern.compile("(?m)^license\\s*=\\s*\"([^\"\\n]*)\"");
    private static final Pattern XML_LICENCE =
            Pattern.compile("<licenses>\\s*<license>\\s*<name>([^<]*)<|<license type=\"expression\">([^<]*)<");
    private static final Pattern PYTHON_LICENCE =
            Pattern.compile("(?m)^(?:License-Expression: |Classifier: License :: .* :: |License: )([^\\n]{1,200})$");

    /// What is told of a package that was found.
    ///
    /// @param licence empty where none is named; absent where what was found cannot tell
    record Found(Optional<String> licence) {}

    /// A package, where it lies here; told from the folder of the manifest that names it.
    Optional<Found> find(Ecosystem ecosystem, String name, String version, Path folder) {
        try {
            return switch (ecosystem) {
                case NPM -> npm(name, folder);
                case MAVEN -> maven(name, version);
                case PYPI -> python(name, folder);
                case CARGO -> cargo(name);
                case COMPOSER -> composer(name, folder);
                case NUGET -> nuget(name);
                case GO -> there(home.resolve("go/pkg/mod/cache/download/" + escaped(name) + "/@v"));
                case RUBYGEMS -> gem(name, folder);
            };
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Found> there(Path path) {
        return Files.exists(path) ? Optional.of(new Found(Optional.empty())) : Optional.empty();
    }

    private Optional<Found> npm(String name, Path folder) throws IOException {
        for (Path each : upwards(folder)) {
            Path described = each.resolve("node_modules").resolve(name).resolve("package.json");
            if (Files.isRegularFile(described)) {
                Node.Fields all = JsonManifest.object(text(described));
                String old = all.get("license") instanceof Node.Fields object ? object.textOr("type", "") : "";
                return Optional.of(new Found(Optional.of(all.textOr("license", old))));
            }
        }
        return Optional.empty();
    }

    private Optional<Found> maven(String name, String version) throws IOException {
        int colon = name.indexOf(':');
        String group = name.substring(0, Math.max(0, colon));
        Path artifact =
                home.resolve(".m2/repository").resolve(group.replace('.', '/')).resolve(name.substring(colon + 1));
        Path pom = artifact.resolve(version).resolve(name.substring(colon + 1) + "-" + version + ".pom");
        if (!version.isEmpty() && Files.isRegularFile(pom)) {
            Matcher licence = XML_LICENCE.matcher(text(pom));
            // A licence is mostly told by a parent: that none stands here says nothing.
            return Optional.of(new Found(
                    licence.find() ? Optional.ofNullable(licence.group(1)).map(String::strip) : Optional.empty()));
        }
        Path gradle = home.resolve(".gradle/caches/modules-2/files-2.1").resolve(group);
        return there(artifact).or(() -> there(gradle.resolve(name.substring(colon + 1))));
    }

    private Optional<Found> python(String name, Path folder) throws IOException {
        for (Path each : upwards(folder)) {
            for (String environment : List.of(".venv", "venv", "env")) {
                for (Path library : within(each.resolve(environment).resolve("lib"), "python*")) {
                    for (Path info : within(library.resolve("site-packages"), "*.dist-info")) {
                        String known = info.getFileName().toString().replaceFirst("-[^-]*\\.dist-info$", "");
                        if (Ecosystem.PYPI.plain(known).equals(name)) {
                            return Optional.of(new Found(Optional.of(pythonLicence(info.resolve("METADATA")))));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String pythonLicence(Path metadata) throws IOException {
        String head = Files.isRegularFile(metadata) ? text(metadata) : "";
        int body = head.indexOf("\n\n");
        Matcher licence = PYTHON_LICENCE.matcher(body < 0 ? head : head.substring(0, body));
        return licence.find() ? licence.group(1).strip() : "";
    }

    private Optional<Found> cargo(String name) throws IOException {
        for (Path index : within(home.resolve(".cargo/registry/src"), "*")) {
            for (String spelling : List.of(name, name.replace('-', '_'))) {
                for (Path crate : within(index, spelling + "-[0-9]*")) {
                    Path described = crate.resolve("Cargo.toml");
                    Matcher licence = TOML_LICENCE.matcher(Files.isRegularFile(described) ? text(described) : "");
                    return Optional.of(new Found(Optional.of(licence.find() ? licence.group(1) : "")));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Found> composer(String name, Path folder) throws IOException {
        Path described = folder.resolve("vendor").resolve(name).resolve("composer.json");
        if (!Files.isRegularFile(described)) {
            return Optional.empty();
        }
        Node.Fields all = JsonManifest.object(text(described));
        return Optional.of(new Found(Optional.of(all.textOr("license", ""))));
    }

    private Optional<Found> nuget(String name) throws IOException {
        for (Path version : within(home.resolve(".nuget/packages").resolve(name), "*")) {
            for (Path described : within(version, "*.nuspec")) {
                Matcher licence = XML_LICENCE.matcher(text(described));
                return Optional.of(
                        new Found(licence.find() ? Optional.ofNullable(licence.group(2)) : Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private Optional<Found> gem(String name, Path folder) throws IOException {
        for (Path ruby : within(folder.resolve("vendor/bundle/ruby"), "*")) {
            for (Path each : within(ruby.resolve("gems"), name + "-[0-9]*")) {
                return there(each);
            }
        }
        return Optional.empty();
    }

    /// As Go's cache writes names: `!a` for `A`.
    private static String escaped(String module) {
        StringBuilder escaped = new StringBuilder();
        module.chars()
                .forEach(each -> escaped.append(
                        Character.isUpperCase(each)
                                ? "!" + (char) Character.toLowerCase(each)
                                : String.valueOf((char) each)));
        return escaped.toString();
    }

    /// A folder and those around it, as far as the project goes.
    List<Path> upwards(Path folder) {
        List<Path> folders = new ArrayList<>();
        Path at = folder.normalize();
        while (at != null && at.startsWith(root.normalize())) {
            folders.add(at);
            at = at.getParent();
        }
        return folders;
    }

    private static List<Path> within(Path folder, String glob) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
            stream.forEach(found::add);
        }
        found.sort(null);
        return found;
    }

    private static String text(Path file) throws IOException {
        return Files.size(file) > LONGEST ? "" : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
