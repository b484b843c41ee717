package dev.fairlead.core.decide;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// A way to write a command differently so that bash still does the same.
enum Evasion {
    SINGLE_QUOTES(it -> program(it, name -> "'" + name + "'")),
    DOUBLE_QUOTES_WITHIN(it -> program(it, name -> name.charAt(0) + "\"" + name.substring(1) + "\"")),
    EMPTY_QUOTES(it -> program(it, name -> name.charAt(0) + "''" + name.substring(1))),
    BACKSLASH(it -> program(it, name -> "\\" + name)),
    BACKSLASH_WITHIN(it -> program(it, name -> name.charAt(0) + "\\" + name.substring(1))),
    ANSI_HEX(it -> program(it, name -> "$'" + escaped(name, "\\x%02x") + "'")),
    ANSI_OCTAL(it -> program(it, name -> "$'" + escaped(name, "\\%03o") + "'")),
    PATH(it -> program(it, name -> "/usr/bin/" + name)),
    VARIABLE(it -> "X=" + name(it) + "; " + program(it, name -> "$X")),
    VARIABLE_HALVES(
            it -> "A=" + name(it).charAt(0) + " B=" + name(it).substring(1) + "; " + program(it, name -> "$A${B}")),
    VARIABLE_DEFAULT(it -> program(it, name -> "${NOT_SET_:-" + name + "}")),
    VARIABLE_CUT(it -> "X=" + name(it) + "zz; " + program(it, name -> "${X%zz}")),
    VARIABLE_CASE(it -> "X=" + name(it).toUpperCase(Locale.ROOT) + "; " + program(it, name -> "${X,,}")),
    VARIABLE_PRINTED(it -> "printf -v X %s " + name(it) + "; " + program(it, name -> "$X")),
    VARIABLE_READ(it -> "read X <<< " + name(it) + "; " + program(it, name -> "$X")),
    VARIABLE_INDIRECT(it -> "X=" + name(it) + " Y=X; " + program(it, name -> "${!Y}")),
    ARRAY(it -> "X=(ls " + name(it) + "); " + program(it, name -> "${X[1]}")),
    SUBSTITUTION(it -> program(it, name -> "$(echo " + name + ")")),
    BACKQUOTES(it -> program(it, name -> "`printf " + name + "`")),
    BRACES(it -> program(it, name -> "{" + name + ",}").replaceFirst(",\\} (\\S+)", ",$1}")),
    ALIAS(it -> "alias zz='" + name(it) + "'\n" + program(it, name -> "zz")),
    FUNCTION(it -> "f() { " + it + "; }; f"),
    FUNCTION_ARGUMENTS(it -> "f() { " + program(it, name -> "\"$1\"") + "; }; f " + name(it)),
    SUDO(it -> "sudo -n -u root " + it),
    ENVIRONMENT(it -> "env -i A=b " + it),
    ENVIRONMENT_SPLIT(it -> "env -S " + quoted(first(it)) + rest(it)),
    WRAPPERS(it -> "command nohup nice -n 5 timeout -k 1 9 stdbuf -o0 " + it),
    ASSIGNMENT(it -> "FOO=1 BAR=2 " + it),
    SHELL_CODE(it -> "bash -c " + quoted(it)),
    SHELL_OPTIONS(it -> "sh -eu -o pipefail -c " + quoted(it)),
    SHELL_TWICE(it -> "bash -c " + quoted("sh -c " + quoted(it))),
    EVAL(it -> "eval " + quoted(it)),
    EVAL_VARIABLE(it -> "X=" + quoted(it) + "; eval \"$X\""),
    HERE_DOCUMENT(it -> "bash <<'END'\n" + it + "\nEND"),
    HERE_STRING(it -> "bash <<< " + quoted(it)),
    PIPED(it -> "echo " + quoted(it) + " | sh"),
    PRINTED(it -> "printf '%s\\n' " + quoted(it) + " | bash -s"),
    BASE64(it -> "echo " + base64(it) + " | base64 -d | sh"),
    BASE64_ARGUMENT(it -> "bash -c \"$(echo " + base64(it) + " | base64 --decode)\""),
    HEX_PIPED(it -> "printf '" + escaped(it, "\\x%02x") + "' | sh"),
    HEX_TOOL(it -> "echo " + escaped(it, "%02x") + " | xxd -r -p | sh"),
    REVERSED(it -> "echo " + quoted(new StringBuilder(it).reverse().toString()) + " | rev | sh"),
    SHIFTED(it -> "echo " + quoted(shifted(it)) + " | tr 'b-za' 'a-z' | sh"),
    PROCESS_SUBSTITUTION(it -> "bash <(echo " + quoted(it) + ")"),
    SOURCED(it -> "source <(echo " + quoted(it) + ")"),
    SOURCED_INPUT(it -> ". /dev/stdin <<< " + quoted(it)),
    SCRIPT_FILE(it -> "echo " + quoted(it) + " > /tmp/s.sh; sh /tmp/s.sh"),
    SCRIPT_RUN(it -> "cat > s.sh <<'END'\n#!/bin/sh\n" + it + "\nEND\nchmod +x s.sh && ./s.sh"),
    TABS(it -> it.replace(" ", " \t  ")),
    JOINED_LINES(it -> it.replace(" ", " \\\n ")),
    COMMENT_BEFORE(it -> "# nothing to see\n" + it),
    SUBSHELL(it -> "(" + it + ")"),
    GROUP(it -> "{ " + it + "; } 2>/dev/null"),
    CONDITION(it -> "if true; then " + it + "; fi"),
    LOOP(it -> "for i in 1; do " + it + "; done"),
    CASE(it -> "case a in a) " + it + ";; esac"),
    AFTER_SUCCESS(it -> "true && " + it + " || true"),
    BACKGROUND(it -> it + " & wait"),
    IN_SUBSTITUTION(it -> "echo \"$(" + it + ")\""),
    IN_ARGUMENT(it -> "ls ${NOT_SET_:-`" + it.replace("`", "\\`") + "`}"),
    COPROCESS(it -> "coproc { " + it + "; }"),
    TIMED(it -> "time ! " + it),
    TRAP(it -> "trap " + quoted(it) + " EXIT"),
    XARGS(it -> "echo x | xargs -I{} sh -c " + quoted(it)),
    PYTHON(it -> "python3 -c 'import os; os.system(\"\"\"" + it.replace("'", "'\\''") + "\"\"\")'"),
    NODE(it -> "node -e \"require('child_process').execSync('" + it.replace("\"", "\\\"") + "')\""),
    PERL(it -> "perl -e 'system(\"" + it.replace("\"", "\\\"").replace("@", "\\@") + "\")'"),
    TERMINAL(it -> "tmux new-session -d " + quoted(it)),
    WATCHED(it -> "watch -n 1 " + quoted(it));

    @SuppressWarnings("ImmutableEnumChecker") // the functions above hold nothing
    private final UnaryOperator<String> rewriting;

    Evasion(UnaryOperator<String> rewriting) {
        this.rewriting = rewriting;
    }

    String of(String command) {
        return rewriting.apply(command);
    }

    private static String name(String command) {
        return command.substring(0, command.indexOf(' '));
    }

    private static String program(String command, UnaryOperator<String> change) {
        return change.apply(name(command)) + command.substring(command.indexOf(' '));
    }

    private static String first(String command) {
        int pipe = command.indexOf(" |");
        return pipe < 0 ? command : command.substring(0, pipe);
    }

    private static String rest(String command) {
        int pipe = command.indexOf(" |");
        return pipe < 0 ? "" : command.substring(pipe);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String escaped(String text, String format) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(format.formatted(c)));
        return escaped.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String shifted(String text) {
        StringBuilder shifted = new StringBuilder();
        text.chars().forEach(c -> shifted.append((char) (c >= 'a' && c < 'z' ? c + 1 : c == 'z' ? 'a' : c)));
        return shifted.toString();
    }
}
