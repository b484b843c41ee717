package dev.fairlead.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A script as lines that show how it was understood, each part of a command indented below it.
public final class Outline {

    private final List<String> lines = new ArrayList<>();

    private Outline() {}

    /// The lines of a whole script.
    public static List<String> of(Script script) {
        Outline outline = new Outline();
        outline.script("", script);
        return List.copyOf(outline.lines);
    }

    private void script(String indent, Script script) {
        for (Script.Statement statement : script.statements()) {
            if (statement.isBackground()) {
                lines.add(indent + "beside the shell");
                command(indent + "  ", statement.command());
            } else {
                command(indent, statement.command());
            }
        }
    }

    private void labelled(String indent, String label, Script script) {
        lines.add(indent + label);
        script(indent + "  ", script);
    }

    private void command(String indent, Command command) {
        String within = indent + "  ";
        switch (command) {
            case Command.Simple simple -> simple(indent, simple);
            case Command.Pipeline pipeline -> {
                lines.add(indent + "pipe");
                pipeline.stages().forEach(stage -> command(within, stage));
            }
            case Command.Chain chain -> chain(indent, chain);
            case Command.Redirected redirected -> {
                command(indent, redirected.command());
                redirections(within, redirected.redirections());
            }
            case Command.Subshell subshell -> labelled(indent, "subshell", subshell.body());
            case Command.Group group -> labelled(indent, "group", group.body());
            case Command.If choice -> choice(indent, choice);
            case Command.While loop -> {
                labelled(indent, loop.isUntil() ? "until" : "while", loop.condition());
                labelled(indent, "do", loop.body());
            }
            case Command.For loop -> labelled(indent, heading(loop), loop.body());
            case Command.Count loop -> labelled(indent, "count " + loop.header(), loop.body());
            case Command.Case cases -> {
                lines.add(indent + "case " + word(cases.subject()));
                cases.arms().forEach(arm -> labelled(within, words(arm.patterns()), arm.body()));
            }
            case Command.Function function -> below(indent, "function " + function.name(), function.body());
            case Command.Test test -> lines.add(indent + "test " + words(test.words()));
            case Command.Calculation calculation -> lines.add(indent + "calculate " + parts(calculation.parts()));
            case Command.Coprocess beside -> below(indent, "coprocess", beside.command());
        }
    }

    private void below(String indent, String label, Command command) {
        lines.add(indent + label);
        command(indent + "  ", command);
    }

    private static String heading(Command.For loop) {
        return "for " + loop.name() + " in " + loop.words().map(Outline::words).orElse("the arguments");
    }

    private void simple(String indent, Command.Simple simple) {
        StringBuilder line = new StringBuilder(indent);
        simple.assignments().forEach(each -> line.append(assignment(each)).append(' '));
        lines.add(line.append(words(simple.words())).toString().stripTrailing());
        redirections(indent + "  ", simple.redirections());
        simple.assignments().forEach(each -> each.values().forEach(value -> inner(indent + "  ", value.parts())));
        simple.words().forEach(each -> inner(indent + "  ", each.parts()));
    }

    private void chain(String indent, Command.Chain chain) {
        command(indent, chain.commands().getFirst());
        for (int i = 1; i < chain.commands().size(); i++) {
            lines.add(indent + (chain.joints().get(i - 1) == Command.Joint.AND ? "and" : "or"));
            command(indent + "  ", chain.commands().get(i));
        }
    }

    private void choice(String indent, Command.If choice) {
        for (int i = 0; i < choice.conditions().size(); i++) {
            labelled(indent, "if", choice.conditions().get(i));
            labelled(indent, "then", choice.branches().get(i));
        }
        choice.otherwise().ifPresent(otherwise -> labelled(indent, "else", otherwise));
    }

    private void redirections(String indent, List<Redirection> redirections) {
        for (Redirection each : redirections) {
            lines.add(indent + "redirect "
                    + each.descriptor().map(it -> it + " ").orElse("") + each.kind() + " " + word(each.target()));
            inner(indent + "  ", each.target().parts());
        }
    }

    /// The commands that stand within words.
    private void inner(String indent, List<Part> parts) {
        for (Part part : parts) {
            switch (part) {
                case Part.Literal literal -> {}
                case Part.Variable variable -> inner(indent, variable.operand().parts());
                case Part.Substitution output -> labelled(indent, "output of", output.script());
                case Part.Pipe pipe -> labelled(indent, pipe.isInput() ? "pipe from" : "pipe to", pipe.script());
                case Part.Arithmetic arithmetic -> inner(indent, arithmetic.parts());
            }
        }
    }

    private static String assignment(Assignment assignment) {
        String values = words(assignment.values());
        return assignment.name()
                + (assignment.isAppended() ? "+=" : "=")
                + (assignment.isArray() ? "(" + values + ")" : values);
    }

    private static String words(List<Word> words) {
        return words.stream().map(Outline::word).collect(Collectors.joining(" "));
    }

    /// Quoted text stands between angle quotes, what a shell would expand between braces.
    private static String word(Word word) {
        return parts(word.parts());
    }

    private static String parts(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            String piece = switch (part) {
                case Part.Literal literal -> literal.text().replace("\n", "⏎");
                case Part.Variable variable ->
                    "{" + variable.name()
                            + variable.index().map(it -> "[" + it + "]").orElse("") + variable.operator()
                            + parts(variable.operand().parts()) + "}";
                case Part.Substitution output -> "{output}";
                case Part.Pipe pipe -> "{pipe}";
                case Part.Arithmetic arithmetic -> "{calculated " + parts(arithmetic.parts()) + "}";
            };
            text.append(part.isQuoted() ? "‹" + piece + "›" : piece);
        }
        return text.toString();
    }
}
