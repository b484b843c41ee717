package dev.fairlead.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts `./fairlead` as people do, on a copy of the launcher whose Maven is a small fake that needs no network.
class LauncherTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path JDK = Path.of(System.getProperty("java.home"));

    @TempDir
    private static Path built;

    @TempDir
    private Path temporary;

    private Path home;
    private Path tools;

    /// What the fake Maven hands out: a program that prints its arguments, or for `home?` where it was told it lives.
    @BeforeAll
    static void buildTheProgram() throws IOException {
        Path source = Files.writeString(built.resolve("Main.java"), """
                package dev.fairlead.cli;
                public class Main {
                    public static void main(String[] all) {
                        boolean asked = all.length == 1 && all[0].equals("home?");
                        System.out.println(asked ? System.getProperty("fairlead.home") : "started with " + java.util.List.of(all));
                    }
                }
                """);
        String folder = built.toString();
        assertThat(tool("javac").run(System.out, System.err, "-d", folder, source.toString()))
                .isZero();
        assertThat(tool("jar").run(System.out, System.err, "-cf", folder + "/fairlead.jar", "-C", folder, "dev"))
                .isZero();
    }

    @BeforeEach
    void copyTheLauncher() throws IOException {
        home = Files.createDirectories(temporary.resolve("a house with spaces"));
        tools = Files.createDirectories(temporary.resolve("tools"));
        Files.createDirectories(home.resolve("cli/src/launch"));
        Files.createDirectories(home.resolve("cli/src/main"));
        for (String file : List.of(
                "fairlead", "pom.xml", "cli/pom.xml", "cli/src/launch/find-java.sh", "cli/src/launch/prepare.sh")) {
            Files.copy(REPOSITORY.resolve(file), home.resolve(file));
        }
        installMaven("3.8.7");
    }

    @Test
    void buildsOnFirstUseAndSaysSoAndNotAgain() {
        Run first = fairlead("--version");
        assertThat(first.error()).contains("first use: building").contains("build.log");
        assertThat(first.output()).isEqualTo("started with [--version]\n");
        assertThat(fairlead("--version")).isEqualTo(new Run(0, "started with [--version]\n", ""));
    }

    @Test
    void handsOverArgumentsAsTheyWereGiven() {
        fairlead("--version");
        assertThat(fairlead("a b", "", "*", "$x").output()).isEqualTo("started with [a b, , *, $x]\n");
    }

    @Test
    void saysWhereItLives() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), home.resolve("fairlead"));
        assertThat(run(List.of(link.toString(), "home?"), Map.of()).output()).isEqualTo(home.toRealPath() + "\n");
    }

    @Test
    void understandsNamesBeyondAsciiInThePlainLocale() throws IOException {
        fairlead("--version");
        // The bytes are written by the shell, since this test's own locale may be the plain one.
        script("start", "exec '%s' \"$(printf 'gr\\303\\274n')\"\n".formatted(home.resolve("fairlead")));
        Run run = run(List.of(tools.resolve("start").toString()), Map.of("LC_ALL", "C"));
        assertThat(run.output()).isEqualTo("started with [gr\u00fcn]\n");
    }

    @Test
    void keepsACacheForTheNextStart() throws IOException {
        fairlead("--version");
        assertThat(home.resolve("cli/target/launch/fairlead.aot")).isNotEmptyFile();
    }

    @Test
    void startsThroughSymbolicLinksFromAnywhere() throws IOException {
        Path links = Files.createDirectories(temporary.resolve("more links"));
        Files.createSymbolicLink(links.resolve("inner"), Path.of("../a house with spaces/fairlead"));
        Path outer = Files.createSymbolicLink(temporary.resolve("fairlead link"), links.resolve("inner"));
        assertThat(run(List.of(outer.toString(), "x"), Map.of()).output()).isEqualTo("started with [x]\n");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws IOException {
        fairlead("--version");
        Files.writeString(home.resolve("cli/src/main/New.java"), "class New {}");
        assertThat(fairlead("--version").error()).contains("the sources changed: building again");
        assertThat(fairlead("--version").error()).isEmpty();
    }

    @Test
    void keepsSilentAboutABrokenCache() throws IOException {
        fairlead("--version");
        Files.writeString(home.resolve("cli/target/launch/fairlead.aot"), "no cache at all");
        assertThat(fairlead("x")).isEqualTo(new Run(0, "started with [x]\n", ""));
    }

    @Test
    void buildsOnceWhenStartedTwiceAtOnce() throws IOException, InterruptedException {
        Process one = start(List.of(home.resolve("fairlead").toString(), "one"), Map.of());
        Process two = start(List.of(home.resolve("fairlead").toString(), "two"), Map.of());
        Run first = finish(one);
        Run second = finish(two);
        assertThat(first.output() + second.output()).isEqualTo("started with [one]\nstarted with [two]\n");
        assertThat(Files.readAllLines(home.resolve("builds"))).hasSize(1);
    }

    @Test
    void saysWhatToInstallWhenThereIsNoJdk() throws IOException {
        Run run = onAnEmptyPath("/nowhere");
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.error())
                .contains("no JDK 25 or later was found")
                .contains("apt-get install")
                .contains("brew install");
    }

    @Test
    void saysWhatToInstallWhenThereIsNoMaven() throws IOException {
        Files.delete(tools.resolve("mvn"));
        Run run = onAnEmptyPath(JDK.toString());
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.error()).contains("Maven (`mvn`) was not found").contains("apt-get install maven");
    }

    @Test
    void passesOverAnOldJdk() throws IOException {
        Path old = Files.createDirectories(temporary.resolve("jdks/17/bin"));
        Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"17.0.15\"\n");
        executable(old.resolve("java"), "exit 1");
        executable(old.resolve("javac"), "exit 1");
        Run run = run(
                List.of(home.resolve("fairlead").toString(), "x"),
                Map.of(
                        "JAVA_HOME",
                        old.resolve("..").normalize().toString(),
                        "FAIRLEAD_JAVA_FOLDERS",
                        JDK.resolve("..").normalize().toString()));
        assertThat(run.output()).isEqualTo("started with [x]\n");
    }

    @Test
    void saysWhatToInstallWhenMavenIsTooOld() throws IOException {
        installMaven("3.6.3");
        Run run = fairlead("--version");
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.error()).contains("Maven 3.8.7 or later is needed").contains("`mvn` is 3.6.3");
    }

    @Test
    void saysWhyTheBuildFailed() throws IOException {
        script("mvn", "[ \"$1\" = --version ] && echo 'Apache Maven 4.0.0' && exit; echo '[ERROR] it broke'; exit 1");
        Run run = fairlead("--version");
        assertThat(run.exit()).isEqualTo(70);
        assertThat(run.error()).contains("[ERROR] it broke").contains("the build failed");
    }

    /// A Maven that tells its version, and whose build is the program made above.
    private void installMaven(String version) throws IOException {
        script("mvn", """
                [ "$1" != --version ] || { echo 'Apache Maven %s (fake)'; exit; }
                echo built >>builds
                mkdir -p cli/target/lib
                cp '%s/fairlead.jar' cli/target/fairlead.jar
                """.formatted(version, built));
    }

    private void script(String name, String text) throws IOException {
        executable(tools.resolve(name), text);
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static ToolProvider tool(String name) {
        return ToolProvider.findFirst(name).orElseThrow();
    }

    /// A start where the PATH holds the system's small tools and no Java.
    private Run onAnEmptyPath(String javaHome) throws IOException {
        for (String tool : List.of("awk", "cat", "find", "grep", "head", "mkdir", "mv", "rm", "sed", "sleep")) {
            String folder = Files.exists(Path.of("/usr/bin", tool)) ? "/usr/bin/" : "/bin/";
            script(tool, "exec " + folder + tool + " \"$@\"");
        }
        return run(
                List.of(home.resolve("fairlead").toString(), "--version"),
                Map.of("FAIRLEAD_JAVA_FOLDERS", "/nowhere", "JAVA_HOME", javaHome, "PATH", tools.toString()));
    }

    private Run fairlead(String... arguments) {
        List<String> command = new ArrayList<>(List.of(home.resolve("fairlead").toString()));
        command.addAll(List.of(arguments));
        return run(command, Map.of());
    }

    private Run run(List<String> command, Map<String, String> environment) {
        try {
            return finish(start(command, environment));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }

    private Process start(List<String> command, Map<String, String> environment) throws IOException {
        Map<String, String> own = new HashMap<>();
        own.put("PATH", tools + ":" + System.getenv("PATH"));
        own.put("JAVA_HOME", JDK.toString());
        own.putAll(environment);
        ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("FAIRLEAD_JAVA_HOME", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().putAll(own);
        return builder.start();
    }

    private static Run finish(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output, error);
    }

    private record Run(int exit, String output, String error) {}
}
