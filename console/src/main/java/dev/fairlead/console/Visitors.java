package dev.fairlead.console;

import dev.fairlead.server.Caller;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who may see the console: codes that let somebody in once, and those who are in.
///
/// Nothing of it is stored: whoever is in when the process ends asks for another link.
final class Visitors {

    /// How long a code lets somebody in.
    static final Duration CODE = Duration.ofMinutes(5);
    /// How long somebody stays in.
    static final Duration STAY = Duration.ofHours(12);
    /// The most codes, and the most visitors; of more, the oldest is let go.
    static final int MOST = 64;

    private static final int BYTES = 32;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Clock clock;
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();

    Visitors(Clock clock) {
        this.clock = clock;
    }

    /// Somebody who is in.
    ///
    /// @param caller who they are
    /// @param key what the browser shows again and again, and no page holds
    /// @param seal what every form must carry, and no other site knows
    record Visitor(Caller caller, String key, String seal, Instant until) {
        /// The same, as the person stands now.
        Visitor with(Caller now) {
            return new Visitor(now, key, seal, until);
        }
    }

    /// A code, and for whom it is.
    private record Code(Caller caller, Instant until) {}

    /// A code that lets somebody in once.
    synchronized String code(Caller caller) {
        String code = secret();
        codes.put(code, new Code(caller, clock.instant().plus(CODE)));
        trim(codes);
        return code;
    }

    /// Lets somebody in; empty where the code is unknown, used or too old.
    synchronized Optional<Visitor> enter(String code) {
        Instant now = clock.instant();
        Code known = codes.remove(code);
        if (known == null || !now.isBefore(known.until())) {
            return Optional.empty();
        }
        Visitor visitor = new Visitor(known.caller(), secret(), secret(), now.plus(STAY));
        visitors.put(visitor.key(), visitor);
        trim(visitors);
        return Optional.of(visitor);
    }

    /// Who shows this key.
    synchronized Optional<Visitor> visitor(String key) {
        return Optional.ofNullable(visitors.get(key))
                .filter(each -> clock.instant().isBefore(each.until()));
    }

    /// Shows somebody out.
    synchronized void leave(Visitor visitor) {
        visitors.remove(visitor.key());
    }

    private static void trim(Map<String, ?> entries) {
        Iterator<String> oldest = entries.keySet().iterator();
        while (entries.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }

    private static String secret() {
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
