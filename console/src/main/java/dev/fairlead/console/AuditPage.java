package dev.fairlead.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who did what to agents and to their oversight.
///
/// @param kind what is listed: `deeds`, `decisions`, `deliveries`, `approvals` or `switches`
record AuditPage(Frame frame, Search search, String kind, List<Row> rows, Optional<String> next) {

    /// All kinds.
    static final List<String> KINDS = List.of("deeds", "decisions", "deliveries", "approvals", "switches");

    /// One entry.
    ///
    /// @param tag by which it looks
    /// @param address of what it is about; may be empty
    record Row(
            Instant at,
            String who,
            String what,
            String tag,
            String subject,
            String why,
            String detail,
            String address) {}

    /// The address of another kind.
    static String address(String kind) {
        return "/audit?kind=" + kind;
    }
}
