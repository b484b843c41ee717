package dev.fairlead.wire.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds the bytes at which a JSON string has to be looked at, eight bytes at a time.
final class ByteSearch {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUOTES = 0x2222222222222222L;
    private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;
    private static final long BLANKS = 0x2020202020202020L;

    private ByteSearch() {}

    /// The place of the next byte that ends a run of a string: a quote, a backslash, a control character and, if asked,
    /// one that is not ASCII. Eight bytes are looked at together: a byte that equals the one sought is zero in the
    /// exclusive or, and a zero is what the subtraction borrows from (Warren, Hacker's Delight, 6-1).
    static int special(byte[] bytes, int from, int end, boolean stopsBeyondAscii) {
        long beyondAscii = stopsBeyondAscii ? -1L : 0L;
        int i = from;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            long word = (long) WORDS.get(bytes, i);
            long quote = word ^ QUOTES;
            long backslash = word ^ BACKSLASHES;
            long found = ((quote - ONES) & ~quote)
                    | ((backslash - ONES) & ~backslash)
                    | ((word - BLANKS) & ~word)
                    | (beyondAscii & word);
            if ((found & HIGH_BITS) != 0) {
                return i + Long.numberOfTrailingZeros(found & HIGH_BITS) / Byte.SIZE;
            }
        }
        while (i < end) {
            byte each = bytes[i];
            if (each == '"' || each == '\\' || (each < ' ' && (each >= 0 || stopsBeyondAscii))) {
                return i;
            }
            i++;
        }
        return end;
    }

    /// The place of the next quote; the end where there is none.
    static int quote(byte[] bytes, int from, int end) {
        int i = from;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            long quote = (long) WORDS.get(bytes, i) ^ QUOTES;
            long found = (quote - ONES) & ~quote & HIGH_BITS;
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (i < end && bytes[i] != '"') {
            i++;
        }
        return i;
    }
}
