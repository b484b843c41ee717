package dev.fairlead.console;

/// What the console answers.
sealed interface Answered {

    /// A page, or a part of one.
    record Page(int status, String markup) implements Answered {
        Page(String markup) {
            this(200, markup);
        }
    }

    /// Another place.
    record Elsewhere(String address) implements Answered {}

    /// Something to be kept in a file.
    record Download(String name, String type, String text) implements Answered {}

    /// What was asked for is not there.
    record Missing(String what) implements Answered {}
}
