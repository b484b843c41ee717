package dev.fairlead.core.detectors;

import java.util.Arrays;
import java.util.List;

/// Words and phrases to look for in a text, all in one pass and whatever their case.
///
/// A regular expression of many alternatives tries each of them at every character; here the first two letters of each
/// word of the text lead to the few that begin with them. A word is what letters of English,
/// digits and `_` make up, as for `\b`.
final class Vocabulary {

    /// Stands at the end of what only begins a word.
    private static final char MORE = '*';

    private static final int LETTERS = 32;
    private static final Entry[] NONE = {};

    /// Which characters may stand in a word. Each character of what is said is looked at, so by a table.
    private static final boolean[] OF_WORD = ofWord();

    private final Entry[][] byStart = new Entry[LETTERS * LETTERS][];

    private Vocabulary() {
        Arrays.fill(byStart, NONE);
    }

    /// @param word two characters or more
    /// @param kind the bit of what it stands for
    private record Entry(String word, boolean isWhole, long kind) {

        boolean isAt(String text, int at) {
            int end = at + word.length();
            if (end > text.length()) {
                return false;
            }
            for (int i = 0; i < word.length(); i++) {
                char c = text.charAt(at + i);
                if (word.charAt(i) != (c >= 'A' && c <= 'Z' ? c | 0x20 : c)) {
                    return false;
                }
            }
            return !isWhole || end == text.length() || !isOfWord(text.charAt(end));
        }
    }

    /// Words that all stand for the same: whole ones, or beginnings that end in `*`.
    static Vocabulary of(String... words) {
        return of(List.of(List.of(words)));
    }

    /// Words of several kinds, at most 64.
    static Vocabulary of(List<List<String>> kinds) {
        Vocabulary vocabulary = new Vocabulary();
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (String word : kinds.get(kind)) {
                boolean isWhole = word.charAt(word.length() - 1) != MORE;
                String letters = isWhole ? word : word.substring(0, word.length() - 1);
                vocabulary.add(new Entry(letters, isWhole, 1L << kind));
            }
        }
        return vocabulary;
    }

    private void add(Entry entry) {
        int start = start(entry.word().charAt(0), entry.word().charAt(1));
        Entry[] longer = Arrays.copyOf(byStart[start], byStart[start].length + 1);
        longer[longer.length - 1] = entry;
        byStart[start] = longer;
    }

    /// Whether any of the words stands in a text.
    boolean isIn(String text) {
        return firstIn(text) >= 0;
    }

    /// Where the first of the words stands in a text, -1 where none does.
    int firstIn(String text) {
        for (int at = nextWord(text, 0); at >= 0; at = nextWord(text, at + 1)) {
            if (kindsAt(text, at) != 0) {
                return at;
            }
        }
        return -1;
    }

    /// The kinds of which a word stands in a text, one bit for each, the first kind lowest.
    long kindsIn(String text) {
        long kinds = 0;
        for (int at = nextWord(text, 0); at >= 0; at = nextWord(text, at + 1)) {
            kinds |= kindsAt(text, at);
        }
        return kinds;
    }

    private long kindsAt(String text, int at) {
        long kinds = 0;
        for (Entry entry : byStart[start(text.charAt(at), text.charAt(at + 1))]) {
            kinds |= entry.isAt(text, at) ? entry.kind() : 0;
        }
        return kinds;
    }

    /// Where the next word of two characters or more begins, at a place or behind it; -1 where there is none.
    private static int nextWord(String text, int from) {
        int last = text.length() - 1;
        boolean isWithin = from > 0 && isOfWord(text.charAt(from - 1));
        for (int at = from; at < last; at++) {
            boolean isOfWord = isOfWord(text.charAt(at));
            if (isOfWord && !isWithin) {
                return at;
            }
            isWithin = isOfWord;
        }
        return -1;
    }

    private static int start(char first, char second) {
        return (first & LETTERS - 1) * LETTERS + (second & LETTERS - 1);
    }

    private static boolean isOfWord(char c) {
        return c < OF_WORD.length && OF_WORD[c];
    }

    private static boolean[] ofWord() {
        boolean[] ofWord = new boolean[128];
        for (char c = 0; c < ofWord.length; c++) {
            ofWord[c] = (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c >= '0' && c <= '9' || c == '_';
        }
        return ofWord;
    }
}
