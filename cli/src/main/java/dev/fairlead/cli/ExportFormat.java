package dev.fairlead.cli;

import dev.fairlead.wire.Exporter;
import dev.fairlead.wire.events.EventWriter;
import java.io.Writer;

/// The neutral formats that `fairlead export` writes.
enum ExportFormat {
    /// Our own events, one a line; Fairlead reads them back exactly.
    EVENTS;

    /// A writer of this format.
    Exporter to(Writer target) {
        return switch (this) {
            case EVENTS -> new EventWriter(target);
        };
    }
}
