package dev.fairlead.proof.data;

import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of labelled sessions and test cases.
final class Data {

    private static final String NAME = "FAIRLEAD_DATA";

    private Data() {}

    /// A file or folder of the data.
    ///
    /// @throws AssertionError where there is none, so that a check never passes for want of data
    static Path at(String path) {
        Path found = root().resolve(path);
        if (!Files.exists(found)) {
            throw new AssertionError(
                    "no `%s`: set %s to the folder of the data, or leave out `-Pdata`".formatted(found, NAME));
        }
        return found;
    }

    /// The files directly in a folder, by name.
    static List<Path> filesIn(String folder) {
        try (Stream<Path> files = Files.list(at(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The whole text of a file.
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The objects of a file that has one on each line.
    static List<Node.Fields> rows(String path) {
        List<Node.Fields> rows = new ArrayList<>();
        for (String line : text(at(path)).lines().toList()) {
            rows.add(object(line));
        }
        return rows;
    }

    /// The object that a text is.
    static Node.Fields object(String json) {
        try {
            return (Node.Fields) JsonReader.ofAll().read(json).getFirst();
        } catch (MalformedJson fault) {
            throw new AssertionError("the data holds what is not JSON: " + fault.getMessage(), fault);
        }
    }

    private static Path root() {
        Optional<String> named =
                Optional.ofNullable(System.getProperty(NAME)).or(() -> Optional.ofNullable(System.getenv(NAME)));
        return named.filter(name -> !name.isBlank())
                .map(Path::of)
                .orElseGet(() -> checkout().resolveSibling("shared"));
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("core")) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
