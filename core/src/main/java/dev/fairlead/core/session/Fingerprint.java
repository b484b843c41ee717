package dev.fairlead.core.session;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Happening.ToolCalled;
import java.util.Optional;

/// The digest of what a call asks for: its tool and its arguments, however they were ordered and spaced.
final class Fingerprint {

    private Fingerprint() {}

    /// @param directory where the agent works: `cd` to it is left out of a command line
    static long of(ToolCalled called, Optional<String> directory) {
        long tool = Digest.of(called.tool());
        if (called.action() instanceof Action.Command command) {
            String line = withoutLeadingMove(spaced(command.line()), directory);
            return Digest.join(
                    Digest.join(tool, Digest.of(line)),
                    Digest.of(command.directory().orElse("")));
        }
        return Digest.join(tool, Digest.of(called.arguments()));
    }

    /// The line with every run of blanks as one blank.
    private static String spaced(String line) {
        String stripped = line.strip();
        if (!stripped.contains("  ") && stripped.indexOf('\t') < 0) {
            return stripped;
        }
        StringBuilder spaced = new StringBuilder(stripped.length());
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i) == '\t' ? ' ' : stripped.charAt(i);
            if (c != ' ' || spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(c);
            }
        }
        return spaced.toString();
    }

    private static String withoutLeadingMove(String line, Optional<String> directory) {
        if (directory.isEmpty() || !line.startsWith("cd ")) {
            return line;
        }
        String move = "cd " + directory.get() + " && ";
        return line.startsWith(move) ? line.substring(move.length()) : line;
    }
}
