package dev.fairlead.wire;

import dev.fairlead.core.event.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;

/// Takes repeated statements of the same use of a model out, so that what is told adds up. The statements of one
/// answer stand close together: the last [#MOST] answers are remembered.
public final class UsageLedger {

    /// How many answers are remembered.
    public static final int MOST = 64;

    private final Map<String, Tokens> stated = new LinkedHashMap<>();

    /// What a statement adds to the earlier ones about the same answer.
    ///
    /// @param answer names the answer that the statement is about
    public Tokens added(String answer, Tokens now) {
        Tokens before = stated.getOrDefault(answer, Tokens.NONE);
        Tokens most = before.plus(now.minus(before));
        stated.put(answer, most);
        if (stated.size() > MOST) {
            stated.remove(stated.keySet().iterator().next());
        }
        return most.minus(before);
    }
}
