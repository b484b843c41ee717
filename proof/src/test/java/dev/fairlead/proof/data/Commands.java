package dev.fairlead.proof.data;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The shell commands of stored sessions.
final class Commands {

    private Commands() {}

    /// The commands of all sessions below folders of the data, in order.
    static List<Action.Command> of(String... folders) {
        List<Action.Command> commands = new ArrayList<>();
        for (String folder : folders) {
            for (Path file : files(Data.at(folder))) {
                for (Event event : Sessions.events(file)) {
                    if (event.what() instanceof Happening.ToolCalled called
                            && called.action() instanceof Action.Command command) {
                        commands.add(command);
                    }
                }
            }
        }
        return commands;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
