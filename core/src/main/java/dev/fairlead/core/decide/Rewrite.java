package dev.fairlead.core.decide;

import dev.fairlead.core.shell.Command;
import dev.fairlead.core.shell.Script;
import dev.fairlead.core.shell.SimpleCommands;
import dev.fairlead.core.shell.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Words of a command that a policy replaces before the command is decided about and runs.
///
/// It takes hold where a command begins with the words of `program`, all of them written out without quotes, and a
/// later
/// such word is one of `replace`. What comes of it is decided about like any other command.
///
/// @param program the words that a command begins with, such as `git push`
/// @param replace the words that are replaced
/// @param with what stands in their place; empty where they are left out
/// @param reason why, as a clause about the call
public record Rewrite(String id, List<String> program, Set<String> replace, String with, String reason) {

    public Rewrite {
        program = List.copyOf(program);
        replace = Set.copyOf(replace);
        if (program.isEmpty() || replace.isEmpty()) {
            throw new IllegalArgumentException("a rewrite names a program and what it replaces");
        }
    }

    /// The command line as it is to run; empty where nothing is replaced, or the line cannot be read.
    public Optional<String> of(String line) {
        if (!line.contains(program.getFirst())
                || !(Script.read(line) instanceof Script.Reading.Understood(Script script))) {
            return Optional.empty();
        }
        List<Word> words = new ArrayList<>();
        for (Command.Simple command : SimpleCommands.in(script)) {
            if (begins(command)) {
                command.words().stream()
                        .skip(program.size())
                        .filter(word -> isReplaced(word, line))
                        .forEach(words::add);
            }
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        words.sort(Comparator.comparingInt(Word::start).reversed());
        StringBuilder rewritten = new StringBuilder(line);
        words.forEach(word -> replace(rewritten, word));
        return Optional.of(rewritten.toString());
    }

    private boolean begins(Command.Simple command) {
        if (command.words().size() <= program.size()) {
            return false;
        }
        for (int i = 0; i < program.size(); i++) {
            if (!command.words().get(i).isBare(program.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Within backquotes and here-documents the places of words are those of a text without its escapes, so that what
    /// stands there is looked at too.
    private boolean isReplaced(Word word, String line) {
        return replace.stream().anyMatch(each -> word.isBare(each) && line.startsWith(each, word.start()));
    }

    private void replace(StringBuilder line, Word word) {
        int start = word.start();
        if (with.isEmpty() && start > 0 && line.charAt(start - 1) == ' ') {
            start--;
        }
        line.replace(start, word.end(), with);
    }
}
