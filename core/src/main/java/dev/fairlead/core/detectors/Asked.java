package dev.fairlead.core.detectors;

import dev.fairlead.core.session.Message;
import dev.fairlead.core.session.Session;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells whether the person asked for something, in words that need no understanding: one of the words that people
/// use for it stands in what they said last, and no "not" or "never" before it.
final class Asked {

    /// How many of the person's messages count, the newest first: a follow-up seldom says everything again.
    private static final int MESSAGES = 3;

    /// How many words before a word may deny it.
    private static final int REACH = 4;

    private static final Set<String> DENIALS =
            Set.of("not", "no", "never", "without", "avoid", "don't", "dont", "don’t", "cannot", "can't", "shouldn't");

    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("[.!?;\\n]");

    private Asked() {}

    /// Whether one of the person's newest messages has a word that begins so.
    static boolean by(Session session, List<String> beginnings) {
        List<Message> messages = session.messages().items();
        for (int i = messages.size() - 1; i >= Math.max(0, messages.size() - MESSAGES); i--) {
            if (says(messages.get(i).text(), beginnings)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a sentence of the person's newest messages has a word of each kind that begins so.
    static boolean by(Session session, List<String> verbs, List<String> objects) {
        List<Message> messages = session.messages().items();
        for (int i = messages.size() - 1; i >= Math.max(0, messages.size() - MESSAGES); i--) {
            for (String sentence : BETWEEN_SENTENCES.split(messages.get(i).text(), Message.KEPT)) {
                if (says(sentence, verbs) && says(sentence, objects)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether a text has a word that begins so and is not denied.
    static boolean says(String text, List<String> beginnings) {
        String[] recent = new String[REACH];
        int words = 0;
        int at = 0;
        while (at < text.length()) {
            int end = wordEnd(text, at);
            if (end == at) {
                at++;
                continue;
            }
            String word = lower(text, at, end);
            if (beginsWithAny(word, beginnings) && !isDenied(recent, words)) {
                return true;
            }
            recent[words++ % REACH] = word;
            at = end;
        }
        return false;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "'’-_".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    /// Lower case for the letters of English, which is what the words to look for are made of.
    private static String lower(String text, int from, int end) {
        StringBuilder word = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            word.append(c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c);
        }
        return word.toString();
    }

    private static boolean beginsWithAny(String word, List<String> beginnings) {
        for (String beginning : beginnings) {
            if (word.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDenied(String[] recent, int words) {
        for (int i = Math.max(0, words - REACH); i < words; i++) {
            if (DENIALS.contains(recent[i % REACH])) {
                return true;
            }
        }
        return false;
    }
}
