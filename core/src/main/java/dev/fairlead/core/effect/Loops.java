package dev.fairlead.core.effect;

import dev.fairlead.core.shell.Command;
import dev.fairlead.core.shell.Script;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds what starts more and more programs: endless loops that never wait, and functions that start themselves beside
/// the shell.
final class Loops {

    /// Stands in place of the text of an alias for a function that must not be walked.
    static final String BOMB = "\0bomb";

    private static final Set<String> ENDERS = Set.of("break", "exit", "return", "exec", "wait");
    private static final Set<String> TRUE = Set.of("true", ":", "/bin/true", "/usr/bin/true", "[", "test");
    private static final Set<String> FALSE = Set.of("false", "/bin/false", "/usr/bin/false");

    private Loops() {}

    static Optional<Effect> endless(Command.While loop) {
        List<Script.Statement> condition = loop.condition().statements();
        if (condition.size() != 1) {
            return Optional.empty();
        }
        boolean isEndless = switch (condition.getFirst().command()) {
            case Command.Simple simple ->
                simple.words().size() == 1 && (loop.isUntil() ? FALSE : TRUE).contains(name(simple));
            case Command.Test test ->
                !loop.isUntil()
                        && test.words().size() == 1
                        && test.words().getFirst().literal().isPresent();
            case Command.Calculation calculation ->
                !loop.isUntil() && calculation.parts().toString().contains("text=1,");
            case Command other -> false;
        };
        return isEndless ? endless(loop.body()) : Optional.empty();
    }

    static Optional<Effect> endless(Command.Count loop) {
        String[] header = loop.header().split(";", -1);
        return header.length == 3 && header[1].isBlank() ? endless(loop.body()) : Optional.empty();
    }

    private static Optional<Effect> endless(Script body) {
        boolean starts = body.statements().stream().anyMatch(Script.Statement::isBackground);
        boolean ends = false;
        for (Script.Statement statement : body.statements()) {
            ends |= !statement.isBackground()
                    && statement.command() instanceof Command.Simple simple
                    && ends(simple, body);
        }
        return starts && !ends
                ? Optional.of(new Effect.Exhausts("an endless loop that starts programs and never waits"))
                : Optional.empty();
    }

    /// A `wait` ends a round only where what was started before it is still the shell's own.
    private static boolean ends(Command.Simple simple, Script body) {
        String name = name(simple);
        boolean isDisowned = body.toString().contains("text=disown");
        boolean isLast = body.statements().getLast().isBackground();
        return ENDERS.contains(name) && !(name.equals("wait") && (isDisowned || isLast && startsBefore(body)));
    }

    private static boolean startsBefore(Script body) {
        return body.statements().stream().filter(Script.Statement::isBackground).count() > 1;
    }

    private static String name(Command.Simple simple) {
        return simple.words().isEmpty()
                ? ""
                : simple.words().getFirst().literal().orElse("");
    }

    /// Whether a function leads back to itself and starts programs beside the shell on the way.
    static Optional<Effect> bomb(Command.Function function, Map<String, Command> functions) {
        Set<String> seen = new HashSet<>();
        Deque<Command> open = new ArrayDeque<>();
        open.add(function.body());
        boolean leadsBack = false;
        boolean isBeside = false;
        int steps = 0;
        while (!open.isEmpty() && ++steps < 256) {
            Command command = open.remove();
            switch (command) {
                case Command.Group group -> {
                    isBeside |= add(group.body(), open);
                }
                case Command.Subshell subshell -> {
                    isBeside |= add(subshell.body(), open);
                }
                case Command.Pipeline pipeline -> {
                    isBeside |= pipeline.stages().size() > 1;
                    open.addAll(pipeline.stages());
                }
                case Command.Chain chain -> open.addAll(chain.commands());
                case Command.Redirected redirected -> open.add(redirected.command());
                case Command.Simple simple -> {
                    String name = name(simple);
                    leadsBack |= name.equals(function.name());
                    Command called = functions.get(name);
                    if (called != null && seen.add(name)) {
                        open.add(called);
                    }
                }
                case Command other -> {}
            }
        }
        return leadsBack && isBeside
                ? Optional.of(new Effect.Exhausts("a function that starts itself again and again"))
                : Optional.empty();
    }

    private static boolean add(Script body, Deque<Command> open) {
        body.statements().forEach(each -> open.add(each.command()));
        return body.statements().stream().anyMatch(Script.Statement::isBackground);
    }
}
