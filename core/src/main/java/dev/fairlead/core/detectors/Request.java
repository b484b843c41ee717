package dev.fairlead.core.detectors;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells what a person's message asks for.
final class Request {

    /// A question of more than so many characters explains so much that it may ask for anything.
    private static final int LONGEST = 200;

    /// Words that open a question about how things are.
    private static final Set<String> ASKS = Set.of(
            "what", "what's", "whats", "why", "how", "is", "are", "was", "were", "does", "do", "did", "has", "where",
            "when", "which", "who", "whose");

    /// Orders that words alone fulfil.
    private static final Set<String> TELLS =
            Set.of("explain", "tell", "show", "summarize", "summarise", "describe", "list", "compare");

    /// Words that may stand before the question.
    private static final Set<String> LEADS = Set.of(
            "can", "could", "you", "please", "ok", "okay", "hmm", "hm", "oh", "so", "but", "and", "quick", "question");

    /// Orders to change something, and words with which an order is put as a question: a complaint, a wish, a proposal.
    private static final Vocabulary ORDERS = Vocabulary.of(
            "fix",
            "add",
            "change",
            "make",
            "remove",
            "delete",
            "update",
            "implement",
            "write",
            "create",
            "refactor",
            "rename",
            "replace",
            "move",
            "debug",
            "commit",
            "push",
            "apply",
            "address",
            "improve",
            "convert",
            "migrate",
            "merge",
            "rebase",
            "do it",
            "do this",
            "do that",
            "do both",
            "do the",
            "go ahead",
            "try",
            "use",
            "set up",
            "setup",
            "install",
            "revert",
            "undo",
            "clean",
            "split",
            "extract",
            "generate",
            "bump",
            "release",
            "deploy",
            "enable",
            "disable",
            "solve",
            "resolve",
            "build",
            "adapt",
            "adjust",
            "extend",
            "correct",
            "drop",
            "document",
            "mention",
            "then",
            "look at",
            "error",
            "errors",
            "failures",
            "failing",
            "broken",
            "wrong",
            "lost",
            "issue",
            "issues",
            "problem",
            "problems",
            "bug",
            "bugs",
            "missing",
            "let's",
            "lets",
            "should",
            "shouldn't",
            "can't",
            "could we",
            "can we",
            "why not",
            "not",
            "n't",
            "any way",
            "instead",
            "also",
            "too",
            "need",
            "want",
            "please",
            "right",
            "better");

    /// Words with which people ask to be told of work, be it the agent's or somebody else's.
    private static final Vocabulary ACCOUNT = Vocabulary.of("summar*", "explain*", "describe*", "review", "recap");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,:;.!?]+");

    private Request() {}

    /// Whether a message asks for an account of work.
    static boolean asksForAccount(String message) {
        return ACCOUNT.isIn(message);
    }

    /// Whether a message only wants to know something: it asks how things are, and nowhere orders a change.
    static boolean isQuestion(String message) {
        String text = message.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.length() > LONGEST || ORDERS.isIn(text)) {
            return false;
        }
        for (String word : BETWEEN_WORDS.split(text, 12)) {
            if (ASKS.contains(word) || TELLS.contains(word)) {
                return true;
            }
            if (!LEADS.contains(word)) {
                return false;
            }
        }
        return false;
    }
}
