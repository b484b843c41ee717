-- What people say of findings: at most one word of each person about each finding.
create table labels (
    session text not null,
    channel text not null,
    sequence bigint not null,
    ordinal integer not null,
    detector text not null,
    misbehaviour text not null,
    agent text not null,
    verdict text not null,
    why text not null,
    person text not null,
    at bigint not null,
    primary key (session, channel, sequence, ordinal, person)
);
create index labels_by_time on labels (at);

-- Searches that people come back to.
create table views (
    name text not null primary key,
    query text not null,
    person text not null,
    at bigint not null
);

-- Fleets are told by agent and day, findings by their detector.
create index sessions_by_agent on sessions (agent, last_at);
create index findings_by_class on findings (misbehaviour, session, channel);
