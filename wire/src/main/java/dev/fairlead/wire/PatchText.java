package dev.fairlead.wire;

import dev.fairlead.core.event.Action.FilePatch;
import dev.fairlead.core.event.Action.FilePatch.Kind;
import java.util.ArrayList;
import java.util.List;

/// Reads the patch format that Codex brought in and other agents took over, leniently: what the agent wrote, whether or
/// not it can be applied.
///
/// Of an update, the lines taken out and put in are kept, and before each block of them the one line that stands
/// before it in the patch, on both sides: the same change in two places differs.
public final class PatchText {

    private static final String BEGIN = "*** Begin Patch";
    private static final String END = "*** End Patch";
    private static final String ADD = "*** Add File: ";
    private static final String UPDATE = "*** Update File: ";
    private static final String DELETE = "*** Delete File: ";
    private static final String MOVE = "*** Move to: ";

    private final List<FilePatch> files = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> added = new ArrayList<>();
    private String path = "";
    private Kind kind = Kind.UPDATE;
    private String before = "";
    private boolean isInBlock;

    private PatchText() {}

    /// The files that a patch changes, in its order; empty where the text holds no patch. A moved file is one that
    /// goes away and one that is changed.
    public static List<FilePatch> read(String text) {
        int begin = text.indexOf(BEGIN);
        if (begin < 0) {
            return List.of();
        }
        PatchText patch = new PatchText();
        for (String line : text.substring(begin).lines().toList()) {
            if (line.startsWith(END)) {
                break;
            }
            patch.take(line);
        }
        patch.close();
        return patch.files;
    }

    private void take(String line) {
        if (line.startsWith(ADD)) {
            open(line.substring(ADD.length()), Kind.ADD);
        } else if (line.startsWith(UPDATE)) {
            open(line.substring(UPDATE.length()), Kind.UPDATE);
        } else if (line.startsWith(DELETE)) {
            open(line.substring(DELETE.length()), Kind.DELETE);
        } else if (line.startsWith(MOVE) && !path.isEmpty()) {
            files.add(new FilePatch(path, Kind.DELETE, "", ""));
            path = line.substring(MOVE.length()).strip();
        } else if (line.startsWith("@@")) {
            before = line.substring(2).strip();
            isInBlock = false;
        } else if (line.startsWith("+") || line.startsWith("-")) {
            change(line);
        } else if (!line.startsWith("*** ")) {
            before = line.isEmpty() ? "" : line.substring(1);
            isInBlock = false;
        }
    }

    private void open(String next, Kind nextKind) {
        close();
        path = next.strip();
        kind = nextKind;
    }

    private void change(String line) {
        if (!isInBlock && kind == Kind.UPDATE && !before.isEmpty()) {
            removed.add(before);
            added.add(before);
        }
        isInBlock = true;
        (line.charAt(0) == '+' ? added : removed).add(line.substring(1));
    }

    private void close() {
        if (!path.isEmpty()) {
            files.add(new FilePatch(path, kind, String.join("\n", removed), String.join("\n", added)));
        }
        removed.clear();
        added.clear();
        path = "";
        before = "";
        isInBlock = false;
    }
}
