package dev.fairlead.code.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.change.Changes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DependenciesTest {

    private static final String LOCK = """
        {"packages": {"node_modules/lodash": {"license": "MIT"}, "node_modules/copy": {"license": "GPL-3.0-only"}}}
        """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private Path root() {
        return folder.resolve("shop");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        Files.writeString(file, text);
    }

    /// Each remark as `rule line: claim`.
    private List<String> said(
            Optional<Registry> registry, Set<String> denied, String path, String before, String after) {
        return Dependencies.look(
                        Changes.of(List.of(new Changes.Pair(path, Optional.empty(), before, after))),
                        new Installed(root(), folder.resolve("home")),
                        registry,
                        denied)
                .stream()
                .map(each -> "%s %d: %s".formatted(each.rule(), each.line(), each.claim()))
                .toList();
    }

    private List<String> said(String path, String before, String after) {
        return said(Optional.empty(), Set.of(), path, before, after);
    }

    private static String npm(String... packages) {
        List<String> lines = new ArrayList<>();
        for (String each : packages) {
            lines.add("    \"" + each.replace(" ", "\": \"") + "\"");
        }
        return "{\n  \"dependencies\": {\n" + String.join(",\n", lines) + "\n  }\n}\n";
    }

    @Test
    void saysNothingOfWhatTheLockFileKnowsOrWasThereBefore() throws IOException {
        write("shop/package-lock.json", LOCK);
        assertThat(said("package.json", npm(), npm("lodash ^4.17.21"))).isEmpty();
        assertThat(said("package.json", npm("nowhere 1"), npm("nowhere 1", "lodash 4")))
                .isEmpty();
        assertThat(said("src/app.js", "", "import x from 'nowhere'")).isEmpty();
    }

    @Test
    void tellsWhatNeitherTheLockFileNorTheMachineKnows() throws IOException {
        write("shop/package-lock.json", LOCK);
        write("shop/node_modules/there/package.json", "{\"license\": \"ISC\"}");
        assertThat(said("packages/web/package.json", npm(), npm("there 1", "nowhere-to-be-found ^1.0.0")))
                .containsExactly("unlocked-package 4: adds `nowhere-to-be-found`, which neither the lock file nor"
                        + " what is installed knows");
        assertThat(said("pom.xml", "<project/>", """
            <project><dependencies><dependency>
            <groupId>org.nowhere</groupId><artifactId>nothing</artifactId><version>1</version>
            </dependency></dependencies></project>
            """)).isEmpty();
    }

    @Test
    void tellsNamesThatAreASlipFromOneInUse() throws IOException {
        write("shop/package-lock.json", LOCK);
        assertThat(said("package.json", npm("lodash 4"), npm("lodash 4", "lodahs 4")))
                .contains("look-alike-package 4: adds `lodahs`, which is one slip from `lodash` that is used already");
    }

    @Test
    void tellsJumpsAndStepsBackAndWhatIsNotPinned() {
        assertThat(said("package.json", npm("a 4.17.0", "b ^2.3.4", "c 1.0.0"), npm("a 5.0.0", "b ^2.3.3", "c 1.9.0")))
                .containsExactly(
                        "version-jump 3: raises `a` from `4.17.0` to `5.0.0`, another major version",
                        "version-jump 4: takes `b` back from `^2.3.4` to `^2.3.3`");
        assertThat(said("package.json", npm(), npm("a latest", "b *", "c ^1")))
                .containsExactly(
                        "unpinned-package 3: adds `a` in whatever version",
                        "unpinned-package 4: adds `b` in whatever version");
        String pom = """
            <project><properties>
            <v>1.0</v></properties><dependencies><dependency>
            <groupId>org.a</groupId><artifactId>b</artifactId><version>${v}</version>
            </dependency></dependencies></project>
            """;
        assertThat(said("pom.xml", pom, pom.replace("1.0", "3.0")))
                .containsExactly("version-jump 2: raises `org.a:b` from `1.0` to `3.0`, another major version");
    }

    @Test
    void tellsLicencesThatBindMissOrAreDeniedUnlessTheProjectIsUnderThem() throws IOException {
        write("shop/package-lock.json", LOCK);
        write("shop/node_modules/bare/package.json", "{}");
        assertThat(said("package.json", npm(), npm("copy 1", "bare 1", "lodash 4")))
                .containsExactly(
                        "copyleft-licence 3: adds `copy` under `GPL-3.0-only`, which asks that the whole programme is"
                                + " under it",
                        "missing-licence 4: adds `bare`, which names no licence");
        assertThat(said(Optional.empty(), Set.of("MIT"), "package.json", npm(), npm("lodash 4")))
                .containsExactly("denied-licence 3: adds `lodash` under `MIT`, which is denied");
        write("shop/LICENSE", "GNU GENERAL PUBLIC LICENSE\nVersion 3");
        assertThat(said("package.json", npm(), npm("copy 1"))).isEmpty();
    }

    @Test
    void looksIntoEachWorldsCaches() throws IOException {
        write("home/.m2/repository/org/a/b/1/b-1.pom", "<licenses><license><name>GPLv3</name>");
        write(
                "shop/.venv/lib/python3.12/site-packages/Flask_Login-0.6.dist-info/METADATA",
                "License: AGPL-3.0\n\nbody");
        write("home/.cargo/registry/src/index/serde_json-1.0.0/Cargo.toml", "license = \"SSPL-1.0\"\n");
        write("home/.nuget/packages/serilog/4.0.1/serilog.nuspec", "<license type=\"expression\">GPL-2.0</license>");
        write("shop/vendor/acme/tool/composer.json", "{\"license\": \"GPL-3.0\"}");
        write("home/go/pkg/mod/cache/download/github.com/!acme/tool/@v/list", "");
        write("shop/go.sum", "golang.org/x/sync v0.8.0 h1:x\n");
        assertThat(said(
                        "pom.xml",
                        "",
                        "<project><dependency><groupId>org.a</groupId><artifactId>b</artifactId>"
                                + "<version>1</version></dependency></project>"))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .startsWith("copyleft-licence 1");
        assertThat(said("requirements.txt", "", "flask-login==0.6\n").getFirst())
                .startsWith("copyleft-licence 1");
        assertThat(said("Cargo.toml", "", "[dependencies]\nserde_json = \"1\"\n")
                        .getFirst())
                .startsWith("copyleft-licence 2");
        assertThat(said("a.csproj", "", "<Project><PackageReference Include=\"Serilog\" Version=\"4\"/></Project>")
                        .getFirst())
                .startsWith("copyleft-licence 1");
        assertThat(said("composer.json", "", "{\"require\": {\"acme/tool\": \"1\"}}")
                        .getFirst())
                .startsWith("copyleft-licence 1");
        assertThat(said("go.mod", "", "require github.com/Acme/tool v1.0.0\n")).isEmpty();
        assertThat(said("go.mod", "", "require github.com/Acme/none v1.0.0\n").getFirst())
                .startsWith("unlocked-package 1");
    }

    private Optional<Registry> client(String name, String script) throws IOException {
        write("bin/" + name, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(folder.resolve("bin/" + name), PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(root());
        return Optional.of(new Registry(folder.resolve("bin").toString(), Duration.ofSeconds(20)));
    }

    @Test
    void asksTheRegistryByItsOwnClientWhereThatIsWished() throws IOException {
        Optional<Registry> npm =
                client("npm", "[ \"$2\" = known ] && echo known || { echo 'npm error code E404'; exit 1; }");
        assertThat(said(npm, Set.of(), "package.json", npm(), npm("known 1", "left-padder-pro 1")))
                .containsExactly("invented-package 4: adds `left-padder-pro`, which the registry does not know");
    }

    @Test
    void takesNoAnswerForNoneWhereThereIsNoClientOrNoNetwork() throws IOException {
        Optional<Registry> pip =
                client("pip", "echo 'WARNING: Retrying'; echo 'ERROR: No matching distribution found for x'; exit 1");
        assertThat(said(pip, Set.of(), "requirements.txt", "", "nowhere==1\n")).isEmpty();
        assertThat(said(pip, Set.of(), "Cargo.toml", "", "[dependencies]\nnowhere = \"1\"\n"))
                .isEmpty();
    }

    @Test
    void handsClientsNoNamesThatCouldBeOptionsOrPaths() throws IOException {
        Optional<Registry> npm = client("npm", "echo 'npm error code E404'; exit 1");
        assertThat(said(npm, Set.of(), "package.json", npm(), npm("--json 1", "../up 1", "a;b 1")))
                .isEmpty();
    }

    @Test
    void isInTheManualRuleByRule() throws IOException {
        Path manual = Path.of("").toAbsolutePath().resolveSibling("docs").resolve("review.md");
        String text = Files.readString(manual);
        for (DependencyRule rule : DependencyRule.all()) {
            AnalyzerCard card = rule.card();
            String weakness = card.cwe() == 0
                    ? "–"
                    : "[CWE-%d](https://cwe.mitre.org/data/definitions/%d.html)".formatted(card.cwe(), card.cwe());
            assertThat(text)
                    .contains("| `%s` | %s | %s | %s | %s | %s | %s |"
                            .formatted(
                                    card.id(),
                                    card.dimension(),
                                    card.severity().name().toLowerCase(Locale.ROOT),
                                    weakness,
                                    card.rule(),
                                    card.misses(),
                                    card.remedy()));
        }
    }
}
