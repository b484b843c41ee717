package dev.fairlead.console;

import java.util.List;

/// What surrounds every page.
///
/// @param title of the page
/// @param place the entry of the navigation that it belongs to
/// @param seal what every form must carry
/// @param waiting how many approvals wait
/// @param stopped how many switches hold
/// @param notice what has just been done; may be empty
record Frame(String title, String place, String seal, long waiting, long stopped, String person, String notice) {

    /// An entry of the navigation.
    record Entry(String place, String address) {}

    /// All of them.
    static final List<Entry> ENTRIES = List.of(
            new Entry("now", "/now"),
            new Entry("approvals", "/approvals"),
            new Entry("sessions", "/sessions"),
            new Entry("findings", "/findings"),
            new Entry("interventions", "/interventions"),
            new Entry("fleet", "/fleet"),
            new Entry("policy", "/policy"),
            new Entry("audit", "/audit"));
}
