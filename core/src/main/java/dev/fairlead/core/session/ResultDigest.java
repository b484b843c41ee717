package dev.fairlead.core.session;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Happening.ToolReturned;

/// The digest of what a tool answered, with what changes from run to run masked: times, durations, long hexadecimal
/// identifiers, colours and the amount of white space.
///
/// Plain numbers stay, since "3 failed" and "2 failed" are different news. Of a long answer the first and the last
/// [#EDGE] characters and its rough length are read, so the work is bounded.
public final class ResultDigest {

    /// How much is read at each end of a long answer, in characters.
    public static final int EDGE = 512;

    private static final int ROUGH = 128;
    private static final int SHORTEST_IDENTIFIER = 8;
    private static final long PRIME = 0x100000001B3L;

    private static final int PART = 1;
    private static final int DIGIT = 2;
    private static final int COLON = 4;
    private static final int IN_IDENTIFIER = 8;

    /// What each ASCII character may be part of; 0 for what is part of no word.
    private static final byte[] KINDS = kinds();

    private final char[] text;
    private long hash = 0xCBF29CE484222325L;
    private boolean gap;

    private ResultDigest(char[] text) {
        this.text = text;
    }

    /// The digest of what a call answered: nothing where the answer is only that files were changed, and unmasked
    /// where it stands in a file, which does not change by itself.
    static long of(Call call, ToolReturned returned) {
        if (!call.changes().isEmpty()) {
            return Digest.EMPTY;
        }
        String text = returned.text();
        long digest = call.action() instanceof Action.Read ? unmasked(text) : of(text);
        return Digest.join(digest, returned.exitStatus().orElse(-1));
    }

    private static long unmasked(String text) {
        if (text.length() <= 2 * EDGE) {
            return Digest.of(text);
        }
        long ends = Digest.join(Digest.of(text.substring(0, EDGE)), Digest.of(text.substring(text.length() - EDGE)));
        return Digest.join(ends, text.length() / ROUGH);
    }

    /// The masked digest of an answer.
    public static long of(String text) {
        int length = text.length();
        char[] seen = new char[Math.min(length, 2 * EDGE)];
        int head = length <= seen.length ? length : EDGE;
        text.getChars(0, head, seen, 0);
        text.getChars(length - (seen.length - head), length, seen, head);
        ResultDigest digest = new ResultDigest(seen);
        digest.read(0, head);
        digest.read(head, seen.length);
        return length == seen.length ? digest.hash : digest.hash * PRIME + length / ROUGH;
    }

    private void read(int from, int to) {
        int at = from;
        while (at < to) {
            char c = text[at];
            if (c <= ' ') {
                at = c == '\u001b' ? afterEscape(at, to) : at + 1;
                gap = true;
            } else if (isWordPart(c)) {
                at = readWord(at, to);
            } else {
                add(c);
                at++;
            }
        }
    }

    /// Reads a run of letters, digits, `.`, `:` and `-`, and adds it unless it is one of the things that change.
    private int readWord(int from, int to) {
        int end = from;
        int kinds = 0;
        int others = 0;
        long word = 0;
        for (; end < to; end++) {
            char c = text[end];
            int kind = c < KINDS.length ? KINDS[c] : 0;
            if (kind == 0) {
                break;
            }
            kinds |= kind;
            others |= ~kind;
            word = word * 31 + c;
        }
        boolean isHex = (others & IN_IDENTIFIER) == 0;
        boolean changes = (kinds & DIGIT) != 0
                && (isHex && isIdentifierOrTime(from, end, (kinds & COLON) != 0) || isDuration(from, end));
        add(changes ? '#' : word);
        return end;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[128];
        for (char c = '0'; c < kinds.length; c++) {
            boolean isDigit = c <= '9';
            boolean isHex = isDigit || c == ':' || c == 'T' || c == 'Z' || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
            boolean isLetter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            if (isHex || isLetter) {
                kinds[c] = (byte) (PART | (isDigit ? DIGIT : 0) | (c == ':' ? COLON : 0) | (isHex ? IN_IDENTIFIER : 0));
            }
        }
        kinds['.'] = PART | IN_IDENTIFIER;
        kinds['-'] = PART | IN_IDENTIFIER;
        return kinds;
    }

    private boolean isIdentifierOrTime(int from, int end, boolean hasColon) {
        return end - from >= SHORTEST_IDENTIFIER || hasColon && end - from >= 5;
    }

    /// Digits, perhaps with a point, then `s`, `ms`, `m` or another unit of time.
    private boolean isDuration(int from, int end) {
        int at = from;
        while (at < end && (text[at] >= '0' && text[at] <= '9' || text[at] == '.')) {
            at++;
        }
        if (at == from || at == end || end - at > 3) {
            return false;
        }
        String unit = new String(text, at, end - at);
        return unit.equals("s")
                || unit.equals("ms")
                || unit.equals("m")
                || unit.equals("us")
                || unit.equals("ns")
                || unit.equals("sec")
                || unit.equals("min")
                || unit.equals("h");
    }

    private int afterEscape(int from, int to) {
        int at = from + 1;
        if (at < to && text[at] == '[') {
            at++;
            while (at < to && text[at] < '@') {
                at++;
            }
        }
        return Math.min(at + 1, to);
    }

    private void add(long c) {
        if (gap) {
            gap = false;
            hash = (hash ^ ' ') * PRIME;
        }
        hash = (hash ^ c) * PRIME;
    }

    private static boolean isWordPart(char c) {
        return c < KINDS.length && KINDS[c] != 0;
    }
}
