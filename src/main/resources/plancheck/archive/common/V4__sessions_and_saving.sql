-- Who is signed in, so that a restart signs nobody out. The columns are Spring Session's; what it keeps is two short texts.
create table web_session (
    primary_id char(36) primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);

create index web_session_expiry on web_session (expiry_time);

create table web_session_attributes (
    session_primary_id char(36) not null references web_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- Which page saved a draft last, and which of its changes: a page whose answer was lost is told from somebody else.
create table draft_saving (
    dossier uuid primary key references dossier (id),
    page uuid not null,
    step bigint not null,
    version bigint not null
);

-- Wrong passwords are counted by address and login, in memory; nobody can be locked out by others any more.
alter table account drop column failed_logins;
alter table account drop column locked_until;
