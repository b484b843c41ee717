package dev.fairlead.code.dependency;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A world of packages, with the files in which a project says which of them it uses.
public enum Ecosystem {
    CARGO("Cargo\\.toml", "Cargo.lock"),
    COMPOSER("composer\\.json", "composer.lock"),
    GO("go\\.mod", "go.sum"),
    MAVEN("pom\\.xml|build\\.gradle(\\.kts)?|libs\\.versions\\.toml", "gradle.lockfile"),
    NPM("package\\.json", "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml"),
    NUGET("[^/]+\\.(cs|fs|vb)proj|Directory\\.Packages\\.props", "packages.lock.json"),
    PYPI(
            "pyproject\\.toml|[^/]*requirements[^/]*\\.txt|requirements/[^/]+\\.txt",
            "poetry.lock",
            "uv.lock",
            "Pipfile.lock",
            "pdm.lock"),
    RUBYGEMS("Gemfile|gems\\.rb", "Gemfile.lock");

    private static final Pattern DASHES = Pattern.compile("[-_.]+");

    @SuppressWarnings("ImmutableEnumChecker") // a pattern cannot be changed
    private final Pattern manifest;

    @SuppressWarnings("ImmutableEnumChecker") // a list that cannot be changed
    private final List<String> locks;

    Ecosystem(String manifest, String... locks) {
        this.manifest = Pattern.compile("(^|.*/)(" + manifest + ")");
        this.locks = List.of(locks);
    }

    /// The one whose manifest a file is, told from its name.
    static Optional<Ecosystem> of(String path) {
        for (Ecosystem each : values()) {
            if (each.manifest.matcher(path).matches()) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// The names of its lock files.
    List<String> locks() {
        return locks;
    }

    /// A package's name as all of its spellings have it.
    String plain(String name) {
        return switch (this) {
            case PYPI -> DASHES.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
            case CARGO -> name.replace('_', '-');
            case NUGET, COMPOSER -> name.toLowerCase(Locale.ROOT);
            case GO, MAVEN, NPM, RUBYGEMS -> name;
        };
    }

    /// Whoever publishes a package, where its name says so; empty where it does not.
    String publisher(String name) {
        int cut = switch (this) {
            case NPM, COMPOSER, GO -> name.lastIndexOf('/');
            case MAVEN -> name.indexOf(':');
            case CARGO, NUGET, PYPI, RUBYGEMS -> -1;
        };
        return cut < 0 ? "" : name.substring(0, cut);
    }
}
