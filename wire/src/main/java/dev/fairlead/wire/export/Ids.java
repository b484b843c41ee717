package dev.fairlead.wire.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Makes the ids of a trace and of its spans from the names of sessions.
final class Ids {

    private static final int TRACE = 16;
    private static final int SPAN = 8;

    private final String trace;
    private final String session;
    private int count;

    /// @param root the session that the trace is named after
    /// @param session whose spans they are
    Ids(String root, String session) {
        this.trace = hex(root, TRACE);
        this.session = session;
    }

    String trace() {
        return trace;
    }

    /// The id of the next span.
    String span() {
        return hex(session + "\n" + count++, SPAN);
    }

    private static String hex(String text, int length) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, length);
        } catch (NoSuchAlgorithmException everyMachineHasIt) {
            throw new IllegalStateException(everyMachineHasIt);
        }
    }
}
