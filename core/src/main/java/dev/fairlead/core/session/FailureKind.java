package dev.fairlead.core.session;

/// Why a tool call did not do what it was called for.
public enum FailureKind {
    /// The text to replace is not in the file.
    EDIT_TEXT_NOT_FOUND("edit text not found", true),
    /// The text to replace is in the file more than once.
    EDIT_TEXT_AMBIGUOUS("edit text ambiguous", true),
    /// The text to replace and its replacement are the same.
    EDIT_WITHOUT_CHANGE("edit without a change", true),
    /// A file was to be changed that the agent had not read.
    FILE_NOT_READ("file not read first", true),
    /// The file changed since the agent read it.
    STALE_FILE("file changed since it was read", true),
    /// A file or folder that the call names does not exist.
    NO_SUCH_PATH("no such path", true),
    /// A folder where the tool takes a file, or a file where it takes a folder.
    WRONG_KIND_OF_PATH("not a file of the kind that the tool takes", true),
    /// The agent has no such tool or skill.
    NO_SUCH_TOOL("no such tool", true),
    /// The shell knows no such command.
    NO_SUCH_COMMAND("no such command", true),
    /// The program knows no such flag, argument or subcommand.
    NO_SUCH_FLAG("no such flag or argument", true),
    /// The arguments are malformed or one is missing, or the command line is no valid shell.
    BAD_ARGUMENTS("malformed or missing arguments", true),
    /// What was asked for is more than the tool gives at once.
    TOO_LARGE("too large", true),
    /// Tests ran and failed.
    TEST_FAILED("failing tests", false),
    /// A build failed.
    BUILD_FAILED("failing build", false),
    /// A linter or type checker found something.
    LINT_FAILED("lint findings", false),
    /// A search or a comparison that found nothing, which is an answer.
    NOTHING_FOUND("nothing found", false),
    /// A person said no.
    REFUSED("refused by a person", false),
    /// A hook, policy or permission setting said no.
    DENIED("denied", false),
    /// A person stopped it.
    INTERRUPTED("interrupted", false),
    /// It never ran.
    SKIPPED("skipped", false),
    /// It ran out of time.
    TIMED_OUT("timed out", false),
    /// A host could not be reached or answered with an error.
    NETWORK("network fault", false),
    /// The operating system did not allow it.
    PERMISSION("permission denied", false),
    /// Anything else that went wrong.
    OTHER("failed", false);

    private final String words;
    private final boolean isAgentsFault;

    FailureKind(String words, boolean isAgentsFault) {
        this.words = words;
        this.isAgentsFault = isAgentsFault;
    }

    /// The kind in words for a person.
    public String words() {
        return words;
    }

    /// Whether the call failed because of how the agent made it, rather than what it was used on.
    public boolean isAgentsFault() {
        return isAgentsFault;
    }

    /// Whether somebody or something kept the call from running, so that it says nothing about the agent's skill.
    public boolean wasKeptFromRunning() {
        return this == REFUSED || this == DENIED || this == INTERRUPTED || this == SKIPPED;
    }

    /// Whether a program that was named did not run for its want, for the way it was named, or for the machine's sake:
    /// what it would have said is not known.
    public boolean saysNothingOfTheProgram() {
        return switch (this) {
            case NO_SUCH_PATH,
                    WRONG_KIND_OF_PATH,
                    NO_SUCH_TOOL,
                    NO_SUCH_COMMAND,
                    NO_SUCH_FLAG,
                    BAD_ARGUMENTS,
                    PERMISSION,
                    NETWORK -> true;
            case EDIT_TEXT_NOT_FOUND,
                    EDIT_TEXT_AMBIGUOUS,
                    EDIT_WITHOUT_CHANGE,
                    FILE_NOT_READ,
                    STALE_FILE,
                    TOO_LARGE,
                    NOTHING_FOUND,
                    TEST_FAILED,
                    BUILD_FAILED,
                    LINT_FAILED,
                    REFUSED,
                    DENIED,
                    INTERRUPTED,
                    SKIPPED,
                    TIMED_OUT,
                    OTHER -> wasKeptFromRunning();
        };
    }
}
