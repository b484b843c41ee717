-- People who may decide beside the owner of the server. Of a token only its SHA-256 is kept.
create table people (
    name text not null primary key,
    member_of text not null,
    token text not null unique,
    added_at bigint not null,
    added_by text not null
);

-- Who is asked next about an approval that nobody decides, and when; '' and 0 where nobody is.
alter table approvals add column escalate_to text not null default '';
alter table approvals add column escalate_at bigint not null default 0;

-- What the agent said that it was about, and what a change of files would change.
alter table approvals add column plan text not null default '';
alter table approvals add column change text not null default '';
