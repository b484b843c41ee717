package dev.fairlead.store;

import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.events.EventLine;
import dev.fairlead.wire.events.EventWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One batch of entries on its way into the tables, within one transaction.
///
/// Sessions are written last and in the order of their names, so that two writers never wait for each other
/// in a ring.
final class Appending {

    private static final String EVENT = """
            insert into events (session, channel, sequence, at, kind, body) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String FINDING = """
            insert into findings (session, channel, sequence, ordinal, at, detector, misbehaviour, severity, confidence,
                claim, remedy, evidence)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String DECISION = """
            insert into decisions (session, call_id, at, tool, answer, rules, reason, policy)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (session, call_id, at) do update set tool = excluded.tool, answer = excluded.answer,
                rules = excluded.rules, reason = excluded.reason, policy = excluded.policy
            """;
    private static final String INTERVENTION = """
            insert into interventions (id, session, agent, detector, misbehaviour, rung, told, about, state, outcome, arm,
                decided_at, delivered_sequence, delivered_at, tokens_before, failures_before, tokens_after,
                failures_after)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set rung = excluded.rung, told = excluded.told, state = excluded.state,
                outcome = excluded.outcome, delivered_sequence = excluded.delivered_sequence,
                delivered_at = excluded.delivered_at, tokens_after = excluded.tokens_after,
                failures_after = excluded.failures_after
            """;

    private final Connection connection;
    private final SortedMap<Growth.Key, Growth> growths = new TreeMap<>();
    private int added;

    private Appending(Connection connection) {
        this.connection = connection;
    }

    /// Appends entries.
    static SessionStore.Taken append(Connection connection, List<Entry> entries) throws SQLException {
        Appending batch = new Appending(connection);
        batch.events(of(Entry.Happened.class, entries));
        batch.findings(of(Entry.Found.class, entries));
        for (Entry.Introduced introduced : of(Entry.Introduced.class, entries)) {
            batch.growth(introduced.session(), introduced.channel()).add(introduced);
            batch.added++;
        }
        batch.decisions(of(Entry.Ruled.class, entries));
        batch.interventions(of(Entry.Intervened.class, entries));
        List<Entry.Reviewed> reviewed = of(Entry.Reviewed.class, entries);
        SqlSeries.append(connection, reviewed);
        batch.added += reviewed.size();
        Growth.write(connection, batch.growths);
        return new SessionStore.Taken(batch.added, entries.size() - batch.added);
    }

    private static <E extends Entry> List<E> of(Class<E> kind, List<Entry> entries) {
        List<E> found = new ArrayList<>();
        for (Entry each : entries) {
            if (kind.isInstance(each)) {
                found.add(kind.cast(each));
            }
        }
        return found;
    }

    private void events(List<Entry.Happened> happened) throws SQLException {
        if (happened.isEmpty()) {
            return;
        }
        int[] sizes = new int[happened.size()];
        try (PreparedStatement insert = connection.prepareStatement(EVENT)) {
            for (int i = 0; i < sizes.length; i++) {
                Entry.Happened each = happened.get(i);
                Event event = each.event();
                String body = EventLine.write(event);
                sizes[i] = body.length();
                Query.fill(
                        insert,
                        event.session().value(),
                        each.channel(),
                        event.sequence(),
                        event.at(),
                        EventWriter.kind(event.what()),
                        body);
                insert.addBatch();
            }
            int[] changed = insert.executeBatch();
            for (int i = 0; i < sizes.length; i++) {
                if (isAdded(changed[i])) {
                    Entry.Happened each = happened.get(i);
                    growth(each.event().session(), each.channel()).add(each, sizes[i]);
                }
            }
        }
    }

    private void findings(List<Entry.Found> found) throws SQLException {
        if (found.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(FINDING)) {
            for (Entry.Found each : found) {
                Finding finding = each.finding();
                Query.fill(
                        insert,
                        each.session().value(),
                        each.channel(),
                        each.sequence(),
                        each.ordinal(),
                        each.at(),
                        finding.detector(),
                        finding.misbehaviour().code(),
                        Ranks.of(finding.severity()),
                        finding.confidence(),
                        finding.claim(),
                        finding.remedy(),
                        FindingText.evidence(finding.evidence()));
                insert.addBatch();
            }
            int[] changed = insert.executeBatch();
            for (int i = 0; i < changed.length; i++) {
                if (isAdded(changed[i])) {
                    growth(found.get(i).session(), found.get(i).channel()).add(found.get(i));
                }
            }
        }
    }

    private boolean isAdded(int changed) {
        added += changed == 0 ? 0 : 1;
        return changed != 0;
    }

    private void decisions(List<Entry.Ruled> ruled) throws SQLException {
        if (ruled.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(DECISION)) {
            for (Entry.Ruled each : ruled) {
                GateDecision decision = each.decision();
                Query.fill(
                        insert,
                        decision.session().value(),
                        decision.call().value(),
                        decision.at(),
                        decision.tool(),
                        decision.answer(),
                        Texts.list(decision.rules()),
                        decision.reason(),
                        decision.policy());
                insert.addBatch();
            }
            insert.executeBatch();
            added += ruled.size();
        }
    }

    private void interventions(List<Entry.Intervened> intervened) throws SQLException {
        if (intervened.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INTERVENTION)) {
            for (Entry.Intervened each : intervened) {
                fill(insert, each.intervention());
                insert.addBatch();
            }
            insert.executeBatch();
            added += intervened.size();
        }
    }

    private static void fill(PreparedStatement insert, Intervention each) throws SQLException {
        Query.fill(
                insert,
                each.id(),
                each.session().value(),
                each.agent(),
                each.detector(),
                each.misbehaviour().code(),
                each.rung(),
                each.text(),
                each.about(),
                each.state(),
                each.outcome(),
                each.arm(),
                each.decidedAt(),
                each.delivery().map(Intervention.Delivery::sequence).orElse(-1L),
                Times.of(each.delivery().map(Intervention.Delivery::at)),
                each.before().tokens(),
                each.before().failures(),
                each.after().tokens(),
                each.after().failures());
    }

    private Growth growth(SessionId session, Channel channel) {
        return growths.computeIfAbsent(new Growth.Key(session, channel), _ -> new Growth());
    }
}
