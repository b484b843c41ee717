package dev.fairlead.store;

import dev.fairlead.core.event.SessionId;
import java.time.Instant;
import java.util.List;

/// Keeps what people say of findings, and the searches that they come back to.
public interface LabelStore {

    /// Writes a label down; one of the same person about the same finding is replaced.
    void label(Label label);

    /// Labels of one session, in the order of its findings.
    List<Label> of(SessionId session, Channel channel);

    /// Labels, the latest first. `state` is that of [Label.Verdict]; `text` looks at reasons.
    Page<Label> labels(Filter filter);

    /// How far people agree with each detector, in the order of their ids.
    List<Agreement> agreement();

    /// What people said of one detector's findings.
    record Agreement(String detector, long right, long wrong, long debatable) {

        /// All who said something definite.
        public long settled() {
            return right + wrong;
        }
    }

    /// Keeps a search under a name; one of that name is replaced.
    void keep(View view);

    /// Lets go of a search.
    void drop(String name);

    /// The searches that are kept, in the order of their names.
    List<View> views();

    /// A search that somebody keeps.
    ///
    /// @param query the part of the page's address behind the question mark
    record View(String name, String query, String person, Instant at) {

        /// The longest name, in characters.
        public static final int NAME = 60;
    }
}
