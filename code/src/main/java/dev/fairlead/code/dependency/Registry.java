package dev.fairlead.code.dependency;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Asks the registry of an ecosystem by its own client, as that is set up on this machine.
///
/// @param path the folders to look for programs in, as in the variable `PATH`
/// @param patience for one question
public record Registry(String path, Duration patience) {

    private static final Pattern NAME = Pattern.compile("@?[A-Za-z0-9][\\w.:/-]{0,213}");
    private static final int MOST_OUTPUT = 1 << 20;
    private static final Pattern UNREACHABLE = Pattern.compile(
            "(?i)retrying|connection|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|dial tcp|timed? ?out|resolve host"
                    + "|unknown host|offline|proxy|certificate|name resolution|could not transfer");

    /// What a registry says of a name.
    enum Answer {
        KNOWN,
        UNKNOWN,
        /// It was not asked, or did not answer.
        SILENT
    }

    /// How a client is asked, and by which of its words it says no.
    private record Question(List<String> command, Pattern no) {}

    /// Whether there is a package of that name.
    Answer ask(Ecosystem ecosystem, String name, String version, Path folder) {
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            return Answer.SILENT;
        }
        Question question = question(ecosystem, name, version);
        Optional<Path> program = program(question.command().getFirst());
        try {
            return program.isEmpty() ? Answer.SILENT : answer(program.get(), question, folder);
        } catch (IOException fault) {
            return Answer.SILENT;
        }
    }

    private static Question question(Ecosystem ecosystem, String name, String version) {
        return switch (ecosystem) {
            case NPM -> asked("E404", "npm", "view", name, "name");
            case PYPI -> asked("No matching distribution found", "pip", "index", "versions", name);
            case GO ->
                asked("not found|404 Not Found|410 Gone|unrecognized import", "go", "list", "-m", "-versions", name);
            case CARGO -> asked("could not find", "cargo", "info", "--quiet", name);
            case RUBYGEMS ->
                asked("unable to find|^\\s*$", "gem", "search", "--remote", "--exact", "--no-details", name);
            case COMPOSER -> asked("not found", "composer", "show", "--available", "--no-interaction", name);
            case NUGET ->
                asked(
                        "\"packages\":\\s*\\[\\s*]",
                        "dotnet",
                        "package",
                        "search",
                        name,
                        "--exact-match",
                        "--format",
                        "json");
            case MAVEN ->
                asked(
                        "Could not find artifact",
                        "mvn",
                        "-B",
                        "-q",
                        "dependency:get",
                        "-Dtransitive=false",
                        "-Dartifact=" + name + ":" + (version.isEmpty() ? "LATEST" : version));
        };
    }

    private static Question asked(String no, String... command) {
        return new Question(List.of(command), Pattern.compile(no));
    }

    private Optional<Path> program(String name) {
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path program = Path.of(folder, name);
            if (!folder.isEmpty() && Files.isExecutable(program) && !Files.isDirectory(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    private Answer answer(Path program, Question question, Path folder) throws IOException {
        List<String> command = new ArrayList<>(question.command());
        command.set(0, program.toString());
        Path printed = Files.createTempFile("fairlead", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return Answer.SILENT;
            }
            String text = Files.size(printed) > MOST_OUTPUT
                    ? ""
                    : new String(Files.readAllBytes(printed), StandardCharsets.UTF_8);
            return told(question, text, process.exitValue());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.SILENT;
        } finally {
            Files.deleteIfExists(printed);
        }
    }

    /// Without a network some clients say that there is nothing; they say so of the network as well.
    private static Answer told(Question question, String text, int status) {
        if (UNREACHABLE.matcher(text).find()) {
            return Answer.SILENT;
        }
        boolean isNo = question.no().matcher(text).find();
        if (isNo) {
            return Answer.UNKNOWN;
        }
        return status == 0 ? Answer.KNOWN : Answer.SILENT;
    }
}
