package dev.fairlead.store;

import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.SessionId;
import java.time.Instant;
import java.util.Optional;

/// What a query asks for. What does not apply to what is asked for is not looked at: audit entries have no
/// class.
///
/// @param severity the least that is wanted; of sessions, of their worst finding
/// @param state as the thing itself names its states, in lower case, such as `pending`
/// @param since from then on
/// @param until before then
/// @param text in a session's task, a finding's claim, a decision's reason and the like; small and capital
///     letters of ASCII are the same
/// @param limit the most items of one page, from 1 to [#MOST]
/// @param cursor where the page before ended
public record Filter(
        Optional<Channel> channel,
        Optional<String> agent,
        Optional<String> model,
        Optional<String> person,
        Optional<Misbehaviour> misbehaviour,
        Optional<Severity> severity,
        Optional<String> repository,
        Optional<SessionId> session,
        Optional<String> state,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<String> text,
        int limit,
        Optional<String> cursor) {

    /// The most items of one page.
    public static final int MOST = 1_000;

    /// Everything, in pages of 100.
    public static final Filter ALL = new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            100,
            Optional.empty());

    public Filter {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit %d is not from 1 to %d".formatted(limit, MOST));
        }
    }

    /// What is of one session.
    public static Filter of(SessionId session) {
        return ALL.session(session);
    }

    /// Only what came this way.
    public Filter channel(Channel wanted) {
        return new Filter(
                Optional.of(wanted),
                agent,
                model,
                person,
                misbehaviour,
                severity,
                repository,
                session,
                state,
                since,
                until,
                text,
                limit,
                cursor);
    }

    /// Only of this agent.
    public Filter agent(String wanted) {
        return new Filter(
                channel,
                Optional.of(wanted),
                model,
                person,
                misbehaviour,
                severity,
                repository,
                session,
                state,
                since,
                until,
                text,
                limit,
                cursor);
    }

    /// Only what was done with this model, as its session used it last.
    public Filter model(String wanted) {
        return new Filter(
                channel,
                agent,
                Optional.of(wanted),
                person,
                misbehaviour,
                severity,
                repository,
                session,
                state,
                since,
                until,
                text,
                limit,
                cursor);
    }

    /// Only of this person's sessions.
    public Filter person(String wanted) {
        return new Filter(
                channel,
                agent,
                model,
                Optional.of(wanted),
                misbehaviour,
                severity,
                repository,
                session,
                state,
                since,
                until,
                text,
                limit,
                cursor);
    }

    /// Only of this class.
    public Filter misbehaviour(Misbehaviour wanted) {
        return new Filter(
                channel,
                agent,
                model,
                person,
                Optional.of(wanted),
                severity,
                repository,
                session,
                state,
                since,
                until,
                text,
                limit,
                cursor);
    }

    /// Only what matters at least so much.
    public Filter severity(Severity least) {
        return new Filter(
                channel,
                agent,
                model,
                person,
                misbehaviour,
                Optional.of(least),
                repository,
                session,
                state,
                since,
                until,
                text,
                limit,
                cursor);
    }

    /// Only of this repository.
    public Filter repository(String wanted) {
        return new Filter(
                channel,
                agent,
                model,
                person,
                misbehaviour,
                severity,
                Optional.of(wanted),
                session,
                state,
                since,
                until,
                text,
                limit,
                cursor);
    }

    /// Only of this session.
    public Filter session(SessionId wanted) {
        return new Filter(
                channel,
                agent,
                model,
                person,
                misbehaviour,
                severity,
                repository,
                Optional.of(wanted),
                state,
                since,
                until,
                text,
                limit,
                cursor);
    }

    /// Only what is in this state.
    public Filter state(String wanted) {
        return new Filter(
                channel,
                agent,
                model,
                person,
                misbehaviour,
                severity,
                repository,
                session,
                Optional.of(wanted),
                since,
                until,
                text,
                limit,
                cursor);
    }

    /// Only from then on.
    public Filter since(Instant from) {
        return new Filter(
                channel,
                agent,
                model,
                person,
                misbehaviour,
                severity,
                repository,
                session,
                state,
                Optional.of(from),
                until,
                text,
                limit,
                cursor);
    }

    /// Only before then.
    public Filter until(Instant end) {
        return new Filter(
                channel,
                agent,
                model,
                person,
                misbehaviour,
                severity,
                repository,
                session,
                state,
                since,
                Optional.of(end),
                text,
                limit,
                cursor);
    }

    /// Only what says this.
    public Filter text(String wanted) {
        return new Filter(
                channel,
                agent,
                model,
                person,
                misbehaviour,
                severity,
                repository,
                session,
                state,
                since,
                until,
                Optional.of(wanted),
                limit,
                cursor);
    }

    /// At most so many on a page.
    public Filter limit(int most) {
        return new Filter(
                channel,
                agent,
                model,
                person,
                misbehaviour,
                severity,
                repository,
                session,
                state,
                since,
                until,
                text,
                most,
                cursor);
    }

    /// From where another page ended.
    public Filter after(String end) {
        return new Filter(
                channel,
                agent,
                model,
                person,
                misbehaviour,
                severity,
                repository,
                session,
                state,
                since,
                until,
                text,
                limit,
                Optional.of(end));
    }
}
