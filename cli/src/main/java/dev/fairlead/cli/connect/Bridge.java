package dev.fairlead.cli.connect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The script between hooks that are commands and our server: it starts in milliseconds, and reads the
/// token from a file.
///
/// Hooks that agents send over HTTP themselves are not used, even where there are some. Their token
/// could only come from the environment, which every program of the session would see, or stand in the
/// settings; and a server that is down or refuses the token would let every call pass, whatever the
/// person chose.
///
/// @param state our folder, in which it lies
/// @param whenDown what it does without an answer
record Bridge(Path state, WhenDown whenDown) {

    /// What tells our hooks from those of others.
    static final String MARK = "fairlead-hook";

    /// Where it lies.
    Path script() {
        return state.resolve("bin").resolve(MARK);
    }

    /// The command line of a hook.
    ///
    /// Some agents refuse a call when the command of a hook is not there. Whoever deletes our folder
    /// and chose open must not be locked out, so the line then looks first.
    String command(String agent, Hook hook) {
        String quoted = "'" + script().toString().replace("'", "'\\''") + "'";
        String call = "%s %s %s %s %d".formatted(quoted, agent, hook.event(), whenDown.word(), hook.patience());
        return switch (whenDown) {
            case OPEN -> "[ ! -x %s ] || %s".formatted(quoted, call);
            case CLOSED -> call;
        };
    }

    /// Its text.
    static String text() throws IOException {
        return resource("fairlead-hook.sh");
    }

    /// A text that is packed with these classes.
    static String resource(String name) throws IOException {
        try (InputStream bytes = Bridge.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IOException("this build lacks `%s`".formatted(name));
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
