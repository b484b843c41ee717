package dev.fairlead.core.effect;

import dev.fairlead.core.shell.Part;
import java.util.ArrayList;
import java.util.List;

/// What `{a,b}` and `{1..3}` stand for.
final class Braces {

    /// No more words than these are made of one; what would be more is left as it is written.
    private static final int MOST = 64;

    private Braces() {}

    /// The words that a word stands for, each in its pieces.
    static List<List<Part>> expanded(List<Part> parts) {
        for (Part part : parts) {
            if (part instanceof Part.Literal literal
                    && !literal.isQuoted()
                    && literal.text().indexOf('{') >= 0) {
                List<List<Part>> all = new ArrayList<>();
                expand(atoms(parts), all);
                return all.size() > MOST
                        ? List.of(parts)
                        : all.stream().map(Braces::joined).toList();
            }
        }
        return List.of(parts);
    }

    /// Each unquoted character by itself, everything else as it is.
    private static List<Part> atoms(List<Part> parts) {
        List<Part> atoms = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Literal literal
                    && !literal.isQuoted()
                    && literal.text().length() <= 1_024) {
                literal.text().chars().forEach(c -> atoms.add(new Part.Literal(String.valueOf((char) c), false)));
            } else {
                atoms.add(part);
            }
        }
        return atoms;
    }

    private static void expand(List<Part> atoms, List<List<Part>> all) {
        int open = 0;
        while (open < atoms.size() && all.size() <= MOST) {
            if (is(atoms.get(open), '{')) {
                List<List<Part>> choices = choices(atoms, open);
                if (!choices.isEmpty()) {
                    List<Part> tail = choices.removeLast();
                    for (List<Part> choice : choices) {
                        List<Part> word = new ArrayList<>(atoms.subList(0, open));
                        word.addAll(choice);
                        word.addAll(tail);
                        expand(word, all);
                    }
                    return;
                }
            }
            open++;
        }
        all.add(atoms);
    }

    /// What may stand in place of the braces that open here, and last what stands behind them; nothing where they are
    /// no choice.
    private static List<List<Part>> choices(List<Part> atoms, int open) {
        List<List<Part>> choices = new ArrayList<>();
        int depth = 0;
        int from = open + 1;
        for (int i = open; i < atoms.size(); i++) {
            Part atom = atoms.get(i);
            if (is(atom, '{')) {
                depth++;
            } else if (is(atom, ',') && depth == 1) {
                choices.add(atoms.subList(from, i));
                from = i + 1;
            } else if (is(atom, '}') && --depth == 0) {
                if (choices.isEmpty()) {
                    choices.addAll(range(atoms.subList(from, i)));
                } else {
                    choices.add(atoms.subList(from, i));
                }
                if (!choices.isEmpty()) {
                    choices.add(atoms.subList(i + 1, atoms.size()));
                }
                return choices;
            }
        }
        return new ArrayList<>();
    }

    private static List<List<Part>> range(List<Part> atoms) {
        StringBuilder text = new StringBuilder();
        for (Part atom : atoms) {
            if (!(atom instanceof Part.Literal literal)) {
                return List.of();
            }
            text.append(literal.text());
        }
        int dots = text.indexOf("..");
        if (dots != 1 || text.length() != 4) {
            return List.of();
        }
        List<List<Part>> choices = new ArrayList<>();
        for (char c = text.charAt(0); c <= text.charAt(3) && choices.size() < MOST; c++) {
            choices.add(List.of(new Part.Literal(String.valueOf(c), false)));
        }
        return choices;
    }

    private static boolean is(Part atom, char c) {
        return atom instanceof Part.Literal literal
                && !literal.isQuoted()
                && literal.text().length() == 1
                && literal.text().charAt(0) == c;
    }

    private static List<Part> joined(List<Part> atoms) {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Part atom : atoms) {
            if (atom instanceof Part.Literal literal && !literal.isQuoted()) {
                text.append(literal.text());
                continue;
            }
            if (!text.isEmpty()) {
                parts.add(new Part.Literal(text.toString(), false));
                text.setLength(0);
            }
            parts.add(atom);
        }
        if (!text.isEmpty()) {
            parts.add(new Part.Literal(text.toString(), false));
        }
        return parts;
    }
}
