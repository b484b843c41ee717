package dev.fairlead.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;

/// Every text of the console, out of one file: `messages.properties`.
final class Say {

    private static final Properties MESSAGES = read();

    private Say() {}

    private static Properties read() {
        Properties messages = new Properties();
        try (InputStream stream = Say.class.getResourceAsStream("messages.properties")) {
            if (stream == null) {
                throw new IOException("the archive lacks messages.properties");
            }
            Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
            messages.load(reader);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return messages;
    }

    /// The text of a key.
    ///
    /// @throws IllegalArgumentException where the file has none
    static String say(String key, Object... parts) {
        String text = MESSAGES.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no message `%s`".formatted(key));
        }
        return parts.length == 0 ? text : text.formatted(parts);
    }

    /// The text of a key that ends in what a thing calls itself; that name where there is no text.
    static String named(String prefix, String name) {
        return MESSAGES.getProperty(prefix + name, name);
    }

    /// Whether there is a text of a key.
    static boolean has(String key) {
        return MESSAGES.containsKey(key);
    }

    /// A number with its noun, in the plural where that is right.
    static String counted(long count, String noun) {
        return count(count) + " " + say("noun." + noun + (count == 1 ? ".one" : ".many"));
    }

    /// A number as people read it.
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// A large number, short: 950, 12.3k, 4.5M.
    static String brief(long number) {
        if (number < 1_000) {
            return Long.toString(number);
        }
        return number < 1_000_000
                ? String.format(Locale.ROOT, number < 10_000 ? "%.1fk" : "%.0fk", number / 1e3)
                : String.format(Locale.ROOT, number < 10_000_000 ? "%.1fM" : "%.0fM", number / 1e6);
    }

    /// A share as people read it; a dash where nothing was counted.
    static String percent(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.0f %%", 100.0 * part / whole);
    }

    /// A time span in its two largest units.
    static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min";
        }
        return seconds < 86_400
                ? "%d h %d min".formatted(seconds / 3_600, seconds % 3_600 / 60)
                : "%d d %d h".formatted(seconds / 86_400, seconds % 86_400 / 3_600);
    }
}
