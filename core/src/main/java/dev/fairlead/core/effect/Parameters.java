package dev.fairlead.core.effect;

import dev.fairlead.core.shell.Part;
import java.util.List;
import java.util.Locale;

/// The value of `$x` and of what a shell does with it in `${x…}`.
final class Parameters {

    private final Shell shell;

    Parameters(Shell shell) {
        this.shell = shell;
    }

    List<Argument> value(Part.Variable variable) {
        List<Argument> value = indexed(variable);
        return switch (variable.operator()) {
            case "" -> value;
            case ":-", "-" -> isMissing(variable, value) ? operand(variable) : value;
            case ":=", "=" -> {
                if (isMissing(variable, value)) {
                    shell.variables().set(variable.name(), operand(variable));
                    yield operand(variable);
                }
                yield value;
            }
            case ":+", "+" -> isMissing(variable, value) ? List.of(Argument.of("")) : operand(variable);
            case ":?", "?" -> value;
            case "#" -> variable.operand().parts().isEmpty() ? List.of(Argument.of("1")) : cut(variable, value);
            case "!" -> indirect(value);
            default -> cut(variable, value);
        };
    }

    private List<Argument> indexed(Part.Variable variable) {
        String name = variable.name();
        if (name.length() == 1 && Character.isDigit(name.charAt(0)) && !name.equals("0")) {
            List<Argument> all = shell.variables().get("@");
            int number = Character.digit(name.charAt(0), 10);
            boolean isKnown = all.stream().allMatch(Argument::isKnown);
            return number <= all.size() && isKnown
                    ? List.of(all.get(number - 1))
                    : List.of(isKnown ? Argument.of("") : Argument.unknown("$" + name));
        }
        List<Argument> value = shell.variables().get(name);
        String index = variable.index().orElse("@");
        if (index.length() == 1 && Character.isDigit(index.charAt(0))) {
            int number = Character.digit(index.charAt(0), 10);
            return number < value.size() ? List.of(value.get(number)) : List.of();
        }
        return value;
    }

    /// Whether a default stands in: for a variable that the script has unset or left empty, and for one that it never
    /// set, since that is why a default is given.
    private boolean isMissing(Part.Variable variable, List<Argument> value) {
        if (!shell.variables().isSet(variable.name())) {
            return !value.getFirst().isKnown();
        }
        return value.isEmpty()
                || variable.operator().startsWith(":")
                        && value.size() == 1
                        && value.getFirst().is("");
    }

    private List<Argument> operand(Part.Variable variable) {
        return List.of(shell.expander().one(variable.operand()));
    }

    private List<Argument> indirect(List<Argument> value) {
        return value.size() == 1 && value.getFirst().isKnown()
                ? shell.variables().get(value.getFirst().text())
                : List.of(Argument.unknown("${!x}"));
    }

    private List<Argument> cut(Part.Variable variable, List<Argument> value) {
        Argument operand = shell.expander().one(variable.operand());
        return value.stream()
                .map(each -> cut(each, variable.operator(), operand))
                .toList();
    }

    private static Argument cut(Argument value, String operator, Argument operand) {
        if (!value.isKnown() || !operand.isKnown()) {
            return new Argument(value.text(), false, false, value.taints());
        }
        String text = value.text();
        String pattern = operand.text();
        return switch (operator) {
            case "%", "%%" -> value.withText(text.substring(0, suffix(text, pattern, operator.length() > 1)));
            case "#", "##" -> value.withText(text.substring(prefix(text, pattern, operator.length() > 1)));
            case "/", "//" -> value.withText(replaced(text, pattern, operator.length() > 1));
            case "^^" -> value.withText(text.toUpperCase(Locale.ROOT));
            case ",,", "," -> value.withText(text.toLowerCase(Locale.ROOT));
            case ":" -> slice(value, pattern);
            default -> new Argument(text, false, false, value.taints());
        };
    }

    private static int suffix(String text, String pattern, boolean isLongest) {
        int most = Math.min(text.length(), 256);
        for (int i = 0; i <= most; i++) {
            int at = isLongest ? text.length() - most + i : text.length() - i;
            if (Globs.matches(pattern, text.substring(at))) {
                return at;
            }
        }
        return text.length();
    }

    private static int prefix(String text, String pattern, boolean isLongest) {
        int most = Math.min(text.length(), 256);
        for (int i = 0; i <= most; i++) {
            int at = isLongest ? most - i : i;
            if (Globs.matches(pattern, text.substring(0, at))) {
                return at;
            }
        }
        return 0;
    }

    private static String replaced(String text, String pattern, boolean isEach) {
        int slash = pattern.indexOf('/');
        String wanted = slash < 0 ? pattern : pattern.substring(0, slash);
        String instead = slash < 0 ? "" : pattern.substring(slash + 1);
        if (wanted.isEmpty()) {
            return text;
        }
        if (isEach) {
            return text.replace(wanted, instead);
        }
        int at = text.indexOf(wanted);
        return at < 0 ? text : text.substring(0, at) + instead + text.substring(at + wanted.length());
    }

    private static Argument slice(Argument value, String bounds) {
        String[] numbers = bounds.strip().split(":", -1);
        int from = number(numbers[0]);
        int length = numbers.length > 1 ? number(numbers[1]) : Integer.MAX_VALUE;
        int size = value.text().length();
        if (from < -size || from > size) {
            return value.withText("");
        }
        int start = from < 0 ? size + from : from;
        int end = length < 0 ? size + length : (int) Math.min(size, (long) start + length);
        return value.withText(value.text().substring(start, Math.max(start, end)));
    }

    private static int number(String text) {
        String digits = text.strip();
        try {
            return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
