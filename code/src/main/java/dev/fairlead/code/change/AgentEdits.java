package dev.fairlead.code.change;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The edits that sessions made, told from their events. Edits that failed or were refused are left out.
///
/// At most [#MOST_TEXT] characters of inserted text are kept; what comes after is counted.
public final class AgentEdits implements Consumer<Event> {

    /// The most characters that are kept of all edits together.
    public static final int MOST_TEXT = 64 << 20;

    private static final int LONGEST_REQUEST = 200;

    private final Map<SessionId, Open> sessions = new HashMap<>();
    private final List<Insertion> insertions = new ArrayList<>();
    private long kept;
    private long leftOut;

    /// An edit of one file.
    ///
    /// @param path as the agent named it
    /// @param before what was taken out; empty where the whole file was written
    /// @param after what was put in
    public record Insertion(String path, String before, String after, Authorship by) {

        /// The change that this was, as far as it is known: of a part of the file.
        public FileChange change() {
            return Changes.of(List.of(new Changes.Pair(path, Optional.empty(), before, after)))
                    .getFirst();
        }
    }

    /// What is known of a session so far.
    private static final class Open {
        private String agent = "unknown";
        private String model = "";
        private String request = "";
        private final Map<CallId, List<Insertion>> waiting = new HashMap<>();
    }

    @Override
    public void accept(Event event) {
        Open session = sessions.computeIfAbsent(event.session(), id -> new Open());
        switch (event.what()) {
            case Happening.SessionStarted started -> session.agent = started.agent();
            case Happening.TokensUsed used -> session.model = used.model();
            case Happening.TaskGiven task -> session.request = shortened(task.text());
            case Happening.ToolCalled called -> {
                List<Insertion> made = insertions(event, session, called.action());
                if (!made.isEmpty()) {
                    session.waiting.put(called.call(), made);
                }
            }
            case Happening.ToolReturned returned ->
                Optional.ofNullable(session.waiting.remove(returned.call()))
                        .filter(made -> returned.outcome().hasWorked())
                        .ifPresent(made -> made.forEach(this::keep));
            default -> {} // nothing else changes files by itself
        }
    }

    private static List<Insertion> insertions(Event event, Open session, Action action) {
        Authorship by = new Authorship(
                event.session(),
                session.agent,
                session.model,
                event.sequence(),
                event.origin(),
                event.at(),
                session.request);
        return switch (action) {
            case Action.Edit edit ->
                edit.replacements().stream()
                        .map(each -> new Insertion(edit.path(), each.before(), each.after(), by))
                        .toList();
            case Action.Write write -> List.of(new Insertion(write.path(), "", write.content(), by));
            case Action.Patch patch ->
                patch.files().stream()
                        .map(each -> new Insertion(each.path(), each.removed(), each.added(), by))
                        .toList();
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

    private void keep(Insertion insertion) {
        kept += insertion.after().length();
        if (kept > MOST_TEXT) {
            leftOut++;
        } else {
            insertions.add(insertion);
        }
    }

    private static String shortened(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() <= LONGEST_REQUEST ? line : line.substring(0, LONGEST_REQUEST) + "…";
    }

    /// All edits so far, in the order in which they were told.
    public List<Insertion> insertions() {
        return List.copyOf(insertions);
    }

    /// How many edits were left out because there were too many.
    public long leftOut() {
        return leftOut;
    }
}
