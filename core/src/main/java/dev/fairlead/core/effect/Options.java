package dev.fairlead.core.effect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program's arguments told apart into options and operands, as the program itself would.
///
/// @param given each option under its first name, with its values
/// @param operands the rest, in order
record Options(Map<String, List<Argument>> given, List<Argument> operands) {

    /// Which options a program has.
    ///
    /// @param names every name with the first name of its option
    /// @param valued the first names of those that take a value
    /// @param stopsAtOperand whether what stands behind the first operand is never an option
    record Spec(Map<String, String> names, List<String> valued, boolean stopsAtOperand) {

        /// Options by their names: `recursive|r|R`, with `=` at the end where a value follows.
        static Spec of(String options) {
            Map<String, String> names = new LinkedHashMap<>();
            List<String> valued = new ArrayList<>();
            for (String option : options.strip().split("\\s+", -1)) {
                boolean hasValue = option.endsWith("=");
                String[] all = (hasValue ? option.substring(0, option.length() - 1) : option).split("\\|", -1);
                for (String name : all) {
                    names.put(name, all[0]);
                }
                if (hasValue) {
                    valued.add(all[0]);
                }
            }
            return new Spec(names, List.copyOf(valued), false);
        }

        /// The same for a program that hands everything behind its first operand on.
        Spec stopping() {
            return new Spec(names, valued, true);
        }

        /// The first name of a long option, which may be cut short.
        private String named(String written) {
            String exact = names.get(written);
            if (exact != null) {
                return exact;
            }
            for (Map.Entry<String, String> each : names.entrySet()) {
                if (each.getKey().length() > 1 && each.getKey().startsWith(written)) {
                    return each.getValue();
                }
            }
            return written;
        }
    }

    static Options of(List<Argument> arguments, Spec spec) {
        Options options = new Options(new HashMap<>(), new ArrayList<>());
        int i = 0;
        while (i < arguments.size()) {
            Argument argument = arguments.get(i);
            String text = argument.text();
            if (text.equals("--")) {
                options.operands.addAll(arguments.subList(i + 1, arguments.size()));
                break;
            }
            if (text.length() > 2 && text.startsWith("--")) {
                i = options.takeLong(arguments, i, text.substring(2), spec);
            } else if (text.length() > 1 && text.startsWith("-")) {
                i = options.takeShort(arguments, i, spec);
            } else if (spec.stopsAtOperand()) {
                options.operands.addAll(arguments.subList(i, arguments.size()));
                break;
            } else {
                options.operands.add(argument);
                i++;
            }
        }
        return options;
    }

    private int takeLong(List<Argument> arguments, int at, String text, Spec spec) {
        Argument argument = arguments.get(at);
        int equals = text.indexOf('=');
        String name = spec.named(equals < 0 ? text : text.substring(0, equals));
        List<Argument> values = given.computeIfAbsent(name, each -> new ArrayList<>());
        if (equals >= 0) {
            values.add(argument.withText(text.substring(equals + 1)));
            return at + 1;
        }
        if (spec.valued().contains(name) && at + 1 < arguments.size()) {
            values.add(arguments.get(at + 1));
            return at + 2;
        }
        return at + 1;
    }

    private int takeShort(List<Argument> arguments, int at, Spec spec) {
        Argument argument = arguments.get(at);
        String text = argument.text();
        String whole = spec.names().get(text.substring(1));
        if (text.length() > 2 && whole != null) {
            // Some programs write their long options with one hyphen.
            return takeLong(arguments, at, text.substring(1), spec);
        }
        for (int i = 1; i < text.length(); i++) {
            String letter = String.valueOf(text.charAt(i));
            String name = spec.names().getOrDefault(letter, letter);
            List<Argument> values = given.computeIfAbsent(name, each -> new ArrayList<>());
            if (spec.valued().contains(name)) {
                if (i + 1 < text.length()) {
                    values.add(argument.withText(text.substring(i + 1)));
                    return at + 1;
                }
                if (at + 1 < arguments.size()) {
                    values.add(arguments.get(at + 1));
                }
                return at + 2;
            }
        }
        return at + 1;
    }

    /// Whether any of these options is given.
    boolean has(String... names) {
        for (String name : names) {
            if (given.containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    /// The last value of an option.
    Optional<Argument> value(String name) {
        List<Argument> values = values(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    List<Argument> values(String name) {
        return given.getOrDefault(name, List.of());
    }

    /// The text of an operand, or nothing where there are fewer.
    String operand(int number) {
        return number < operands.size() ? operands.get(number).text() : "";
    }

    /// The operands behind so many.
    List<Argument> from(int number) {
        return number < operands.size() ? operands.subList(number, operands.size()) : List.of();
    }

    /// Whether the program would only tell about itself.
    boolean isHelp() {
        return has("help", "version");
    }
}
