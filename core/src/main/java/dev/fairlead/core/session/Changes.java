package dev.fairlead.core.session;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Action.FilePatch;
import dev.fairlead.core.event.Action.Replacement;
import java.util.ArrayList;
import java.util.List;

/// Works out what a call changes in files, before its long texts are let go.
final class Changes {

    /// The most files that are kept of one patch.
    private static final int MOST_FILES = 12;

    private Changes() {}

    /// What a call changes if it succeeds; empty for calls that change no file by themselves.
    static List<FileChange> of(Action action) {
        return switch (action) {
            case Action.Write write ->
                List.of(new FileChange(write.path(), FileChange.Kind.WRITE, Digest.of(write.content())));
            case Action.Edit edit ->
                List.of(new FileChange(edit.path(), FileChange.Kind.EDIT, sum(edit.replacements())));
            case Action.Patch patch -> {
                List<FileChange> changes = new ArrayList<>();
                for (FilePatch file : most(patch.files())) {
                    changes.add(of(file));
                }
                yield changes;
            }
            case Action.Command _,
                    Action.Read _,
                    Action.Search _,
                    Action.Fetch _,
                    Action.Delegate _,
                    Action.Poll _,
                    Action.Ask _,
                    Action.Plan _,
                    Action.Other _ -> List.of();
        };
    }

    /// The action with its long texts cut, so that remembering it costs little.
    static Action abridged(Action action) {
        return switch (action) {
            case Action.Write write -> new Action.Write(Call.kept(write.path()), cut(write.content()));
            case Action.Command command ->
                new Action.Command(
                        cut(command.line(), Call.KEPT_COMMAND),
                        command.directory().map(Call::kept));
            case Action.Edit edit -> new Action.Edit(Call.kept(edit.path()), List.of());
            case Action.Patch patch -> new Action.Patch(abridged(patch.files()));
            case Action.Delegate delegate -> new Action.Delegate(cut(delegate.task()));
            case Action.Ask ask -> new Action.Ask(cut(ask.question()));
            case Action.Search search ->
                new Action.Search(cut(search.pattern()), search.path().map(Call::kept));
            case Action.Fetch fetch -> new Action.Fetch(cut(fetch.target()));
            case Action.Poll poll -> new Action.Poll(cut(poll.target()));
            case Action.Read read -> new Action.Read(Call.kept(read.path()));
            case Action.Plan _, Action.Other _ -> action;
        };
    }

    private static List<FilePatch> abridged(List<FilePatch> files) {
        List<FilePatch> kept = new ArrayList<>();
        for (FilePatch file : most(files)) {
            kept.add(new FilePatch(Call.kept(file.path()), file.kind(), "", ""));
        }
        return kept;
    }

    private static List<FilePatch> most(List<FilePatch> files) {
        return files.subList(0, Math.min(files.size(), MOST_FILES));
    }

    private static FileChange of(FilePatch file) {
        return switch (file.kind()) {
            case ADD -> new FileChange(file.path(), FileChange.Kind.WRITE, Digest.of(file.added()));
            case UPDATE ->
                new FileChange(file.path(), FileChange.Kind.EDIT, Digest.of(file.added()) - Digest.of(file.removed()));
            case DELETE -> new FileChange(file.path(), FileChange.Kind.DELETE, Digest.EMPTY);
        };
    }

    private static long sum(List<Replacement> replacements) {
        long sum = 0;
        for (Replacement replacement : replacements) {
            sum += delta(replacement.before(), replacement.after());
        }
        return sum;
    }

    /// The digest of what an edit puts in less that of what it takes out. Lines that both sides begin or end with
    /// are left out, all but the nearest on each side, which tells the same change in two places apart.
    private static long delta(String before, String after) {
        int shared = Math.min(before.length(), after.length());
        int head = 0;
        while (head < shared && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shared - head
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        int from = lineStart(before, head);
        int beforeEnd = lineEnd(before, before.length() - tail);
        int afterEnd = lineEnd(after, after.length() - tail);
        return Digest.of(after.substring(from, afterEnd)) - Digest.of(before.substring(from, beforeEnd));
    }

    private static int lineStart(String text, int at) {
        int start = text.lastIndexOf('\n', at - 1);
        return start <= 0 ? Math.max(start, 0) : Math.max(text.lastIndexOf('\n', start - 1), 0);
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        int next = end < 0 ? -1 : text.indexOf('\n', end + 1);
        return next < 0 ? text.length() : next;
    }

    private static String cut(String text) {
        return cut(text, Call.KEPT);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
