package dev.fairlead.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Sums up how people decide.
final class Reviews {

    private Reviews() {}

    /// One vote.
    ///
    /// @param taken from question to answer
    record Review(String person, boolean granted, Duration taken, boolean isCanary) {

        static Review read(Row row) throws SQLException {
            return new Review(
                    row.text("person"),
                    row.flag("granted"),
                    Duration.between(row.time("asked_at"), row.time("at")),
                    row.flag("is_canary"));
        }
    }

    /// The reviewers in order of their names.
    static List<ApprovalStore.Reviewer> of(List<Review> reviews) {
        SortedMap<String, List<Review>> byPerson = new TreeMap<>();
        for (Review each : reviews) {
            byPerson.computeIfAbsent(each.person(), _ -> new ArrayList<>()).add(each);
        }
        return byPerson.values().stream().map(Reviews::reviewer).toList();
    }

    private static ApprovalStore.Reviewer reviewer(List<Review> own) {
        List<Duration> taken = own.stream().map(Review::taken).sorted().toList();
        List<Review> canaries = own.stream().filter(Review::isCanary).toList();
        long approved = own.stream().filter(Review::granted).count();
        return new ApprovalStore.Reviewer(
                own.getFirst().person(),
                approved,
                own.size() - approved,
                taken.get((taken.size() - 1) / 2),
                canaries.size(),
                canaries.stream().filter(Review::granted).count());
    }
}
