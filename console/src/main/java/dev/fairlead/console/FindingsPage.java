package dev.fairlead.console;

import dev.fairlead.store.LabelStore.View;
import dev.fairlead.store.OverviewStore.Group;
import dev.fairlead.store.Page;
import dev.fairlead.store.StoredFinding;
import java.util.List;

/// Findings of all sessions: how many of each kind, and one by one.
///
/// @param by what they are grouped by
/// @param views searches that people keep
record FindingsPage(
        Frame frame, Search search, String by, List<Group> groups, Page<StoredFinding> findings, List<View> views) {

    /// The longest bar's number.
    private long most() {
        return Math.max(1, groups.stream().mapToLong(Group::findings).max().orElse(1));
    }

    /// How long a group's bar is, of 100.
    long share(Group group) {
        return Math.max(1, group.findings() * 100 / most());
    }

    long total() {
        return groups.stream().mapToLong(Group::findings).sum();
    }

    /// The same page with one group only; the page itself where that cannot be asked for.
    String within(Group group) {
        String field = switch (by) {
            case "misbehaviour" -> "class";
            case "agent", "model", "repository", "person" -> by;
            default -> "";
        };
        return field.isEmpty() ? "" : "/findings?" + Addresses.with(search.query(), field, group.name());
    }
}
