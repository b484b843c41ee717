package dev.fairlead.code.syntax;

import java.io.IOException;
import java.time.Duration;

/// Parses within this process, but for grammars whose native code is known to end it: these go through a process of
/// their
/// own. For commands, which are run again when they fall; who must never fall asks [ParserProcess] for everything.
public final class GuardedParser implements Parser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final NativeParser within;
    private final ParserProcess outside = ParserProcess.likeThisOne(PATIENCE);

    private GuardedParser(NativeParser within) {
        this.within = within;
    }

    /// Loads the library.
    ///
    /// @throws IOException where there is none for this system
    public static GuardedParser open() throws IOException {
        return new GuardedParser(NativeParser.open());
    }

    @Override
    public Parsed parse(Grammar grammar, byte[] source) {
        // Its scanner of strings aborts on interpolations that nest a thousand deep.
        return grammar == Grammar.KOTLIN ? outside.parse(grammar, source) : within.parse(grammar, source);
    }

    @Override
    public void close() {
        within.close();
        outside.close();
    }
}
