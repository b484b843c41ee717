package dev.fairlead.code.report;

/// Says that a report is not in the form that its name or its beginning promises.
public final class MalformedReport extends Exception {

    private static final long serialVersionUID = 1;

    /// @param message what is wrong, for a person
    MalformedReport(String message) {
        super(message);
    }
}
