package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzer;
import java.util.List;

/// Our own analyzers, in alphabetical order.
public final class Rules {

    private static final List<Analyzer> ALL = List.of(
            new CheckDisabled(),
            new CodeInjection(),
            new CommandInjection(),
            new HardCodedSecret(),
            new LooseEnd(),
            new PathTraversal(),
            new SqlInjection(),
            new Stub(),
            new SwallowedError(),
            new TestSpecialCase(),
            new TlsOff(),
            new UnsafeDeserialisation(),
            new WeakCrypto(),
            new WeakRandom());

    private Rules() {}

    /// All of them.
    public static List<Analyzer> all() {
        return ALL;
    }
}
