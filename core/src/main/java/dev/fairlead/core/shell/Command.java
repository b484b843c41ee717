package dev.fairlead.core.shell;

import java.util.List;
import java.util.Optional;

/// What a shell runs: a program, or commands put together.
public sealed interface Command {

    /// A program with its arguments, or assignments and redirections alone.
    ///
    /// @param start where it begins in the text
    /// @param end behind its last character
    record Simple(List<Assignment> assignments, List<Word> words, List<Redirection> redirections, int start, int end)
            implements Command {
        public Simple {
            assignments = List.copyOf(assignments);
            words = List.copyOf(words);
            redirections = List.copyOf(redirections);
        }
    }

    /// Commands of which each reads what the one before writes.
    record Pipeline(List<Command> stages) implements Command {
        public Pipeline {
            stages = List.copyOf(stages);
        }
    }

    /// Commands joined by `&&` and `||`.
    ///
    /// @param joints what stands between each two
    record Chain(List<Command> commands, List<Joint> joints) implements Command {
        public Chain {
            commands = List.copyOf(commands);
            joints = List.copyOf(joints);
        }
    }

    /// What stands between two commands.
    enum Joint {
        /// `&&`
        AND,
        /// `||`
        OR
    }

    /// A command whose streams lead elsewhere: what stands behind a group, a loop or a function.
    record Redirected(Command command, List<Redirection> redirections) implements Command {
        public Redirected {
            redirections = List.copyOf(redirections);
        }
    }

    /// `( … )`: what changes in it stays in it.
    record Subshell(Script body) implements Command {}

    /// `{ …; }`
    record Group(Script body) implements Command {}

    /// `if … then … elif … else … fi`
    ///
    /// @param conditions as many as branches
    record If(List<Script> conditions, List<Script> branches, Optional<Script> otherwise) implements Command {
        public If {
            conditions = List.copyOf(conditions);
            branches = List.copyOf(branches);
        }
    }

    /// `while … do … done` and `until`.
    record While(boolean isUntil, Script condition, Script body) implements Command {}

    /// `for x in … do … done` and `select`.
    ///
    /// @param words none where it goes through the arguments
    record For(String name, Optional<List<Word>> words, Script body) implements Command {}

    /// `for ((…; …; …)) do … done`
    ///
    /// @param header the three expressions as written
    record Count(String header, Script body) implements Command {}

    /// `case … in … esac`
    record Case(Word subject, List<Arm> arms) implements Command {
        public Case {
            arms = List.copyOf(arms);
        }
    }

    /// One arm of a `case`.
    ///
    /// @param fallsThrough whether the next arm's commands run too
    record Arm(List<Word> patterns, Script body, boolean fallsThrough) {
        public Arm {
            patterns = List.copyOf(patterns);
        }
    }

    /// `f() { … }`: nothing runs until it is called.
    record Function(String name, Command body) implements Command {}

    /// `[[ … ]]`
    record Test(List<Word> words) implements Command {
        public Test {
            words = List.copyOf(words);
        }
    }

    /// `(( … ))`
    record Calculation(List<Part> parts) implements Command {
        public Calculation {
            parts = List.copyOf(parts);
        }
    }

    /// `coproc …`: runs beside the shell.
    record Coprocess(Command command) implements Command {}
}
