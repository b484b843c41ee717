package dev.fairlead.console;

import dev.fairlead.server.Door;
import dev.fairlead.store.Filter;
import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The way in: the page of somebody who has nothing yet.
final class StartDesk implements Console.Part {

    private final Door door;
    private final Frames frames;

    StartDesk(Door door, Frames frames) {
        this.door = door;
        this.frames = frames;
    }

    @Override
    public void route(Console.Ways ways) {
        ways.show("/", this::front);
        ways.show("/start", this::start);
        ways.deed("/start/examples", _ -> examples());
    }

    private Answered front(Asked asked) {
        boolean isEmpty =
                door.store().sessions().sessions(Filter.ALL.limit(1)).items().isEmpty();
        return new Answered.Elsewhere(isEmpty ? "/start" : "/now");
    }

    private Answered start(Asked asked) {
        List<String> agents = Dialects.all().stream()
                .filter(dialect -> dialect.hooks().isPresent())
                .map(Dialect::agent)
                .sorted()
                .toList();
        StartPage page =
                new StartPage(frames.of(Say.say("start.title"), "start", asked), agents, Files.isDirectory(folder()));
        return new Answered.Page(Markup.of(JtestartGenerated::render, page));
    }

    private static Path folder() {
        return Path.of(System.getProperty("fairlead.home", "."), "examples", "sessions");
    }

    private Answered examples() {
        try (Stream<Path> files = Files.walk(folder())) {
            door.importFrom(files.filter(file -> file.toString().matches(".*(?<!\\.meta)\\.(?:jsonl?|db)"))
                    .sorted()
                    .toList());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return new Answered.Elsewhere("/sessions?done=examples");
    }
}
