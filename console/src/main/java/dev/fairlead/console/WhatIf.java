package dev.fairlead.console;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.decide.Attempt;
import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.session.Session;
import dev.fairlead.store.Filter;
import dev.fairlead.store.SessionStore;
import dev.fairlead.store.SessionSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides about the calls of stored sessions once more, by the policy in force and by another, and tells which answers
/// would be others. It looks at the latest sessions, until there are [#MOST_CALLS] calls or time runs out.
final class WhatIf {

    static final int MOST_CALLS = 20_000;
    static final int MOST_CHANGES = 200;

    private static final int PAGE = 1_000;
    private static final int LONGEST = 300;

    private final SessionStore store;
    private final Gate before;
    private final Gate after;
    private final long end;
    private final List<PolicyPage.Changed> changes = new ArrayList<>();
    private long sessions;
    private long calls;
    private long more;
    private boolean isCut;

    /// @param end when to stop, by [System#nanoTime]
    WhatIf(SessionStore store, Policy before, Policy after, long end) {
        this.store = store;
        this.before = Gate.over(before);
        this.after = Gate.over(after);
        this.end = end;
    }

    PolicyPage.WhatIf run(PolicyPage.Editor editor, Filter filter) {
        for (SessionSummary each : store.sessions(filter.limit(Filter.MOST)).items()) {
            if (calls >= MOST_CALLS || System.nanoTime() > end) {
                isCut = true;
                break;
            }
            replay(each);
        }
        return new PolicyPage.WhatIf(editor, sessions, calls, changes, more, isCut);
    }

    private void replay(SessionSummary summary) {
        sessions++;
        Session session = Session.fresh(summary.session());
        Context known = new Context(
                Optional.of(summary.agent()),
                summary.repository(),
                Optional.empty(),
                summary.person(),
                Event.NO_TIME,
                summary.session().value().contains("/"));
        List<Event> page = store.events(summary.session(), summary.channel(), 0, PAGE);
        while (!page.isEmpty() && System.nanoTime() < end) {
            for (Event event : page) {
                session = session.after(event);
                if (event.what() instanceof Happening.ToolCalled called) {
                    compare(summary, event, called, Attempt.of(event, called, session, known));
                }
            }
            page = store.events(
                    summary.session(), summary.channel(), page.getLast().sequence() + 1, PAGE);
        }
    }

    private void compare(SessionSummary summary, Event event, Happening.ToolCalled called, Attempt attempt) {
        calls++;
        Ruling then = before.decide(attempt);
        Ruling now = after.decide(attempt);
        if (then.answer() == now.answer()) {
            return;
        }
        if (changes.size() == MOST_CHANGES) {
            more++;
            return;
        }
        String command = Tellings.argument(called);
        Ruling stricter = now.answer() == Answer.ALLOW ? then : now;
        changes.add(new PolicyPage.Changed(
                called.tool(),
                command.length() <= LONGEST ? command : command.substring(0, LONGEST) + "…",
                FindingCard.code(then.answer()),
                FindingCard.code(now.answer()),
                stricter.heard().isEmpty()
                        ? ""
                        : stricter.heard().getFirst().rule() + ": "
                                + stricter.heard().getFirst().reason(),
                Addresses.step(summary.session(), summary.channel(), event.sequence())));
    }
}
