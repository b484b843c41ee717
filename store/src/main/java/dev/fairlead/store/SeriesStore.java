package dev.fairlead.store;

import dev.fairlead.core.event.SessionId;
import java.util.List;

/// What agents changed in the code, over time.
public interface SeriesStore {

    /// The most changes of one session that are told at once.
    int MOST = 5_000;

    /// What a session changed, in order; [#MOST] at most.
    List<CodeChange> of(SessionId session, Channel channel);

    /// Changes, the latest first. `text` looks at paths.
    Page<CodeChange> changes(Filter filter);

    /// What each agent, model, version and repository changed, the most lines first.
    List<Total> totals(Filter filter);

    /// What each agent changed day by day, in order.
    List<Day> days(Filter filter);

    /// Changes of one kind, added up.
    record Total(
            String agent,
            String model,
            String version,
            String repository,
            long sessions,
            long changes,
            CodeChange.Sums sums) {}

    /// One agent's day.
    ///
    /// @param day counted from 1970-01-01 in UTC
    record Day(String agent, long day, long changes, CodeChange.Sums sums) {}
}
