package dev.fairlead.core.shell;

import java.util.ArrayList;
import java.util.List;

/// Reads a command line once, from left to right, and cuts it into simple commands.
///
/// What stands within `$(…)`, backquotes and `${…}` stays part of its word. A subshell's or a group's brackets are
/// taken off, so that their commands are read like any other.
final class CommandSplitter {

    private final String line;
    private final List<SimpleCommand> commands = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> hereDocuments = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private final boolean isWhole;
    private boolean inWord;
    private boolean isRedirected;
    private int at;

    CommandSplitter(String line) {
        this.line = line.length() <= CommandLine.LIMIT ? line : line.substring(0, CommandLine.LIMIT);
        this.isWhole = line.length() <= CommandLine.LIMIT;
    }

    CommandLine split() {
        while (at < line.length() && commands.size() < CommandLine.MOST_COMMANDS) {
            step(line.charAt(at));
        }
        endCommand();
        return new CommandLine(commands, isWhole && at >= line.length());
    }

    private void step(char c) {
        switch (c) {
            case ' ', '\t', '\r' -> {
                endWord();
                at++;
            }
            case '\n' -> newline();
            case ';', '|', '(', ')' -> endCommandAt(1);
            case '&' -> ampersand();
            case '<', '>' -> redirection(c);
            case '#' -> comment();
            case '\\' -> escape();
            case '\'' -> singleQuoted();
            case '"' -> doubleQuoted();
            case '`' -> take(skipBackquotes(at));
            case '$' -> dollar();
            default -> append(c);
        }
    }

    private void append(char c) {
        word.append(c);
        inWord = true;
        at++;
    }

    private void endCommandAt(int length) {
        endCommand();
        at += length;
    }

    private void newline() {
        endCommand();
        at++;
        for (String terminator : hereDocuments) {
            skipHereDocument(terminator);
        }
        hereDocuments.clear();
    }

    private void ampersand() {
        if (at + 1 < line.length() && line.charAt(at + 1) == '>') {
            redirection('&');
        } else {
            endCommandAt(1);
        }
    }

    private void comment() {
        if (inWord) {
            append('#');
            return;
        }
        int end = line.indexOf('\n', at);
        at = end < 0 ? line.length() : end;
    }

    private void escape() {
        if (at + 1 < line.length() && line.charAt(at + 1) == '\n') {
            at += 2;
            return;
        }
        at++;
        if (at < line.length()) {
            append(line.charAt(at));
        }
    }

    private void singleQuoted() {
        int end = line.indexOf('\'', at + 1);
        int stop = end < 0 ? line.length() : end;
        word.append(line, at + 1, stop);
        inWord = true;
        at = Math.min(stop + 1, line.length());
    }

    private void doubleQuoted() {
        inWord = true;
        at++;
        while (at < line.length() && line.charAt(at) != '"') {
            char c = line.charAt(at);
            if (c == '\\' && at + 1 < line.length() && "\"\\$`\n".indexOf(line.charAt(at + 1)) >= 0) {
                word.append(line.charAt(at + 1));
                at += 2;
            } else if (c == '$' && at + 1 < line.length() && line.charAt(at + 1) == '(') {
                take(skipBrackets(at + 1));
            } else {
                append(c);
            }
        }
        at++;
    }

    private void dollar() {
        char next = at + 1 < line.length() ? line.charAt(at + 1) : ' ';
        if (next == '(' || next == '{') {
            take(skipBrackets(at + 1));
        } else if (next == '\'') {
            at++;
            singleQuoted();
        } else {
            append('$');
        }
    }

    private void take(int end) {
        word.append(line, at, end);
        inWord = true;
        at = end;
    }

    private int skipBackquotes(int from) {
        int end = line.indexOf('`', from + 1);
        return end < 0 ? line.length() : end + 1;
    }

    /// The place behind the bracket that closes the one at `from`; quotes within are passed over.
    private int skipBrackets(int from) {
        int depth = 0;
        int i = from;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '\'') {
                int end = line.indexOf('\'', i + 1);
                i = end < 0 ? line.length() : end;
            } else if (c == '(' || c == '{') {
                depth++;
            } else if ((c == ')' || c == '}') && --depth == 0) {
                return i + 1;
            }
            i++;
        }
        return line.length();
    }

    private void redirection(char first) {
        if (inWord && isNumber(word)) {
            word.setLength(0);
            inWord = false;
        }
        endWord();
        int start = at;
        while (at < line.length() && "<>&|-".indexOf(line.charAt(at)) >= 0 && at - start < 3) {
            at++;
        }
        String operator = line.substring(start, at);
        if (first == '<' && operator.startsWith("<<") && !operator.startsWith("<<<")) {
            hereDocuments.add(readTerminator());
        } else {
            isRedirected = true;
        }
    }

    private String readTerminator() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '-')) {
            at++;
        }
        StringBuilder terminator = new StringBuilder();
        while (at < line.length() && " \t\n;|&<>()".indexOf(line.charAt(at)) < 0) {
            char c = line.charAt(at++);
            if (c != '\'' && c != '"' && c != '\\') {
                terminator.append(c);
            }
        }
        return terminator.toString();
    }

    private void skipHereDocument(String terminator) {
        while (at < line.length()) {
            int end = line.indexOf('\n', at);
            int stop = end < 0 ? line.length() : end;
            boolean last = line.substring(at, stop).strip().equals(terminator);
            at = Math.min(stop + 1, line.length());
            if (last) {
                return;
            }
        }
    }

    private static boolean isNumber(CharSequence text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void endWord() {
        if (!inWord) {
            return;
        }
        if (isRedirected) {
            isRedirected = false;
        } else {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }

    private void endCommand() {
        endWord();
        isRedirected = false;
        int from = 0;
        while (from < words.size() && isPrelude(words.get(from))) {
            from++;
        }
        if (from < words.size()) {
            commands.add(SimpleCommand.unwrapped(words.subList(from, words.size())));
        }
        words.clear();
    }

    /// Words that may stand before a command without being one.
    private static boolean isPrelude(String word) {
        return switch (word) {
            case "if", "then", "else", "elif", "fi", "do", "done", "while", "until", "!", "{", "}", "time" -> true;
            default -> SimpleCommand.isAssignment(word);
        };
    }
}
