package dev.fairlead.code.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ManifestsTest {

    /// Each package as `name version @line/line of the version`.
    private static String told(String path, String text) {
        return Manifests.read(Ecosystem.of(path).orElseThrow(), path, text).stream()
                .map(each -> "%s %s @%d/%d".formatted(each.name(), each.version(), each.line(), each.versionLine()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void readsNpmsWithoutWhatLiesBesideIt() {
        assertThat(told("web/package.json", """
            {
              "name": "left-pad",
              "dependencies": {
                "left-pad": "^1.3.0",
                "@acme/ui": "workspace:*"
              },
              "devDependencies": { "@types/node": "22" }
            }
            """)).isEqualTo("left-pad ^1.3.0 @4/4\n@types/node 22 @7/7");
    }

    @Test
    void readsMavensWithPropertiesAndWithoutItsOwnModules() {
        assertThat(told("pom.xml", """
            <project>
              <groupId>org.acme</groupId>
              <version>7</version>
              <properties><jackson.version>2.17.1</jackson.version></properties>
              <dependencies>
                <dependency>
                  <groupId>com.fasterxml.jackson.core</groupId>
                  <artifactId>jackson-databind</artifactId>
                  <version>${jackson.version}</version>
                </dependency>
                <dependency><groupId>org.acme</groupId><artifactId>core</artifactId></dependency>
                <dependency><groupId>${project.groupId}</groupId><artifactId>wire</artifactId></dependency>
              </dependencies>
              <build><plugins><plugin><artifactId>maven-jar-plugin</artifactId><version>3.4.2</version></plugin></plugins></build>
            </project>
            """)).isEqualTo("""
                com.fasterxml.jackson.core:jackson-databind 2.17.1 @8/4
                org.apache.maven.plugins:maven-jar-plugin 3.4.2 @14/14\
                """);
    }

    @Test
    void readsGradlesInBothLanguagesAndItsCatalogues() {
        assertThat(told("build.gradle", """
            dependencies {
                implementation 'com.google.guava:guava:33.4.0-jre'
                testImplementation("org.junit.jupiter:junit-jupiter:5.11.0")
                implementation project(':core')
            }
            """)).isEqualTo("""
                com.google.guava:guava 33.4.0-jre @2/2
                org.junit.jupiter:junit-jupiter 5.11.0 @3/3\
                """);
        assertThat(told("gradle/libs.versions.toml", """
            [versions]
            guava = "33.4.0-jre"
            [libraries]
            guava = { module = "com.google.guava:guava", version.ref = "guava" }
            jte = "gg.jte:jte:3.1.0"
            """))
                .isEqualTo("com.google.guava:guava 33.4.0-jre @4/2\ngg.jte:jte 3.1.0 @5/5");
    }

    @Test
    void readsPythonsByEveryCustom() {
        assertThat(told("requirements-dev.txt", """
            # tools
            -r base.txt
            Flask_Login[x]>=0.6,<1 ; python_version > "3.8"
            requests  # http
            ./local
            git+https://example.org/a.git
            """)).isEqualTo("flask-login >=0.6,<1 @3/3\nrequests  @4/4");
        assertThat(told("pyproject.toml", """
            [project]
            name = "shop"
            dependencies = [
                "httpx>=0.27",  # http
                "rich[all] == 13.7",
            ]
            [project.optional-dependencies]
            dev = ["pytest~=8.0"]
            [tool.poetry.dependencies]
            python = "^3.11"
            pendulum = { version = "^3.0", optional = true }
            mine = { path = "../mine" }
            """)).isEqualTo("""
                httpx >=0.27 @4/4
                rich == 13.7 @5/5
                pytest ~=8.0 @8/8
                pendulum ^3.0 @11/11\
                """);
    }

    @Test
    void readsCargosTablesOfEveryForm() {
        assertThat(told("Cargo.toml", """
            [package]
            name = "shop"
            [dependencies]
            serde_json = "1"
            mine = { path = "../mine" }
            renamed = { package = "tokio", version = "1.40" }
            [target.'cfg(unix)'.dependencies]
            nix = "0.29"
            [dev-dependencies.proptest]
            version = "1.5"
            """))
                .isEqualTo("serde-json 1 @4/4\ntokio 1.40 @6/6\nnix 0.29 @8/8\nproptest 1.5 @10/10");
    }

    @Test
    void readsGosRequirementsAndNoReplacements() {
        assertThat(told("go.mod", """
            module example.org/shop
            go 1.23
            require github.com/google/uuid v1.6.0
            require (
            	golang.org/x/sync v0.8.0 // indirect
            )
            replace example.org/mine => ../mine
            """)).isEqualTo("github.com/google/uuid v1.6.0 @3/3\ngolang.org/x/sync v0.8.0 @5/5");
    }

    @Test
    void readsGemsPackagistsAndDotNets() {
        assertThat(told("Gemfile", """
            source "https://rubygems.example"
            gem "rails", "~> 7.1"
            gem 'puma'
            gem "mine", path: "../mine"
            """)).isEqualTo("rails ~> 7.1 @2/2\npuma  @3/3");
        assertThat(told("composer.json", """
            {"require": {"php": ">=8.2", "ext-json": "*",
              "Monolog/monolog": "^3.0"}}
            """)).isEqualTo("monolog/monolog ^3.0 @2/2");
        assertThat(told("src/Shop.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="Serilog" Version="4.0.1" />
              </ItemGroup>
            </Project>
            """)).isEqualTo("serilog 4.0.1 @3/3");
    }

    @Test
    void namesNothingOfWhatIsBrokenAndKnowsNoOtherFiles() {
        for (String path : new String[] {"package.json", "pom.xml", "a.csproj", "Cargo.toml", "composer.json"}) {
            assertThat(told(path, "{\"dependencies\": [<<< \u0000")).as(path).isEmpty();
        }
        assertThat(Ecosystem.of("src/package.json.txt")).isEmpty();
        assertThat(Ecosystem.of("README.md")).isEmpty();
    }
}
