package dev.fairlead.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads commands and how they are put together, after the grammar of POSIX with what bash adds.
final class CommandReader {

    private final Cursor cursor;
    private final WordReader words;
    private final SimpleReader simple;
    private final CompoundReader compound;

    CommandReader(Cursor cursor) {
        this.cursor = cursor;
        this.words = new WordReader(cursor, this);
        this.simple = new SimpleReader(cursor, words);
        this.compound = new CompoundReader(cursor, words, this);
    }

    /// Everything there is.
    Script whole() {
        Script script = script();
        if (!cursor.isAtEnd()) {
            throw new Unreadable("nothing opens what closes here");
        }
        return script;
    }

    /// Commands up to what closes them: the end, a bracket, `;;`, or a word such as `done`.
    Script script() {
        List<Script.Statement> statements = new ArrayList<>();
        cursor.gap();
        int start = cursor.at();
        int end = start;
        while (!isClosed()) {
            Command command = chain();
            end = cursor.at();
            cursor.blanksAndComment();
            boolean isBackground = cursor.peek() == '&';
            statements.add(new Script.Statement(command, isBackground));
            if (!separated()) {
                break;
            }
            cursor.gap();
        }
        return new Script(statements, start, end);
    }

    private boolean separated() {
        char c = cursor.peek();
        if (c == '&' || c == ';' && cursor.peek(1) != ';' && cursor.peek(1) != '&') {
            cursor.skip(1);
            return true;
        }
        return c == '\n';
    }

    private boolean isClosed() {
        if (cursor.isAtEnd()) {
            return true;
        }
        char c = cursor.peek();
        return c == ')'
                || c == ';' && (cursor.peek(1) == ';' || cursor.peek(1) == '&')
                || reserved().isCloser();
    }

    /// The reserved word at the place, if one stands there.
    Reserved reserved() {
        return Reserved.at(cursor);
    }

    private Command chain() {
        Command first = pipeline();
        cursor.blanksAndComment();
        if (!cursor.looksAt("&&") && !cursor.looksAt("||")) {
            return first;
        }
        List<Command> commands = new ArrayList<>();
        List<Command.Joint> joints = new ArrayList<>();
        commands.add(first);
        while (cursor.looksAt("&&") || cursor.looksAt("||")) {
            joints.add(cursor.peek() == '&' ? Command.Joint.AND : Command.Joint.OR);
            cursor.skip(2);
            cursor.gap();
            commands.add(pipeline());
            cursor.blanksAndComment();
        }
        return new Command.Chain(commands, joints);
    }

    private Command pipeline() {
        prefixes();
        Command first = command();
        cursor.blanksAndComment();
        if (!isPipe()) {
            return first;
        }
        List<Command> stages = new ArrayList<>();
        stages.add(first);
        while (isPipe()) {
            cursor.skip(cursor.peek(1) == '&' ? 2 : 1);
            cursor.gap();
            prefixes();
            stages.add(command());
            cursor.blanksAndComment();
        }
        return new Command.Pipeline(stages);
    }

    private boolean isPipe() {
        return cursor.peek() == '|' && cursor.peek(1) != '|';
    }

    /// `!` and `time` change what is told of a pipeline, not what it does.
    private void prefixes() {
        Reserved word = reserved();
        while (word == Reserved.BANG || word == Reserved.TIME) {
            cursor.skip(word.text().length());
            cursor.blanks();
            if (word == Reserved.TIME && cursor.looksAt("-p ")) {
                cursor.skip(2);
                cursor.blanks();
            }
            word = reserved();
        }
    }

    Command command() {
        cursor.enter();
        cursor.count();
        Optional<Command> built = compound.read(reserved());
        Command command = built.isPresent() ? redirected(built.get()) : simpleOrFunction();
        cursor.leave();
        return command;
    }

    private Command redirected(Command command) {
        List<Redirection> redirections = new ArrayList<>();
        cursor.blanks();
        while (simple.isRedirection()) {
            redirections.add(simple.redirection());
            cursor.blanks();
        }
        return redirections.isEmpty() || command instanceof Command.Function
                ? command
                : new Command.Redirected(command, redirections);
    }

    private Command simpleOrFunction() {
        Command.Simple read = simple.read();
        boolean mayBeFunction = read.words().size() == 1 && read.assignments().isEmpty();
        if (cursor.peek() == '(' && mayBeFunction && read.redirections().isEmpty()) {
            cursor.skip(1);
            cursor.blanks();
            if (!cursor.took(")")) {
                throw new Unreadable("a bracket where no command begins");
            }
            String name = read.words().getFirst().literal().orElseThrow(() -> new Unreadable("a function's name"));
            return compound.function(name);
        }
        return read;
    }
}
