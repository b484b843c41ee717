package dev.fairlead.cli;

import java.io.IOException;

/// Takes in what a scan has to say, in the order of files and of sessions within them, and writes it down.
interface Report {

    /// One session.
    void session(SessionReport session) throws IOException;

    /// A file that was not understood.
    void unreadable(String file, String reason) throws IOException;

    /// The end of the scan.
    void end(Totals totals) throws IOException;

    /// Whether it shows the steps that findings rest on.
    default boolean showsSteps() {
        return false;
    }
}
