package dev.fairlead.core.shell;

import java.util.List;
import java.util.Set;

/// One program and its arguments, with assignments, redirections and wrappers such as `sudo` and `timeout` taken off.
///
/// @param words the program first, never empty
public record SimpleCommand(List<String> words) {

    private static final Set<String> WRAPPERS = Set.of(
            "sudo", "env", "time", "timeout", "nohup", "nice", "command", "exec", "stdbuf", "ionice", "xvfb-run");

    public SimpleCommand {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a simple command without a program");
        }
        words = List.copyOf(words);
    }

    /// The command without the wrappers before it: `sudo timeout 5 make test` is `make test`.
    public static SimpleCommand unwrapped(List<String> words) {
        int at = 0;
        while (at < words.size() - 1 && (WRAPPERS.contains(words.get(at)) || isAssignment(words.get(at)))) {
            at++;
            while (at < words.size() - 1 && isWrappersOwn(words.get(at))) {
                at++;
            }
        }
        return new SimpleCommand(words.subList(at, words.size()));
    }

    /// An option of a wrapper, or the number or duration that it takes.
    private static boolean isWrappersOwn(String word) {
        return word.startsWith("-") || !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }

    /// Whether a word sets a variable: a name, then `=`.
    static boolean isAssignment(String word) {
        int equals = word.indexOf('=');
        if (equals <= 0) {
            return false;
        }
        for (int i = 0; i < equals; i++) {
            char c = word.charAt(i);
            boolean letter = c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /// The program's name without its folder.
    public String program() {
        String first = words.getFirst();
        return first.substring(first.lastIndexOf('/') + 1);
    }

    /// The first argument that is not an option, from a place on; empty where there is none.
    ///
    /// @param from the first word that may be it, 1 for the first argument
    public String operand(int from) {
        for (int i = from; i < words.size(); i++) {
            if (!words.get(i).startsWith("-")) {
                return words.get(i);
            }
        }
        return "";
    }

    /// Whether one of the arguments is exactly this.
    public boolean has(String argument) {
        return words.subList(1, words.size()).contains(argument);
    }

    /// The command that a program such as git is given: what stands behind its own options, of which `-C` and `-c` take
    /// a word more; empty where there is none.
    public String verb() {
        int at = 1;
        while (at < words.size() && words.get(at).startsWith("-")) {
            boolean takesWord = words.get(at).equals("-C") || words.get(at).equals("-c");
            at += takesWord ? 2 : 1;
        }
        return at < words.size() ? words.get(at) : "";
    }
}
