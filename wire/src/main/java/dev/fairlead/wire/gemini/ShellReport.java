package dev.fairlead.wire.gemini;

import java.util.OptionalInt;

/// What the client's shell tool answers, out of its envelope: the client writes a line for the output, the error, the
/// exit status, the signal and the process group each, and leaves some out where there is nothing to say.
///
/// The process group is another at every run, so that two answers that say the same would differ by it.
///
/// @param text what was printed, and what the client says beyond it
record ShellReport(String text, OptionalInt exitStatus) {

    private static final String EXIT = "Exit Code: ";
    private static final String GROUP = "Process Group PGID: ";
    private static final String[] FOOT = {EXIT, GROUP, "Signal: ", "Error: ", "Background PIDs: ", "Stderr: "};
    private static final String[] HEADS = {"Output: ", "Stdout: "};
    private static final int LONGEST_FOOT = 12;

    /// Takes the envelope off, where there is one.
    static ShellReport read(String answer) {
        boolean isReport = answer.startsWith("Output: ") || answer.startsWith("Command: ");
        if (!isReport) {
            return new ShellReport(answer, OptionalInt.empty());
        }
        int group = answer.lastIndexOf("\n" + GROUP);
        int groupEnd = group < 0 ? answer.length() : answer.indexOf('\n', group + 1);
        int end = groupEnd < 0 ? answer.length() : groupEnd;
        String added = answer.substring(end);
        OptionalInt status = OptionalInt.empty();
        StringBuilder said = new StringBuilder();
        String body = answer.substring(0, end);
        for (int i = 0; i < LONGEST_FOOT; i++) {
            int feed = body.lastIndexOf('\n');
            String line = body.substring(feed + 1);
            if (feed < 0 || !startsWithAny(line, FOOT)) {
                break;
            }
            if (line.startsWith(EXIT)) {
                status = number(line.substring(EXIT.length()));
            } else if (!line.endsWith(": (none)") && !line.endsWith(": (empty)") && !line.startsWith(GROUP)) {
                said.insert(0, "\n" + line);
            }
            body = body.substring(0, feed);
        }
        return new ShellReport(withoutHead(body) + said + added, status);
    }

    private static String withoutHead(String body) {
        for (String head : HEADS) {
            int from = body.startsWith(head) ? 0 : body.indexOf("\n" + head) + 1;
            if (from > 0 || body.startsWith(head)) {
                String output = body.substring(from + head.length());
                return output.equals("(empty)") ? "" : output;
            }
        }
        return body;
    }

    private static boolean startsWithAny(String line, String[] heads) {
        for (String head : heads) {
            if (line.startsWith(head)) {
                return true;
            }
        }
        return false;
    }

    private static OptionalInt number(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException none) {
            return OptionalInt.empty();
        }
    }
}
