package dev.fairlead.core.detectors;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.shell.CheckKind;
import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.Set;

/// Tells command lines that only look from those that may change something.
final class Looking {

    private static final Set<String> PROGRAMS = Set.of(
            "ls",
            "cat",
            "head",
            "tail",
            "grep",
            "rg",
            "egrep",
            "fgrep",
            "find",
            "fd",
            "pwd",
            "echo",
            "printf",
            "wc",
            "which",
            "type",
            "file",
            "stat",
            "tree",
            "du",
            "df",
            "diff",
            "cmp",
            "sort",
            "uniq",
            "cut",
            "tr",
            "awk",
            "less",
            "more",
            "nl",
            "od",
            "xxd",
            "date",
            "env",
            "printenv",
            "uname",
            "whoami",
            "id",
            "ps",
            "jq",
            "yq",
            "basename",
            "dirname",
            "realpath",
            "readlink",
            "true",
            "sleep",
            "test",
            "[",
            "cd",
            "command",
            "man",
            "column");
    private static final Set<String> READERS = Set.of(
            "cat", "head", "tail", "less", "more", "nl", "bat", "grep", "rg", "sed", "awk", "strings", "od", "xxd");
    private static final Set<String> GIT = Set.of(
            "status", "diff", "log", "show", "blame", "grep", "ls-files", "rev-parse", "describe", "branch", "remote");

    /// Programs that change something and check nothing.
    private static final Set<String> HANDLERS = Set.of(
            "git", "rm", "mv", "cp", "mkdir", "rmdir", "touch", "chmod", "chown", "ln", "tee", "sed", "kill", "pkill",
            "export", "unset", "set", "source", ".", "alias", "pushd", "popd", "exit", "read", "wait", "tar", "unzip",
            "zip", "pip", "pip3", "apt", "apt-get", "brew", "curl", "wget");

    private Looking() {}

    /// Whether every program of a line is one of which we know what it does. Another may do anything, check what was
    /// changed for one.
    static boolean isAllKnown(CommandLine line) {
        for (SimpleCommand command : line.commands()) {
            if (!HANDLERS.contains(command.program()) && !looks(command)) {
                return false;
            }
        }
        return line.isWhole();
    }

    /// Whether a call only looks, whatever its tool.
    static boolean isAllOf(Exchange exchange) {
        return switch (exchange.call().action()) {
            case Action.Command _ -> isAllThatRuns(exchange.commandLine());
            case Action.Edit _, Action.Write _, Action.Patch _, Action.Delegate _, Action.Ask _ -> false;
            case Action.Read _, Action.Search _, Action.Fetch _, Action.Poll _, Action.Plan _, Action.Other _ -> true;
        };
    }

    /// Whether every command of a line only looks: it prints, searches, compares or checks.
    private static boolean isAllThatRuns(CommandLine line) {
        for (SimpleCommand command : line.commands()) {
            if (!looks(command)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a program shows the content of files.
    static boolean isReader(String program) {
        return READERS.contains(program);
    }

    private static boolean looks(SimpleCommand command) {
        String program = command.program();
        if (program.equals("git")) {
            return GIT.contains(command.operand(1));
        }
        if (program.equals("sed")) {
            return !command.words().stream().anyMatch(word -> word.startsWith("-i") || word.equals("--in-place"));
        }
        return PROGRAMS.contains(program) || CheckKind.of(command).isPresent();
    }
}
