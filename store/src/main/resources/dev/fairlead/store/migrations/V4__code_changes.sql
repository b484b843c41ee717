-- What agents changed in the code, and what a review made of it: one row for each file of a call.
create table code_changes (
    session text not null,
    channel text not null,
    sequence bigint not null,
    ordinal integer not null,
    at bigint not null,
    agent text not null,
    model text not null,
    version text not null,
    repository text not null,
    path text not null,
    language text not null,
    added integer not null,
    removed integer not null,
    touched integer not null,
    cognitive integer not null,
    cyclomatic integer not null,
    lines integer not null,
    hard integer not null,
    security integer not null,
    reliability integer not null,
    hygiene integer not null,
    flaws text not null,
    functions text not null,
    primary key (session, channel, sequence, ordinal)
);
create index code_changes_by_agent on code_changes (agent, at);
create index code_changes_by_time on code_changes (at);
