package dev.fairlead.proof.bounds;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.core.event.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A session in which everything that is kept is as large as a record can make it: names, paths, messages, arguments,
/// and more calls waiting for an answer than are remembered.
final class HugeSession implements MemoryIsBoundedTest.Story {

    private static final int WAITING = 64;
    private static final String LARGE = "漢".repeat(20_000);

    @Override
    public Happening at(int step) {
        int part = step % 160;
        int round = step / 160;
        if (part < WAITING) {
            return called(round, part);
        }
        if (part < 2 * WAITING) {
            return returned(round, part - WAITING);
        }
        return aside(step, part);
    }

    private static Happening called(int round, int part) {
        String name = "%d-%d-%s".formatted(round, part, LARGE);
        Value.Fields arguments = Value.Fields.of(Map.of("argument", new Value.Text(name)));
        return new Happening.ToolCalled(new CallId(name), name, arguments, action(part, name));
    }

    private static Action action(int part, String name) {
        return switch (part % 8) {
            case 0 -> new Action.Command("git commit -m " + name, Optional.of(name));
            case 1 -> new Action.Read(name);
            case 2 -> new Action.Edit(name, List.of(new Action.Replacement(name, name + "!", false)));
            case 3 -> new Action.Write(name, name);
            case 4 -> new Action.Patch(patches(name));
            case 5 -> new Action.Search(name, Optional.of(name));
            case 6 -> new Action.Command("go test ./... " + name, Optional.empty());
            default -> new Action.Delegate(name);
        };
    }

    private static List<Action.FilePatch> patches(String name) {
        List<Action.FilePatch> files = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            files.add(new Action.FilePatch(i + name, Action.FilePatch.Kind.UPDATE, name, name));
        }
        return files;
    }

    private static Happening returned(int round, int part) {
        String name = "%d-%d-%s".formatted(round, part, LARGE);
        boolean fails = part % 3 == 0;
        return new Happening.ToolReturned(
                new CallId(name), fails ? Outcome.FAILED : Outcome.SUCCEEDED, OptionalInt.empty(), "error: " + name, 0);
    }

    private static Happening aside(int step, int part) {
        String name = step + LARGE;
        return switch (part % 6) {
            case 0 -> new Happening.TaskGiven(name, 0);
            case 1 -> new Happening.SessionStarted(name, Optional.of(name), Optional.of(name), Optional.of(name));
            case 2 -> new Happening.ContextInjected(Happening.ContextInjected.Source.RULES, name, name);
            case 3 -> new Happening.TokensUsed(name, new Tokens(1, 1, 1, 1));
            case 4 -> new Happening.SubagentStarted(new SessionId(name), name);
            default -> new Happening.DirectoryChanged(name, Optional.of(name));
        };
    }
}
