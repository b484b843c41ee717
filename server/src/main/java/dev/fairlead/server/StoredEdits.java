package dev.fairlead.server;

import dev.fairlead.code.change.EditedFile;
import dev.fairlead.code.change.FileChange;
import dev.fairlead.code.review.Review;
import dev.fairlead.code.review.Reviewer;
import dev.fairlead.code.syntax.Parser;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.server.CodeRecords.Maker;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Entry;
import dev.fairlead.wire.git.Checkout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reviews the edits of sessions that agents have stored, each by itself: what the files held is not known any more.
///
/// Of at most [#OPEN] sessions the beginning is remembered, and of each at most [#WAITING] calls without an answer.
public final class StoredEdits implements Consumer<Event> {

    static final int OPEN = 64;
    static final int WAITING = 48;

    private final Reviewer reviewer;
    private final boolean redacts;
    private final Consumer<Entry> target;
    private final Map<SessionId, Open> sessions = new LinkedHashMap<>(16, 0.75f, true);
    private long reviewed;

    /// @param parser stays open
    /// @param redacts whether secrets are taken out of what is quoted
    public StoredEdits(Parser parser, boolean redacts, Consumer<Entry> target) {
        this.reviewer = new Reviewer(parser);
        this.redacts = redacts;
        this.target = target;
    }

    /// What is known of a session so far.
    private static final class Open {
        private String agent = "";
        private String version = "";
        private String model = "";
        private String directory = "";
        private String repository = "";
        private final Map<CallId, Waiting> waiting = new LinkedHashMap<>();
    }

    private record Waiting(long sequence, Action action) {}

    @Override
    public void accept(Event event) {
        Open session = sessions.computeIfAbsent(event.session(), _ -> new Open());
        sessions.keySet().removeIf(each -> sessions.size() > OPEN && !each.equals(event.session()));
        switch (event.what()) {
            case Happening.SessionStarted started -> {
                session.agent = started.agent();
                started.version().ifPresent(each -> session.version = each);
                started.directory().ifPresent(each -> moved(session, each));
            }
            case Happening.DirectoryChanged moved -> moved(session, moved.directory());
            case Happening.TokensUsed used -> session.model = used.model().isEmpty() ? session.model : used.model();
            case Happening.ToolCalled called -> {
                if (!EditedFile.of(called.action()).isEmpty()) {
                    session.waiting.put(called.call(), new Waiting(event.sequence(), called.action()));
                    session.waiting
                            .keySet()
                            .removeIf(each -> session.waiting.size() > WAITING && !each.equals(called.call()));
                }
            }
            case Happening.ToolReturned returned ->
                Optional.ofNullable(session.waiting.remove(returned.call()))
                        .filter(each -> returned.outcome().hasWorked())
                        .ifPresent(each -> review(session, each, event));
            default -> {} // nothing else changes files by itself
        }
    }

    /// The first folder is the one that paths are told from.
    private static void moved(Open session, String directory) {
        if (session.directory.isEmpty()) {
            session.directory = directory;
            session.repository = Checkout.around(directory).map(Checkout::name).orElseGet(() -> last(directory));
        }
    }

    private static String last(String path) {
        String plain = path.replace('\\', '/').replaceFirst("/$", "");
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private void review(Open session, Waiting call, Event event) {
        List<EditedFile> files = EditedFile.of(call.action());
        for (int i = 0; i < files.size(); i++) {
            EditedFile file = files.get(i);
            FileChange change = file.change(shown(file.path(), session.directory), Optional.empty(), Optional.empty());
            Review review = reviewer.review(List.of(change), List.of(), Optional.empty());
            Maker maker = new Maker(
                    Channel.FILE,
                    event.session(),
                    call.sequence(),
                    i,
                    event.at(),
                    session.agent,
                    session.model,
                    session.version,
                    session.repository);
            target.accept(new Entry.Reviewed(CodeRecords.of(maker, change, review, redacts)));
            reviewed++;
        }
    }

    private static String shown(String path, String directory) {
        String plain = path.replace('\\', '/');
        String folder = directory.replace('\\', '/') + "/";
        return folder.length() > 1 && plain.startsWith(folder) ? plain.substring(folder.length()) : plain;
    }

    /// How many changes of files were reviewed.
    public long reviewed() {
        return reviewed;
    }
}
