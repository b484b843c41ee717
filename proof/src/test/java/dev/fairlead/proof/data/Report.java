package dev.fairlead.proof.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The table of one check: printed, and written to `target/data`.
final class Report {

    private final String name;
    private final StringBuilder text = new StringBuilder();

    Report(String name) {
        this.name = name;
    }

    /// One line of the table.
    void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    /// The table is complete.
    void print() {
        System.out.println("\n== " + name + " ==\n" + text);
        write();
    }

    /// The table is complete, and too long to be printed.
    void write() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "data"));
            Files.writeString(folder.resolve(name + ".txt"), text);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
