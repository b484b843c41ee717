package dev.fairlead.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what is made of other commands: groups, conditions, loops, functions.
final class CompoundReader {

    private final Cursor cursor;
    private final WordReader words;
    private final CommandReader commands;
    private final Expansions expansions;

    CompoundReader(Cursor cursor, WordReader words, CommandReader commands) {
        this.cursor = cursor;
        this.words = words;
        this.commands = commands;
        this.expansions = new Expansions(cursor, commands, words);
    }

    /// The command that a reserved word opens; empty where it opens none.
    Optional<Command> read(Reserved word) {
        return switch (word) {
            case BRACKET -> Optional.of(bracket());
            case OPEN -> Optional.of(group());
            case IF -> Optional.of(condition());
            case WHILE, UNTIL -> Optional.of(loop(word));
            case FOR, SELECT -> Optional.of(each(word));
            case CASE -> Optional.of(cases());
            case TEST -> Optional.of(test());
            case FUNCTION -> Optional.of(function());
            case COPROC -> Optional.of(coprocess());
            case NONE, THEN, ELIF, ELSE, FI, DO, DONE, ESAC, TIME, BANG, CLOSE -> Optional.empty();
        };
    }

    private Command bracket() {
        if (cursor.looksAt("((")) {
            Optional<List<Part>> parts = expansions.calculation(2);
            if (parts.isPresent()) {
                return new Command.Calculation(parts.get());
            }
        }
        cursor.skip(1);
        return new Command.Subshell(expansions.scriptUntilBracket());
    }

    private Command group() {
        expect(Reserved.OPEN);
        Script body = commands.script();
        expect(Reserved.CLOSE);
        return new Command.Group(body);
    }

    private Command condition() {
        List<Script> conditions = new ArrayList<>();
        List<Script> branches = new ArrayList<>();
        expect(Reserved.IF);
        do {
            conditions.add(commands.script());
            expect(Reserved.THEN);
            branches.add(commands.script());
        } while (took(Reserved.ELIF));
        Optional<Script> otherwise = took(Reserved.ELSE) ? Optional.of(commands.script()) : Optional.empty();
        expect(Reserved.FI);
        return new Command.If(conditions, branches, otherwise);
    }

    private Command loop(Reserved word) {
        expect(word);
        Script condition = commands.script();
        return new Command.While(word == Reserved.UNTIL, condition, body());
    }

    private Script body() {
        cursor.gap();
        if (took(Reserved.OPEN)) {
            Script body = commands.script();
            expect(Reserved.CLOSE);
            return body;
        }
        expect(Reserved.DO);
        Script body = commands.script();
        expect(Reserved.DONE);
        return body;
    }

    private Command each(Reserved word) {
        expect(word);
        cursor.blanks();
        if (cursor.looksAt("((")) {
            return count();
        }
        String name = words.word().literal().orElseThrow(() -> new Unreadable("a loop without a plain name"));
        cursor.gap();
        Optional<List<Word>> items = Optional.empty();
        if (cursor.looksAt("in") && !Expansions.isNamePart(cursor.peek(2))) {
            cursor.skip(2);
            items = Optional.of(items());
        }
        cursor.blanksAndComment();
        cursor.took(";");
        return new Command.For(name, items, body());
    }

    private Command count() {
        int start = cursor.at() + 2;
        int open = 0;
        do {
            char c = cursor.take();
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        } while (open > 0);
        String header = cursor.slice(start, Math.max(start, cursor.at() - 2));
        cursor.blanks();
        cursor.took(";");
        return new Command.Count(header, body());
    }

    private List<Word> items() {
        List<Word> found = new ArrayList<>();
        cursor.blanksAndComment();
        Word word = words.word();
        while (word.start() != word.end()) {
            found.add(word);
            cursor.blanksAndComment();
            word = words.word();
        }
        return found;
    }

    private Command cases() {
        expect(Reserved.CASE);
        cursor.blanks();
        Word subject = words.word();
        cursor.gap();
        if (!cursor.took("in")) {
            throw new Unreadable("`case` without `in`");
        }
        List<Command.Arm> arms = new ArrayList<>();
        cursor.gap();
        while (!took(Reserved.ESAC)) {
            arms.add(arm());
            cursor.gap();
        }
        return new Command.Case(subject, arms);
    }

    private Command.Arm arm() {
        cursor.took("(");
        List<Word> patterns = new ArrayList<>();
        do {
            cursor.blanks();
            Word pattern = words.word();
            if (pattern.start() == pattern.end()) {
                throw new Unreadable("an arm of `case` without a pattern");
            }
            patterns.add(pattern);
            cursor.blanks();
        } while (cursor.took("|"));
        if (!cursor.took(")")) {
            throw new Unreadable("an arm of `case` without its bracket");
        }
        Script body = commands.script();
        boolean fallsThrough = cursor.looksAt(";&") || cursor.looksAt(";;&");
        if (!cursor.took(";;&") && !cursor.took(";&")) {
            cursor.took(";;");
        }
        return new Command.Arm(patterns, body, fallsThrough);
    }

    /// Brackets and operators between the words are left out: nothing in a test is a command.
    private Command test() {
        expect(Reserved.TEST);
        List<Word> found = new ArrayList<>();
        boolean isExpression = false;
        while (true) {
            cursor.gap();
            Word word = words.word(isExpression ? " \t\n" : " \t\n;&|<>()");
            if (word.start() == word.end()) {
                if ("&|<>()".indexOf(cursor.take()) < 0) {
                    throw new Unreadable("a test is never closed");
                }
            } else if (word.isBare("]]")) {
                return new Command.Test(found);
            } else {
                found.add(word);
            }
            isExpression = word.isBare("=~");
        }
    }

    private Command function() {
        expect(Reserved.FUNCTION);
        cursor.blanks();
        String name = words.word().literal().orElseThrow(() -> new Unreadable("a function without a plain name"));
        cursor.blanks();
        if (cursor.took("(")) {
            cursor.blanks();
            cursor.took(")");
        }
        return function(name);
    }

    /// The function of this name, whose body stands at the place.
    Command function(String name) {
        cursor.gap();
        if (commands.reserved() == Reserved.NONE) {
            throw new Unreadable("a function without a body");
        }
        return new Command.Function(name, commands.command());
    }

    private Command coprocess() {
        expect(Reserved.COPROC);
        cursor.blanks();
        int start = cursor.at();
        int length = 0;
        while (Expansions.isNamePart(cursor.peek(length))) {
            length++;
        }
        if (length > 0 && cursor.peek(length) == ' ') {
            cursor.skip(length);
            cursor.blanks();
            if (!commands.reserved().equals(Reserved.OPEN)
                    && !commands.reserved().equals(Reserved.BRACKET)) {
                cursor.moveTo(start);
            }
        }
        return new Command.Coprocess(commands.command());
    }

    private boolean took(Reserved word) {
        boolean isThere = commands.reserved() == word;
        if (isThere) {
            cursor.skip(word.text().length());
        }
        return isThere;
    }

    private void expect(Reserved word) {
        cursor.gap();
        if (!took(word)) {
            throw new Unreadable("`%s` is missing".formatted(word.text()));
        }
    }
}
