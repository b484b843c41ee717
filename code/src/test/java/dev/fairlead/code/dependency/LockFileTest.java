package dev.fairlead.code.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class LockFileTest {

    private static Map<String, String> known(Ecosystem ecosystem, String name, String text) {
        return LockFile.read(ecosystem, name, text).licences();
    }

    @Test
    void knowsWhatNpmYarnAndPnpmLocked() {
        assertThat(known(Ecosystem.NPM, "package-lock.json", """
            {"packages": {"": {"name": "shop"}, "node_modules/a/node_modules/@b/c": {"version": "1.0.0", "license": "MIT"}}}
            """)).isEqualTo(Map.of("@b/c", "MIT"));
        assertThat(known(Ecosystem.NPM, "yarn.lock", """
            # yarn lockfile v1
            "@babel/core@^7.0.0", "@babel/core@^7.1.0":
              version "7.24.0"
              dependencies:
                debug "^4.1.0"
            lodash@^4.17.21:
              version "4.17.21"
            """)).isEqualTo(Map.of("@babel/core", "", "lodash", ""));
        assertThat(known(Ecosystem.NPM, "pnpm-lock.yaml", """
            packages:

              '@babel/core@7.24.0':
                resolution: {integrity: sha512-x}
              lodash@4.17.21:
                resolution: {integrity: sha512-x}
            """)).isEqualTo(Map.of("@babel/core", "", "lodash", ""));
    }

    @Test
    void knowsWhatTheOthersLocked() {
        String toml = "[[package]]\nname = \"Serde_Json\"\nversion = \"1.0.0\"\n";
        assertThat(known(Ecosystem.CARGO, "Cargo.lock", toml)).isEqualTo(Map.of("Serde-Json", ""));
        assertThat(known(Ecosystem.PYPI, "uv.lock", toml)).isEqualTo(Map.of("serde-json", ""));
        assertThat(known(
                        Ecosystem.PYPI,
                        "Pipfile.lock",
                        "{\"default\": {\"requests\": {}}, \"develop\": {\"pytest\": {}}}"))
                .isEqualTo(Map.of("requests", "", "pytest", ""));
        assertThat(known(
                        Ecosystem.GO,
                        "go.sum",
                        "golang.org/x/sync v0.8.0 h1:3NFv=\ngolang.org/x/sync v0.8.0/go.mod h1:C=\n"))
                .isEqualTo(Map.of("golang.org/x/sync", ""));
        assertThat(known(Ecosystem.RUBYGEMS, "Gemfile.lock", "GEM\n  specs:\n    rails (7.1.0)\n      rack (>= 2)\n"))
                .isEqualTo(Map.of("rails", ""));
        assertThat(known(Ecosystem.COMPOSER, "composer.lock", """
            {"packages": [{"name": "monolog/monolog", "license": ["MIT", "GPL-2.0"]}], "packages-dev": []}
            """))
                .isEqualTo(Map.of("monolog/monolog", "MIT OR GPL-2.0"));
        assertThat(known(
                        Ecosystem.MAVEN,
                        "gradle.lockfile",
                        "# made by Gradle\ncom.acme:a:1.0=runtimeClasspath\nempty=\n"))
                .isEqualTo(Map.of("com.acme:a", ""));
        assertThat(known(Ecosystem.NUGET, "packages.lock.json", "{\"dependencies\": {\"net8.0\": {\"Serilog\": {}}}}"))
                .isEqualTo(Map.of("serilog", ""));
    }
}
