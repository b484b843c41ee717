package dev.fairlead.core.decide;

import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.session.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells whether the person named in so many words what a call would do.
///
/// They did where one of their messages holds the whole command, or where one sentence has a word for the deed and
/// after it the very thing: "delete the old migrations folder" names `db/old_migrations`, but neither `db` nor
/// `db/migrations`. A sentence that denies, asks or sets a condition names nothing, nor does what one agent tells
/// another.
final class Consent {

    /// The shortest command that counts where it is quoted; a shorter one may stand in a sentence by chance.
    private static final int SHORTEST_COMMAND = 6;

    private static final Set<String> DOUBTS = Set.of(
            "not",
            "no",
            "never",
            "don't",
            "dont",
            "don’t",
            "without",
            "avoid",
            "except",
            "unless",
            "if",
            "should",
            "shouldn't",
            "would",
            "could",
            "can't",
            "cannot",
            "instead",
            "stop",
            "nothing",
            "but");

    /// Words that may stand between the deed and the thing.
    private static final Set<String> BEFORE = Set.of(
            "the",
            "a",
            "an",
            "my",
            "our",
            "your",
            "this",
            "that",
            "these",
            "those",
            "both",
            "also",
            "all",
            "of",
            "file",
            "files",
            "folder",
            "folders",
            "directory",
            "branch",
            "package",
            "and",
            "to",
            "up",
            "away",
            "just",
            "please",
            "database",
            "table",
            "origin",
            "push");

    /// Words after the thing that name no more than it.
    private static final Set<String> AFTER = Set.of(
            "",
            "file",
            "files",
            "folder",
            "folders",
            "directory",
            "dir",
            "branch",
            "package",
            "please",
            "and",
            "so",
            "now",
            "then",
            "because",
            "since",
            "as",
            "once",
            "before",
            "after",
            "again",
            "first",
            "too",
            "for",
            "it",
            "which",
            "with",
            "table",
            "database",
            "completely",
            "entirely");

    private Consent() {}

    static boolean names(Raised raised, Attempt attempt) {
        if (attempt.context().isSubagent()) {
            return false;
        }
        for (Message message : attempt.session().messages().items()) {
            if (quotes(message.text(), attempt.commandLine().strip())) {
                return true;
            }
            if (raised.effect().isPresent()
                    && tells(message.text(), raised.effect().get(), attempt)) {
                return true;
            }
        }
        return false;
    }

    private static boolean quotes(String text, String command) {
        int at = command.length() < SHORTEST_COMMAND ? -1 : text.indexOf(command);
        if (at < 0 || isPartOfWord(text, at, at + command.length())) {
            return false;
        }
        String before = text.substring(0, at);
        String after = text.substring(at + command.length());
        int start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf(". "));
        String sentence = before.substring(start + 1) + " " + sentences(after).getFirst();
        return isPlain(sentence);
    }

    /// Whether a command that is quoted is only the beginning or the end of what is quoted.
    private static boolean isPartOfWord(String text, int from, int to) {
        return from > 0 && isInWord(text.charAt(from - 1)) || to < text.length() && isInWord(text.charAt(to));
    }

    private static boolean isInWord(char c) {
        return Character.isLetterOrDigit(c) || "/-_*~".indexOf(c) >= 0;
    }

    private static boolean tells(String text, Effect effect, Attempt attempt) {
        Set<String> deeds = Deeds.of(effect);
        List<String> names = Deeds.things(effect, attempt.commandLine());
        if (deeds.isEmpty()) {
            return false;
        }
        for (String sentence : sentences(text)) {
            List<String> words = words(sentence);
            boolean isTold = isPlain(sentence) && words.stream().anyMatch(deeds::contains);
            if (isTold && names.stream().allMatch(name -> isNamed(words, deeds, name))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(String sentence) {
        return !sentence.strip().endsWith("?")
                && words(sentence.replace('’', '\'')).stream().noneMatch(DOUBTS::contains)
                && List.of(sentence.toLowerCase(Locale.ROOT).split("[\\s,;:]+", Message.KEPT)).stream()
                        .noneMatch(DOUBTS::contains);
    }

    /// Whether a thing is named: a run of words that holds its name and nothing that is not in its path, with the deed
    /// somewhere before, only [#BEFORE] directly before and only [#AFTER] directly after.
    private static boolean isNamed(List<String> words, Set<String> deeds, String path) {
        List<String> whole = words(path);
        Set<String> name = new HashSet<>(words(path.substring(path.lastIndexOf('/') + 1)));
        if (name.isEmpty()) {
            return false;
        }
        for (int from = 0; from < words.size(); from++) {
            Set<String> met = new HashSet<>();
            for (int to = from; to < words.size() && whole.contains(words.get(to)); to++) {
                met.add(words.get(to));
                String before = from == 0 ? "" : words.get(from - 1);
                String after = to + 1 < words.size() ? words.get(to + 1) : "";
                boolean isAlone = (BEFORE.contains(before) || deeds.contains(before)) && AFTER.contains(after);
                boolean isTold = words.subList(0, from).stream().anyMatch(deeds::contains);
                boolean isOwner =
                        words.subList(to + 1, Math.min(words.size(), to + 3)).contains("s");
                if (isAlone && isTold && !isOwner && met.containsAll(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The sentences of a text: a stop counts only before a blank, since names have stops within.
    static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLast = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
            if (c == '\n' || "!?.;".indexOf(c) >= 0 && isLast) {
                sentences.add(text.substring(start, i + 1));
                start = i + 1;
            }
        }
        sentences.add(text.substring(start));
        return sentences;
    }

    /// The words of a text in lower case, cut wherever there is neither a letter nor a digit.
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(Character.toLowerCase(c));
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
