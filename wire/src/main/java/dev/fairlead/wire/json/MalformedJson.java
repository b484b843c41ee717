package dev.fairlead.wire.json;

import java.util.List;

/// Says that bytes are not JSON, or JSON beyond the bounds of what is read.
public final class MalformedJson extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Node> before;

    MalformedJson(String reason, List<Node> before) {
        super(reason, null, false, false);
        this.before = List.copyOf(before);
    }

    /// Whole values that stand before the fault.
    public List<Node> before() {
        return before;
    }
}
