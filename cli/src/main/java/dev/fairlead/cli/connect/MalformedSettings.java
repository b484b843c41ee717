package dev.fairlead.cli.connect;

import java.io.IOException;

/// A file of settings that cannot be changed safely, since it is not what it should be.
final class MalformedSettings extends IOException {

    private static final long serialVersionUID = 1;

    MalformedSettings(String message) {
        super(message);
    }
}
