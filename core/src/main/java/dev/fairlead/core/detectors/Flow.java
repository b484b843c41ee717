package dev.fairlead.core.detectors;

import dev.fairlead.core.shell.Command;
import dev.fairlead.core.shell.Part;
import dev.fairlead.core.shell.Script;
import dev.fairlead.core.shell.SimpleCommand;
import dev.fairlead.core.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pipelines of a command line, those within substitutions too, so that a detector can tell what flows where.
///
/// @param stages what runs, in the order in which data flows; one for a command without a pipe
record Flow(List<Stage> stages) {

    /// The most pipelines that are taken from one line.
    private static final int MOST = 128;

    Flow {
        stages = List.copyOf(stages);
    }

    /// One command of a pipeline.
    ///
    /// @param command the program and its words, what cannot be resolved as written
    /// @param parts the pieces of all its words, and of what it reads from
    record Stage(SimpleCommand command, List<Part> parts) {

        /// The pipelines whose output becomes a part of this command.
        List<Flow> inner() {
            List<Flow> flows = new ArrayList<>();
            for (Part part : parts) {
                script(part).ifPresent(script -> collect(script, flows));
            }
            return flows;
        }
    }

    /// The pipelines of a line; none where it was not understood.
    static List<Flow> of(String line) {
        if (!(Script.read(line) instanceof Script.Reading.Understood understood)) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>();
        collect(understood.script(), flows);
        return flows;
    }

    private static Optional<Script> script(Part part) {
        return switch (part) {
            case Part.Substitution output -> Optional.of(output.script());
            case Part.Pipe pipe -> Optional.of(pipe.script());
            case Part.Literal _, Part.Variable _, Part.Arithmetic _ -> Optional.empty();
        };
    }

    private static void collect(Script script, List<Flow> flows) {
        for (Script.Statement statement : script.statements()) {
            collect(statement.command(), flows);
        }
    }

    private static void collect(Command command, List<Flow> flows) {
        if (flows.size() >= MOST) {
            return;
        }
        switch (command) {
            case Command.Simple simple -> stage(simple).ifPresent(stage -> add(List.of(stage), flows));
            case Command.Pipeline pipeline -> pipeline(pipeline, flows);
            case Command.Chain chain -> chain.commands().forEach(each -> collect(each, flows));
            case Command.Redirected redirected -> collect(redirected.command(), flows);
            case Command.Subshell subshell -> collect(subshell.body(), flows);
            case Command.Group group -> collect(group.body(), flows);
            case Command.If choice -> {
                choice.conditions().forEach(each -> collect(each, flows));
                choice.branches().forEach(each -> collect(each, flows));
                choice.otherwise().ifPresent(each -> collect(each, flows));
            }
            case Command.While loop -> {
                collect(loop.condition(), flows);
                collect(loop.body(), flows);
            }
            case Command.For loop -> collect(loop.body(), flows);
            case Command.Count loop -> collect(loop.body(), flows);
            case Command.Case cases -> cases.arms().forEach(arm -> collect(arm.body(), flows));
            case Command.Function function -> collect(function.body(), flows);
            case Command.Coprocess beside -> collect(beside.command(), flows);
            case Command.Test _, Command.Calculation _ -> {}
        }
    }

    private static void pipeline(Command.Pipeline pipeline, List<Flow> flows) {
        List<Stage> stages = new ArrayList<>();
        for (Command each : pipeline.stages()) {
            if (each instanceof Command.Simple simple) {
                stage(simple).ifPresent(stages::add);
            } else {
                collect(each, flows);
            }
        }
        if (!stages.isEmpty()) {
            add(stages, flows);
        }
    }

    private static void add(List<Stage> stages, List<Flow> flows) {
        Flow flow = new Flow(stages);
        flows.add(flow);
        for (Stage stage : stages) {
            flows.addAll(stage.inner());
        }
    }

    private static Optional<Stage> stage(Command.Simple simple) {
        List<String> words = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (Word word : simple.words()) {
            words.add(text(word.parts()));
            parts.addAll(word.parts());
        }
        simple.redirections().forEach(each -> parts.addAll(each.target().parts()));
        simple.assignments().forEach(each -> each.values().forEach(value -> parts.addAll(value.parts())));
        return words.isEmpty() || words.getFirst().isEmpty()
                ? Optional.empty()
                : Optional.of(new Stage(SimpleCommand.unwrapped(words), parts));
    }

    /// A word with what cannot be resolved as a sign of its kind.
    private static String text(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(
                    switch (part) {
                        case Part.Literal literal -> literal.text();
                        case Part.Variable variable -> "$" + variable.name();
                        case Part.Substitution _ -> "$()";
                        case Part.Pipe _ -> "<()";
                        case Part.Arithmetic _ -> "$(())";
                    });
        }
        return text.toString();
    }
}
