package dev.fairlead.core.shell;

import java.util.ArrayList;
import java.util.List;

/// All simple commands of a script, wherever they stand: in groups, functions, words and here-documents.
public final class SimpleCommands {

    private final List<Command.Simple> found = new ArrayList<>();

    private SimpleCommands() {}

    /// In the order in which they are met.
    public static List<Command.Simple> in(Script script) {
        SimpleCommands commands = new SimpleCommands();
        commands.script(script);
        return List.copyOf(commands.found);
    }

    private void script(Script script) {
        script.statements().forEach(statement -> command(statement.command()));
    }

    private void command(Command command) {
        switch (command) {
            case Command.Simple simple -> {
                found.add(simple);
                simple.assignments().forEach(each -> words(each.values()));
                words(simple.words());
                redirections(simple.redirections());
            }
            case Command.Pipeline pipeline -> pipeline.stages().forEach(this::command);
            case Command.Chain chain -> chain.commands().forEach(this::command);
            case Command.Redirected redirected -> {
                command(redirected.command());
                redirections(redirected.redirections());
            }
            case Command.Subshell subshell -> script(subshell.body());
            case Command.Group group -> script(group.body());
            case Command.If choice -> choice(choice);
            case Command.While loop -> {
                script(loop.condition());
                script(loop.body());
            }
            case Command.For loop -> {
                loop.words().ifPresent(this::words);
                script(loop.body());
            }
            case Command.Count loop -> script(loop.body());
            case Command.Case cases -> {
                parts(cases.subject().parts());
                cases.arms().forEach(arm -> script(arm.body()));
            }
            case Command.Function function -> command(function.body());
            case Command.Test test -> words(test.words());
            case Command.Calculation calculation -> parts(calculation.parts());
            case Command.Coprocess beside -> command(beside.command());
        }
    }

    private void choice(Command.If choice) {
        choice.conditions().forEach(this::script);
        choice.branches().forEach(this::script);
        choice.otherwise().ifPresent(this::script);
    }

    private void redirections(List<Redirection> redirections) {
        redirections.forEach(each -> parts(each.target().parts()));
    }

    private void words(List<Word> words) {
        words.forEach(word -> parts(word.parts()));
    }

    private void parts(List<Part> parts) {
        for (Part part : parts) {
            switch (part) {
                case Part.Literal literal -> {}
                case Part.Variable variable -> parts(variable.operand().parts());
                case Part.Substitution output -> script(output.script());
                case Part.Pipe pipe -> script(pipe.script());
                case Part.Arithmetic arithmetic -> parts(arithmetic.parts());
            }
        }
    }
}
