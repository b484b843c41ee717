-- The same for SQLite and PostgreSQL. Times are microseconds since 1970 in UTC, 0 where there is none; lists are arrays
-- of JSON; what is true is 1. A migration that was released is never changed: a change is another file.

-- The log. A body is an event as our own JSON.
create table events (
    session text not null,
    channel text not null,
    sequence bigint not null,
    at bigint not null,
    kind text not null,
    body text not null,
    primary key (session, channel, sequence)
);

-- What follows from a session's events and findings, counted as they are written.
create table sessions (
    session text not null,
    channel text not null,
    agent text not null,
    version text not null,
    model text not null,
    repository text not null,
    directory text not null,
    branch text not null,
    person text not null,
    task text not null,
    started_at bigint not null,
    last_at bigint not null,
    ended_at bigint not null,
    events bigint not null,
    calls bigint not null,
    failures bigint not null,
    unread bigint not null,
    input_tokens bigint not null,
    output_tokens bigint not null,
    bytes bigint not null,
    worst integer not null,
    findings bigint not null,
    primary key (session, channel)
);
create index sessions_by_last on sessions (last_at);

create table findings (
    session text not null,
    channel text not null,
    sequence bigint not null,
    ordinal integer not null,
    at bigint not null,
    detector text not null,
    misbehaviour text not null,
    severity integer not null,
    confidence double precision not null,
    claim text not null,
    remedy text not null,
    evidence text not null,
    primary key (session, channel, sequence, ordinal)
);
create index findings_by_time on findings (at);

create table interventions (
    id text not null primary key,
    session text not null,
    agent text not null,
    detector text not null,
    misbehaviour text not null,
    rung text not null,
    told text not null,
    about bigint not null,
    state text not null,
    outcome text not null,
    arm text not null,
    decided_at bigint not null,
    delivered_sequence bigint not null,
    delivered_at bigint not null,
    tokens_before bigint not null,
    failures_before bigint not null,
    tokens_after bigint not null,
    failures_after bigint not null
);
create index interventions_by_time on interventions (decided_at);
create index interventions_by_session on interventions (session);

create table decisions (
    session text not null,
    call_id text not null,
    at bigint not null,
    tool text not null,
    answer text not null,
    rules text not null,
    reason text not null,
    policy text not null,
    primary key (session, call_id, at)
);
create index decisions_by_time on decisions (at);

create table approvals (
    id text not null primary key,
    session text not null,
    call_id text not null,
    tool text not null,
    command text not null,
    reason text not null,
    rules text not null,
    effects text not null,
    asked_at bigint not null,
    expires_at bigint not null,
    state text not null,
    needed integer not null,
    asked_group text not null,
    is_canary integer not null,
    settled_at bigint not null
);
create index approvals_by_time on approvals (asked_at);
create index approvals_by_session on approvals (session, state);

create table approval_votes (
    approval text not null,
    person text not null,
    granted integer not null,
    at bigint not null,
    why text not null,
    primary key (approval, person)
);

create table grants (
    id text not null primary key,
    approval text not null,
    session text not null,
    scope text not null,
    what text not null,
    until_at bigint not null,
    used_at bigint not null
);
create index grants_by_session on grants (session);

create table switches (
    id text not null primary key,
    scope text not null,
    target text not null,
    kind text not null,
    thrown_by text not null,
    why text not null,
    thrown_at bigint not null,
    until_at bigint not null,
    lifted_at bigint not null,
    lifted_by text not null
);

create table audit (
    id text not null primary key,
    at bigint not null,
    who text not null,
    what text not null,
    subject text not null,
    why text not null,
    detail text not null
);
create index audit_by_time on audit (at);
