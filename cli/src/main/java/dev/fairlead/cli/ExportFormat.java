package dev.fairlead.cli;

import dev.fairlead.wire.Exporter;
import dev.fairlead.wire.events.EventWriter;
import dev.fairlead.wire.export.AtifWriter;
import dev.fairlead.wire.export.OtlpWriter;
import java.io.Writer;
import java.util.Locale;

/// The neutral formats that `fairlead export` writes.
enum ExportFormat {
    /// Our own events, one a line; Fairlead reads them back exactly.
    EVENTS,
    /// Trajectories of ATIF 1.7, one a line.
    ATIF,
    /// Traces with the names of the GenAI conventions, one export request a line.
    OTLP;

    /// A writer of this format.
    Exporter to(Writer target) {
        return switch (this) {
            case EVENTS -> new EventWriter(target);
            case ATIF -> new AtifWriter(target);
            case OTLP -> new OtlpWriter(target);
        };
    }

    /// The name as a person types it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
