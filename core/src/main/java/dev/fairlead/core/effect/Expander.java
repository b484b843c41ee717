package dev.fairlead.core.effect;

import dev.fairlead.core.shell.Assignment;
import dev.fairlead.core.shell.Part;
import dev.fairlead.core.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns words into arguments as a shell would: braces, tildes, variables, substitutions, splitting.
final class Expander {

    private final Shell shell;

    Expander(Shell shell) {
        this.shell = shell;
    }

    /// The arguments that words become; one word may become several, or none.
    List<Argument> all(List<Word> words) {
        List<Argument> arguments = new ArrayList<>();
        for (Word word : words) {
            if (word.parts().size() == 1
                    && word.parts().getFirst() instanceof Part.Literal literal
                    && isPlain(literal)) {
                arguments.add(Argument.of(literal.text()));
                continue;
            }
            for (List<Part> alternative : Braces.expanded(word.parts())) {
                new Fields(true).takeAll(alternative).into(arguments);
            }
        }
        return arguments;
    }

    private static boolean isPlain(Part.Literal literal) {
        if (literal.isQuoted()) {
            return true;
        }
        String text = literal.text();
        for (int i = 0; i < text.length(); i++) {
            if ("~{*?[".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /// The one argument that a word becomes where a shell does not split it.
    Argument one(Word word) {
        return parts(word.parts());
    }

    Argument parts(List<Part> parts) {
        List<Argument> arguments = new ArrayList<>();
        new Fields(false).takeAll(parts).into(arguments);
        return arguments.isEmpty() ? Argument.of("") : arguments.getFirst();
    }

    /// Sets the variable of an assignment.
    void assign(Assignment assignment) {
        int index = assignment.name().indexOf('[');
        if (index > 0) {
            shell.variables().set(assignment.name().substring(0, index), values(assignment));
            return;
        }
        List<Argument> value = values(assignment);
        if (assignment.isAppended() && !assignment.isArray()) {
            Argument before = joined(shell.variables().get(assignment.name()));
            value = List.of(joined(List.of(before, value.getFirst()), ""));
        } else if (assignment.isAppended()) {
            List<Argument> longer = new ArrayList<>(shell.variables().get(assignment.name()));
            longer.addAll(value);
            value = longer;
        }
        shell.variables().set(assignment.name(), value);
    }

    /// Sets the variables of assignments that are arguments: all are expanded before the first is set, braces too.
    ///
    /// @return their names
    List<String> declare(List<Assignment> assignments) {
        List<List<Argument>> values = new ArrayList<>();
        for (Assignment each : assignments) {
            boolean isPlain = !each.isArray() && !each.isAppended();
            values.add(
                    isPlain
                            ? List.of(parts(
                                    Braces.expanded(each.values().getFirst().parts())
                                            .getLast()))
                            : values(each));
        }
        for (int i = 0; i < assignments.size(); i++) {
            if (assignments.get(i).isAppended()) {
                assign(assignments.get(i));
            } else {
                shell.variables().set(assignments.get(i).name(), values.get(i));
            }
        }
        return assignments.stream().map(Assignment::name).toList();
    }

    void assignExported(Assignment assignment) {
        assign(assignment);
        shell.variables().export(assignment.name());
    }

    private List<Argument> values(Assignment assignment) {
        return assignment.isArray()
                ? all(assignment.values())
                : List.of(one(assignment.values().getFirst()));
    }

    static Argument joined(List<Argument> arguments) {
        return joined(arguments, " ");
    }

    static Argument joined(List<Argument> arguments, String between) {
        if (arguments.size() == 1) {
            return arguments.getFirst();
        }
        StringBuilder text = new StringBuilder();
        boolean isKnown = true;
        Set<Taint> taints = Set.of();
        for (Argument argument : arguments) {
            text.append(text.isEmpty() ? "" : between).append(argument.text());
            isKnown &= argument.isKnown();
            taints = Flow.union(taints, argument.taints());
        }
        return new Argument(text.toString(), isKnown, false, taints);
    }

    /// Puts the pieces of one word together and cuts them where a shell would.
    private final class Fields {
        private final boolean splits;
        private final List<Argument> done = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final boolean[] state = {false, true, false};
        private final List<Taint> taints = new ArrayList<>();

        private static final int STARTED = 0;
        private static final int KNOWN = 1;
        private static final int PATTERN = 2;

        Fields(boolean splits) {
            this.splits = splits;
        }

        Fields takeAll(List<Part> parts) {
            for (int i = 0; i < parts.size(); i++) {
                take(parts.get(i), i == 0);
            }
            return this;
        }

        void into(List<Argument> arguments) {
            end();
            arguments.addAll(done);
        }

        private void take(Part part, boolean isFirst) {
            switch (part) {
                case Part.Literal literal -> literal(literal, isFirst);
                case Part.Variable variable -> variable(variable);
                case Part.Substitution output -> output(output);
                case Part.Pipe pipe -> append(shell.pipeName(pipe));
                case Part.Arithmetic arithmetic -> {
                    parts(arithmetic.parts());
                    append(Argument.of("1"));
                }
            }
        }

        private void literal(Part.Literal literal, boolean isFirst) {
            String written = literal.text();
            if (literal.isQuoted()) {
                append(Argument.of(written));
                return;
            }
            String shown = isFirst && written.startsWith("~") ? home(written) : written;
            append(Argument.of(shown));
            state[PATTERN] |= Ground.isPattern(shown);
        }

        private String home(String written) {
            int slash = written.indexOf('/');
            String name = slash < 0 ? written.substring(1) : written.substring(1, slash);
            String rest = slash < 0 ? "" : written.substring(slash);
            String home = shell.variables().get("HOME").getFirst().text();
            return switch (name) {
                case "" -> home + rest;
                case "+" -> shell.directory() + rest;
                case "root" -> "/root" + rest;
                default ->
                    name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')
                            ? Paths.parent(home) + "/" + name + rest
                            : written;
            };
        }

        private void variable(Part.Variable variable) {
            List<Argument> value = new Parameters(shell).value(variable);
            boolean isList = isList(variable);
            if (variable.isQuoted() && isList && splits) {
                for (int i = 0; i < value.size(); i++) {
                    if (i > 0) {
                        end();
                    }
                    append(value.get(i));
                }
            } else {
                List<Argument> used = isList ? value : value.subList(0, Math.min(1, value.size()));
                Argument joined = used.isEmpty() ? Argument.of("") : joined(used);
                append(joined, variable.isQuoted());
            }
        }

        private static boolean isList(Part.Variable variable) {
            return variable.name().equals("@")
                    || variable.name().equals("*")
                    || variable.index()
                            .filter(it -> it.equals("@") || it.equals("*"))
                            .isPresent();
        }

        private void output(Part.Substitution output) {
            Flow flow = shell.copy().run(output.script(), Flow.UNKNOWN);
            Optional<String> known = flow.text().map(String::stripTrailing);
            append(new Argument(known.orElse("${output}"), known.isPresent(), false, flow.taints()), output.isQuoted());
        }

        private void append(Argument value, boolean isQuoted) {
            if (isQuoted || !splits || !value.isKnown()) {
                append(value);
                return;
            }
            if (value.text().isEmpty()) {
                return;
            }
            String separators = shell.variables().get("IFS").stream()
                    .map(Argument::text)
                    .findFirst()
                    .orElse("");
            int from = 0;
            for (int i = 0; i <= value.text().length(); i++) {
                if (i == value.text().length()
                        || separators.indexOf(value.text().charAt(i)) >= 0) {
                    if (i > from) {
                        append(value.withText(value.text().substring(from, i)));
                        state[PATTERN] |= Ground.isPattern(value.text().substring(from, i));
                    }
                    if (i < value.text().length()) {
                        end();
                    }
                    from = i + 1;
                }
            }
        }

        private void append(Argument value) {
            text.append(value.text());
            state[STARTED] = true;
            state[KNOWN] &= value.isKnown();
            taints.addAll(value.taints());
        }

        private void end() {
            if (!state[STARTED]) {
                return;
            }
            done.add(new Argument(text.toString(), state[KNOWN], state[PATTERN], Set.copyOf(taints)));
            text.setLength(0);
            taints.clear();
            state[STARTED] = false;
            state[KNOWN] = true;
            state[PATTERN] = false;
        }
    }
}
