package dev.fairlead.core.effect;

import dev.fairlead.core.shell.Assignment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a script knows of its variables. One that it never set is not known, but for the few that every shell has.
final class Variables {

    private static final String DIRECTORY = " directory";
    private static final String LOCKED = " locked ";
    private static final String KEEPS_LAST_STAGE = " lastpipe";

    private final Place place;
    private final Map<String, List<Argument>> values;
    private final Map<String, String> references;
    private final Set<String> exported;
    private final Set<String> locals = new HashSet<>();

    Variables(Place place) {
        this(place, Map.of(), Map.of(), Set.of());
    }

    private Variables(
            Place place, Map<String, List<Argument>> values, Map<String, String> references, Set<String> exported) {
        this.place = place;
        this.values = new HashMap<>(values);
        this.references = new HashMap<>(references);
        this.exported = new HashSet<>(exported);
    }

    Variables copy() {
        return new Variables(place, values, references, exported);
    }

    /// What a program that is started gets of them.
    Variables inherited() {
        Variables inherited = new Variables(place);
        exported.forEach(name -> inherited.setExported(name, get(name)));
        inherited.values.put(DIRECTORY, List.of(Argument.of(directory())));
        return inherited;
    }

    /// Whether the script itself has set, or unset, a variable.
    boolean isSet(String name) {
        return values.containsKey(resolved(name));
    }

    /// The value of a variable; an array has several.
    List<Argument> get(String name) {
        String variable = resolved(name);
        List<Argument> value = values.get(variable);
        return value == null ? given(variable) : value;
    }

    private List<Argument> given(String name) {
        String text = switch (name) {
            case "HOME" -> place.home();
            case "PWD" -> directory();
            case "TMPDIR", "TMP", "TEMP" -> "/tmp";
            case "IFS" -> " \t\n";
            case "SHELL", "0" -> "/bin/bash";
            case "USER", "LOGNAME" -> Paths.name(place.home());
            case "?" -> "0";
            default -> "";
        };
        if (!text.isEmpty()) {
            return List.of(Argument.of(text));
        }
        if (name.equals("@") || name.equals("*")) {
            return List.of(Argument.unknown("$@"));
        }
        return List.of(Argument.unknown("$" + name));
    }

    void set(String name, List<Argument> value) {
        String variable = resolved(name);
        if (values.containsKey(LOCKED + variable)) {
            return;
        }
        values.put(variable.equals("*") ? "@" : variable, List.copyOf(value));
    }

    void setExported(String name, List<Argument> value) {
        set(name, value);
        export(name);
    }

    void export(String name) {
        exported.add(resolved(name));
    }

    /// From now on a variable keeps its value.
    void lock(String name) {
        values.put(LOCKED + name, List.of());
    }

    void unset(String name) {
        if (values.containsKey(LOCKED + name)) {
            return;
        }
        references.remove(name);
        values.put(name, List.of());
    }

    /// From now on a variable is the running function's own.
    void own(String name) {
        locals.add(name);
    }

    /// The names that the running function has for itself; none are any longer.
    Set<String> disown() {
        Set<String> names = Set.copyOf(locals);
        locals.clear();
        return names;
    }

    /// Gives a variable back the value that it had.
    void restore(String name, Variables before) {
        List<Argument> old = before.values.get(name);
        if (old == null) {
            values.remove(name);
        } else {
            values.put(name, old);
        }
    }

    /// Makes one name stand for another.
    void refer(String name, String other) {
        if (!name.equals(other)) {
            references.put(name, other);
        }
    }

    private String resolved(String name) {
        String variable = name;
        for (int i = 0; i < 4 && references.containsKey(variable); i++) {
            variable = references.getOrDefault(variable, variable);
        }
        return variable;
    }

    /// Where the shell stands, whatever the script has put into `PWD`; empty where that is not known.
    String directory() {
        List<Argument> directory = values.getOrDefault(DIRECTORY, List.of());
        return directory.isEmpty() ? place.directory() : directory.getFirst().text();
    }

    /// The shell has gone elsewhere.
    void enter(Optional<String> directory) {
        values.put("OLDPWD", List.of(Argument.of(directory())));
        values.put(DIRECTORY, List.of(Argument.of(directory.orElse(""))));
        values.put("PWD", List.of(directory.map(Argument::of).orElse(Argument.unknown("$PWD"))));
    }

    void keepLastStage() {
        values.put(KEEPS_LAST_STAGE, List.of());
    }

    boolean keepsLastStage() {
        return values.containsKey(KEEPS_LAST_STAGE);
    }

    /// Takes back what was set for one command alone.
    void restore(List<Assignment> assignments, Variables before) {
        for (Assignment assignment : assignments) {
            restore(assignment.name(), before);
            if (!before.exported.contains(assignment.name())) {
                exported.remove(assignment.name());
            }
        }
    }
}
