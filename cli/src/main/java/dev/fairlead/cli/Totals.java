package dev.fairlead.cli;

/// What a scan read and found, in all.
///
/// @param files that were understood
/// @param unreadable files that could not be read or that no dialect understands
/// @param bytes read, of all files
/// @param unread records that no dialect understood
/// @param seconds of wall-clock time
record Totals(
        long files,
        long sessions,
        long unreadable,
        long findings,
        long events,
        long unread,
        long bytes,
        double seconds) {}
