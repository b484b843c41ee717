package dev.fairlead.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// Makes names for what is written down.
final class Ids {

    /// Without letters that are taken for others when read or typed.
    private static final String LETTERS = "23456789abcdefghjkmnpqrstvwxyz";

    private static final int SHORT = 6;
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /// A name that sorts behind all those that this process made before.
    static String next(Instant at) {
        long time = Times.of(at);
        long number = LAST.updateAndGet(last -> Math.max(last + 1, time));
        return "%015x-%s".formatted(number, letters(4));
    }

    /// A name that is short enough to be typed. Another may have it.
    static String brief() {
        return letters(SHORT);
    }

    private static String letters(int count) {
        StringBuilder letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(CHANCE.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
